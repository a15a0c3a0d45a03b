import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DeterminismViolationError } from '@temporalio/workflow'
import { Worker } from '@temporalio/worker'
import { expect, test } from 'vitest'
import { workflowBundle } from '../setup/temporal.ts'
import { recordedHistories } from './histories.ts'

const types = [
  'trainingCycle',
  'consultation',
  'approval',
  'bulkJob',
  'cycleStarter',
  'trainingClass',
  'inspection',
  'commendation',
]

test('a history of every type of process is kept', () => {
  const names = recordedHistories().map(({ name }) => name.split('-')[0])
  expect(new Set(names)).toEqual(new Set(types))
})

test.each(recordedHistories())('$name still goes the way it went', async ({ history }) => {
  await Worker.runReplayHistory({ workflowBundle: workflowBundle() }, history)
})

test('a step put in without a patch is found (control)', async () => {
  const { codePath } = workflowBundle()
  const code = readFileSync(codePath, 'utf8')
  const before = 'await desk.step("openObligations"'
  expect(code.replaceAll("'", '"')).toContain(before)
  const changed = code.replace(
    /await desk\.step\(["']openObligations["']/,
    (found) => `await desk.step('added', () => ports_1_added()); ${found}`,
  )
  const broken = changed.replaceAll(
    'ports_1_added()',
    'globalThis.Promise.resolve(new Promise((r) => setTimeout(r, 1000)))',
  )
  const path = join(mkdtempSync(join(tmpdir(), 'workflows-')), 'workflows.js')
  writeFileSync(path, broken)
  const consultations = recordedHistories().filter(({ name }) => name.startsWith('consultation'))
  const replays = consultations.map(({ history }) =>
    Worker.runReplayHistory({ workflowBundle: { codePath: path } }, history),
  )
  const results = await Promise.allSettled(replays)
  expect(
    results.some(
      (result) =>
        result.status === 'rejected' && result.reason instanceof DeterminismViolationError,
    ),
  ).toBe(true)
})
