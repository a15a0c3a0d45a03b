import { spawnSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { inProject } from '../../local/project.ts'
import { scratchFolder } from './scratch.ts'

const cruiser = inProject('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')

/** What the import rule says of a house in which `from` imports `to`. */
function verdict(from: string, to: string): string {
  const folder = scratchFolder()
  for (const file of [from, to, 'tsconfig.json']) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
  }
  symlinkSync(inProject('node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'tsconfig.json'), '{}')
  writeFileSync(join(folder, to), 'export const thing = 1\n')
  writeFileSync(join(folder, from), `import { thing } from '${join(folder, to)}'\nthing\n`)
  const args = [cruiser, '--config', inProject('.dependency-cruiser.cjs'), from]
  const run = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' })
  return run.stdout
}

test.each([
  ['web/draft/page.tsx', 'api/main.ts', 'web-imports-only-domain'],
  ['domain/draft/plan.ts', 'db/database.ts', 'domain-imports-only-itself'],
  ['domain/draft/plan.ts', 'domain/feedback/comment.ts', 'domain-draft-knows-no-later-word'],
  ['domain/grammar/days.ts', 'domain/cycle/phases.ts', 'grammar-knows-no-word'],
  ['api/draft.ts', 'workflows/training-cycle.ts', 'api-imports-only'],
  ['web/draft/page.tsx', 'web/feedback/page.tsx', 'web-slices-do-not-know-each-other'],
  ['db/draft.ts', 'worker/letters.ts', 'db-imports-only-domain'],
  ['workflows/approval.ts', 'db/database.ts', 'workflows-imports-only-domain'],
])('%s may not import %s', (from, to, rule) => {
  expect(verdict(from, to)).toContain(rule)
})

test.each([
  ['api/draft.ts', 'workflows/messages.ts'],
  ['web/draft/page.tsx', 'web/kit/form.tsx'],
  ['domain/feedback/comment.ts', 'domain/draft/plan.ts'],
])('%s may import %s', (from, to) => {
  expect(verdict(from, to)).toContain('no dependency violations')
})
