import { spawnSync } from 'node:child_process'
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { inProject } from '../../local/project.ts'

const cruiser = inProject('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')

const refused = [
  ['web/draft/page.tsx', 'api/main.ts', 'web-imports-only-domain'],
  ['domain/draft/plan.ts', 'db/database.ts', 'domain-imports-only-itself'],
  ['domain/draft/plan.ts', 'domain/feedback/comment.ts', 'domain-draft-knows-no-later-word'],
  ['domain/grammar/days.ts', 'domain/cycle/phases.ts', 'grammar-knows-no-word'],
  ['api/draft.ts', 'workflows/training-cycle.ts', 'api-imports-only-domain-db-workflowsmessagests'],
  ['web/draft/page.tsx', 'web/feedback/page.tsx', 'web-slices-do-not-know-each-other'],
  ['db/draft.ts', 'worker/letters.ts', 'db-imports-only-domain'],
  ['workflows/approval.ts', 'db/activities.ts', 'workflows-imports-only-domain'],
] as const
const allowed = [
  ['api/draft.ts', 'workflows/messages.ts'],
  ['web/draft/page.tsx', 'web/kit/form.tsx'],
  ['domain/feedback/answer.ts', 'domain/draft/target.ts'],
] as const

const report = z.object({
  modules: z.array(
    z.object({
      source: z.string(),
      dependencies: z.array(
        z.object({
          resolved: z.string(),
          rules: z.array(z.object({ name: z.string() })).default([]),
        }),
      ),
    }),
  ),
})
let house: z.output<typeof report>

const folder = mkdtempSync(join(tmpdir(), 'training-local-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** One house in which all of them import what they may or may not; it is looked at once. */
beforeAll(() => {
  const pairs = [...refused, ...allowed]
  symlinkSync(inProject('node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'tsconfig.json'), '{}')
  for (const file of new Set(pairs.flatMap(([from, to]) => [from, to]))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), 'export const thing = 1\n')
  }
  for (const [from, to] of pairs)
    appendFileSync(join(folder, from), `import '${join(folder, to)}'\n`)
  const rooms = [...new Set(pairs.map(([from]) => from.split('/')[0] ?? ''))]
  const how = ['--config', inProject('.dependency-cruiser.cjs'), '--output-type', 'json']
  const run = spawnSync(process.execPath, [cruiser, ...how, ...rooms], {
    cwd: folder,
    encoding: 'utf8',
  })
  house = report.parse(JSON.parse(run.stdout))
})

/** The rules that this import breaks. */
function broken(from: string, to: string): string[] {
  const found = house.modules
    .find(({ source }) => source === from)
    ?.dependencies.find(({ resolved }) => resolved === to)
  if (!found) throw new Error(`nobody saw ${from} import ${to}`)
  return found.rules.map(({ name }) => name)
}

test.each(refused)('%s may not import %s', (from, to, rule) => {
  expect(broken(from, to)).toContain(rule)
})

test.each(allowed)('%s may import %s', (from, to) => {
  expect(broken(from, to)).toEqual([])
})
