// The arrow of imports (docs/architecture.md): language ← everybody, and the year's earlier words
// never know the later ones.
const slices = [
  'federation',
  'files',
  'cycle',
  'papers',
  'draft',
  'feedback',
  'revision',
  'approval',
  'classes',
  'inspection',
  'reward',
]

const layers = ['domain', 'workflows', 'worker', 'api', 'web', 'db', 'local', 'test']

/** A layer may import itself, what is named here, and packages. */
const mayImport = {
  domain: [],
  workflows: ['domain'],
  db: ['domain'],
  worker: ['workflows', 'db', 'domain'],
  api: ['domain', 'db', 'workflows/messages\\.ts$'],
  web: ['domain'],
}

const layerRules = Object.entries(mayImport).map(([layer, allowed]) => ({
  name: `${layer}-imports-only-${allowed.length ? allowed.join('-').replace(/[^\w-]/g, '') : 'itself'}`,
  severity: 'error',
  from: { path: `^${layer}/` },
  to: {
    path: `^(${layers.join('|')})/`,
    pathNot: [layer, ...allowed].map((one) => (one.endsWith('$') ? `^${one}` : `^${one}/`)),
  },
}))

const arrowOfTheYear = slices.slice(0, -1).map((slice, at) => ({
  name: `domain-${slice}-knows-no-later-word`,
  severity: 'error',
  from: { path: `^domain/${slice}/` },
  to: { path: `^domain/(${slices.slice(at + 1).join('|')})/` },
}))

const only = (name, who, what) => ({
  name,
  severity: 'error',
  from: { pathNot: [...who, '^node_modules/'] },
  to: { path: what },
})

module.exports = {
  forbidden: [
    // a type that is read and a page that is loaded later close no circle when the program runs
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: {
        circular: true,
        viaOnly: { dependencyTypesNot: ['type-only', 'dynamic-import', 'type-import'] },
      },
    },
    {
      name: 'everything-imported-exists',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'nothing-imports-tests',
      severity: 'error',
      from: { pathNot: '^test/' },
      to: { path: '^test/' },
    },
    ...layerRules,
    ...arrowOfTheYear,
    {
      name: 'web-slices-do-not-know-each-other',
      severity: 'error',
      from: { path: `^web/(${slices.join('|')})/` },
      to: { path: `^web/(${slices.join('|')})/`, pathNot: '^web/$1/' },
    },
    {
      name: 'grammar-knows-no-word',
      severity: 'error',
      from: { path: '^domain/grammar/' },
      to: { path: `^domain/(${slices.join('|')})/` },
    },
    {
      name: 'domain-knows-only-zod',
      severity: 'error',
      from: { path: '^domain/' },
      to: {
        dependencyTypesNot: ['local', 'type-only'],
        pathNot: ['^domain/', 'node_modules/zod/'],
      },
    },
    {
      name: 'deeds-table-is-for-api-db-web',
      severity: 'error',
      from: { pathNot: ['^(api|db|web|test)/'] },
      to: { path: '^domain/deeds\\.ts$' },
    },
    {
      name: 'no-zod-in-the-workflow-bundle',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: 'node_modules/zod/', reachable: true },
    },
    only('only-the-memory-touches-pg', ['^(db|local|test)/'], 'node_modules/(pg|@types/pg)/'),
    only(
      'only-time-and-hands-touch-temporal',
      ['^(workflows|worker|local|test)/', '^api/(running-cycle|refusal-from-failure)\\.ts$'],
      'node_modules/@temporalio/',
    ),
    only(
      'only-the-face-touches-react',
      ['^(web|test)/', '^vite\\.config\\.ts$'],
      'node_modules/react',
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
