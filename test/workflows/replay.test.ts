import { DeterminismViolationError } from '@temporalio/workflow'
import { Worker } from '@temporalio/worker'
import { expect, test } from 'vitest'
import { changedBundle } from '../setup/changed-bundle.ts'
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
  const broken = changedBundle([
    [
      /await desk\.step\(["']openObligations["']/,
      `await new Promise((r) => setTimeout(r, 1000)); $&`,
    ],
  ])
  const consultations = recordedHistories().filter(({ name }) => name.startsWith('consultation'))
  const replays = consultations.map(({ history }) =>
    Worker.runReplayHistory({ workflowBundle: broken }, history),
  )
  const results = await Promise.allSettled(replays)
  expect(
    results.some(
      (result) =>
        result.status === 'rejected' && result.reason instanceof DeterminismViolationError,
    ),
  ).toBe(true)
})
