import { setTimeout as pause } from 'node:timers/promises'
import { ApplicationFailure } from '@temporalio/common'
import { Worker } from '@temporalio/worker'
import { DeterminismViolationError } from '@temporalio/workflow'
import { afterEach, expect, test } from 'vitest'
import { type Change, changedBundle } from '../setup/changed-bundle.ts'
import { untilItWaits, workflowBundle } from '../setup/temporal.ts'
import { inMs, openStage, type Process, type Stage } from './stage.ts'

let stage: Stage | undefined
afterEach(() => stage?.close())

/** A vote whose ballots take so many milliseconds each, one after the other as they come. */
function aVote(tookMs: readonly number[]) {
  const at = { once: 0, most: 0, begun: 0 }
  return {
    at,
    standingOfApproval: async () => ({
      state: 'AWAITING_COMMITTEE',
      next: { moment: 'closeVoting', at: inMs(3_600_000) },
    }),
    performDeed: async () => {
      at.once += 1
      at.most = Math.max(at.most, at.once)
      await pause(tookMs[at.begun++] ?? 0)
      at.once -= 1
      return null
    },
  }
}

/** Replays all that a process went through; rejects where it takes another way than it went. */
async function readAgain({ client }: Stage, id: string, bundle = workflowBundle()): Promise<void> {
  const history = await client.workflow.getHandle(id).fetchHistory()
  await Worker.runReplayHistory({ workflowBundle: bundle }, history)
}

/** Deeds of so many milliseconds, found by a worker that comes, and read again: how many were done at once. */
async function found(waiting: readonly number[], bundle?: { codePath: string }) {
  const hands = aVote(waiting)
  const open = await openStage(hands, bundle)
  stage = open
  const vote = await open.start('approval', { approvalId: 'a1' })
  await untilItWaits(vote.id)
  let answered: Promise<unknown> = Promise.resolve()
  await open.withoutWorker(async () => {
    answered = Promise.all(waiting.map(() => vote.deed()))
    await pause(1_500)
  })
  await answered
  await readAgain(open, vote.id, bundle).finally(() =>
    open.client.workflow.getHandle(vote.id).terminate(),
  )
  return hands.at.most
}

const quickOnes = [0, 400, 0]
// a task lasts three seconds at most: what takes longer goes on in the next one
const longOnes = [0, 2_600, 2_600]

test('deeds found waiting are done one by one', async () => {
  expect(await found(quickOnes)).toBe(1)
})

test.each([
  ['long ones', longOnes],
  ['a long one before quick ones', [2_600, 0, 0]],
])('read again they are the same: %s', async (_, them) =>
  expect(await found(them)).toBeGreaterThan(0),
)

/** Deeds do not wait for one another, or everything else goes on beside them. */
const sideBySide: Change = [/last\.then\(work\)/, 'work()']
const besideDeeds: Change = [/const isEmpty = \(\)\s*=>\s*length === 0/, 'const isEmpty = ()=>true']

test.each([
  ['side by side', quickOnes, [sideBySide, besideDeeds]],
  ['one by one, and all else beside them', longOnes, [besideDeeds]],
])('control: done %s, they are not', async (_, them, changes) =>
  expect(found(them, changedBundle(changes))).rejects.toBeInstanceOf(DeterminismViolationError),
)

const below = (most: number) => Math.floor(Math.random() * most)
const oneIn = (many: number) => below(many) === 0
const refused = () => ApplicationFailure.nonRetryable('no', 'grammar.wrong-state', {})

/** Whatever a process may meet: moments that have come or never do, deeds that last, steps that fail. */
const anything = {
  standingOfApproval: async () => {
    await pause(below(300))
    const at = inMs(oneIn(5) ? -100 : below(4_000))
    return { state: 'AWAITING_COMMITTEE', next: oneIn(4) ? null : { moment: `m${below(5)}`, at } }
  },
  closeVoting: async () => {
    await pause(below(300))
    if (oneIn(6)) throw refused()
    return { state: 'AWAITING_COMMITTEE' }
  },
  raiseAttention: async () => ({ id: 'help' }),
  performDeed: async ({ forAllUnits }: { forAllUnits?: true }) => {
    const mostMs = forAllUnits ? 1_500 : oneIn(5) ? 3_000 : oneIn(4) ? 1_200 : 60
    await pause(below(mostMs))
    if (oneIn(8)) throw new Error('the line is down')
    if (oneIn(8)) throw refused()
    return null
  },
}

const told = (process: Process) =>
  oneIn(2)
    ? process.signal('calendarChanged')
    : process.signal('attentionResolved', { id: 'help', resolution: 'RETRY' })

/** For some seconds people and messages come as they like; resolves when everybody was answered. */
async function lives(process: Process): Promise<void> {
  const asked: Promise<unknown>[] = []
  for (const until = Date.now() + 3_000; Date.now() < until; await pause(below(900)))
    for (let many = oneIn(3) ? 2 : 1; many > 0; many -= 1) {
      const asking = oneIn(4) ? told(process) : process.deed({ forAllUnits: oneIn(6) })
      // a refusal is an answer too
      asked.push(asking.catch(() => undefined))
    }
  await Promise.all(asked)
}

test('whatever comes in whatever order, a process goes the same way when it is read again', async () => {
  const open = await openStage(anything)
  stage = open
  const all = await Promise.all([1, 2, 3, 4, 5, 6].map((n) => open.start('approval', { n })))
  const living = Promise.all(all.map(lives))
  await pause(1_200)
  await open.withoutWorker(() => pause(1_000))
  await living
  for (const { id } of all) {
    await readAgain(open, id)
    await open.client.workflow.getHandle(id).terminate()
  }
})
