import { afterEach, expect, test } from 'vitest'
import { inMs, openStage, type Stage } from './stage.ts'

let stage: Stage | undefined
afterEach(() => stage?.close())

/** An approval whose deeds lead it through the given states, one a deed. */
function anApproval(states: string[], dueAt = inMs(3_600_000)) {
  const approval = { state: states[0] ?? 'CHECKING', dueAt, closings: 0 }
  const goOn = () => {
    states.shift()
    approval.state = states[0] ?? approval.state
  }
  return {
    approval,
    performDeed: async () => {
      goOn()
      return { state: approval.state }
    },
    standingOfApproval: async () => ({
      state: approval.state,
      next:
        approval.state === 'AWAITING_COMMITTEE' ? { moment: 'voteDue', at: approval.dueAt } : null,
    }),
    closeVoting: async () => {
      approval.closings += 1
      goOn()
      return { state: approval.state }
    },
  }
}

test('a plan is checked twice, voted on, signed, numbered and issued', async () => {
  const hands = anApproval([
    'CHECKING',
    'CHECKING',
    'AWAITING_COMMITTEE',
    'APPROVED',
    'SIGNED',
    'NUMBERED',
    'ISSUED',
  ])
  stage = await openStage(hands)
  const process = await stage.start('approval', { approvalId: 'a1' })
  for (let deed = 0; deed < 6; deed += 1) await process.deed()
  await process.result()
  expect(hands.approval).toMatchObject({ state: 'ISSUED', closings: 0 })
})

test('the vote ends by its timer when nobody ends it before', async () => {
  const hands = anApproval(['AWAITING_COMMITTEE', 'APPROVED', 'ISSUED'], inMs(300))
  stage = await openStage(hands)
  const process = await stage.start('approval', { approvalId: 'a1' })
  await expect.poll(() => hands.approval.closings, { timeout: 20_000 }).toBe(1)
  await process.deed()
  await process.result()
  expect(hands.approval.state).toBe('ISSUED')
})

test('without a quorum the vote is waited for once more', async () => {
  const hands = anApproval(
    ['AWAITING_COMMITTEE', 'AWAITING_COMMITTEE', 'WITH_CHAIR', 'RETURNED'],
    inMs(200),
  )
  stage = await openStage(hands)
  const process = await stage.start('approval', { approvalId: 'a1' })
  await expect.poll(() => hands.approval.closings, { timeout: 20_000 }).toBe(2)
  await process.deed()
  await process.result()
  expect(hands.approval.state).toBe('RETURNED')
})

test('opened once more by the chair, the vote is waited for again', async () => {
  const hands = anApproval(
    ['AWAITING_COMMITTEE', 'WITH_CHAIR', 'AWAITING_COMMITTEE', 'APPROVED', 'ISSUED'],
    inMs(200),
  )
  stage = await openStage(hands)
  const process = await stage.start('approval', { approvalId: 'a1' })
  await expect.poll(() => hands.approval.closings, { timeout: 20_000 }).toBe(1)
  hands.approval.dueAt = inMs(300)
  await process.deed()
  await expect.poll(() => hands.approval.closings, { timeout: 20_000 }).toBe(2)
  await process.deed()
  await process.result()
  expect(hands.approval.state).toBe('ISSUED')
})

test('a returned plan ends its approval', async () => {
  const hands = anApproval(['CHECKING', 'RETURNED'])
  stage = await openStage(hands)
  const process = await stage.start('approval', { approvalId: 'a1' })
  await process.deed()
  await process.result()
})
