import { delimiter } from 'node:path'
import { runToEnd } from './command.ts'
import type { Outcome } from './command.ts'
import { inProject } from './project.ts'

type Check = {
  name: string
  /** The tool's own program below node_modules, and its arguments. */
  program: string
  args: readonly string[]
  /** What else must hold of what the tool said. */
  accept?: (output: string) => boolean
}

// dependency-cruiser is content with nothing at all when it cannot read TypeScript
const fewestModules = 80
const layers = ['domain', 'workflows', 'worker', 'api', 'web', 'db', 'local', 'test']

function sawTheHouse(output: string): boolean {
  return Number(/(\d+) modules/.exec(output)?.[1] ?? 0) >= fewestModules
}

/** One reading of all the types, by the native TypeScript that the linter asks anyway (decision 0021). */
export const lintAndTypes: Check = {
  name: 'types and lint (oxlint)',
  program: 'oxlint/bin/oxlint',
  args: ['--type-aware', '--type-check', '--deny-warnings'],
}

const checks: readonly Check[] = [
  lintAndTypes,
  { name: 'format (oxfmt)', program: 'oxfmt/bin/oxfmt', args: ['--check'] },
  {
    name: 'imports (dependency-cruiser)',
    program: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.dependency-cruiser.cjs', ...layers],
    accept: sawTheHouse,
  },
  {
    name: 'unused code (knip)',
    program: 'knip/bin/knip.js',
    args: ['--no-progress', '--no-config-hints'],
  },
]

async function run({ program, args, accept = () => true }: Check): Promise<Outcome> {
  const path = [inProject('node_modules/.bin'), process.env.PATH ?? ''].join(delimiter)
  const outcome = await runToEnd(process.execPath, [inProject('node_modules', program), ...args], {
    cwd: inProject(),
    // the reader of types is written in Go: it ends before its garbage is worth collecting so often
    env: { GOGC: '400', ...process.env, PATH: path, NO_COLOR: '1' },
  })
  if (outcome.code !== 0 || accept(outcome.output)) return outcome
  return { code: 1, output: `${outcome.output}\nfewer than ${fewestModules} modules were seen` }
}

async function runAndReport(check: Check): Promise<string[]> {
  const begun = Date.now()
  const { code, output } = await run(check)
  const took = `${((Date.now() - begun) / 1000).toFixed(1)} s`
  console.log(`  ${code === 0 ? '✓' : '✗'} ${check.name}  ${took}`)
  if (code === 0) return []
  console.log(output.trimEnd().replace(/^/gm, '    '))
  return [check.name]
}

/** Runs all checks, two at a time as there are two cores; returns the names of those that failed. */
export async function failedChecks(): Promise<string[]> {
  const waiting = [...checks]
  const failed: string[] = []
  const hand = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      failed.push(...(await runAndReport(check)))
    }
  }
  await Promise.all([hand(), hand()])
  return failed
}
