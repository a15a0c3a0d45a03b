import { afterEach, expect, test } from 'vitest'
import type { NextMoment } from '../../workflows/activities.ts'
import { inMs, openStage, type Stage } from './stage.ts'

let stage: Stage | undefined
afterEach(() => stage?.close())

type Step = { state: string; next: NextMoment }

/** An inspection that goes on by one step at each deed and at each moment of the clock. */
function anInspection(steps: Step[]) {
  const come: string[] = []
  const goOn = () => {
    if (steps.length > 1) steps.shift()
  }
  return {
    come,
    standingOfInspection: async () => steps[0] ?? { state: 'CLOSED', next: null },
    comeToMoment: async ({ moment }: { moment: string }) => {
      come.push(moment)
      goOn()
    },
    performDeed: async () => {
      goOn()
      return null
    },
  }
}

const at = (state: string, moment: string | null, ms = 3_600_000): Step => ({
  state,
  next: moment === null ? null : { moment, at: inMs(ms) },
})

test('people lead an inspection from its plan to its last remedy, and no clock rings', async () => {
  const hands = anInspection([
    at('PLANNED', 'noticeDue'),
    at('ANNOUNCED', 'reportDue'),
    at('SELF_REPORT_IN', 'visit'),
    at('ON_SITE', 'minutesDue'),
    at('MINUTES_SIGNED', 'resultDue'),
    at('RESULT_DRAFT', 'resultDue'),
    at('COMMITTEE_PASSED', 'resultDue'),
    at('FOLLOW_UP', 'remedySoon/r1'),
    at('CLOSED', null),
  ])
  stage = await openStage(hands)
  const process = await stage.start('inspection', { inspectionId: 'i1' })
  for (let deed = 0; deed < 8; deed += 1) await process.deed()
  await process.result()
  expect(hands.come).toEqual([])
})

test('on a short calendar the clock tells, opens the visit, and follows the remedies to their day', async () => {
  const hands = anInspection([
    at('PLANNED', 'noticeDue', 100),
    at('ANNOUNCED', 'reportDue', 200),
    at('ANNOUNCED', 'visit', 300),
    at('ON_SITE', 'minutesDue', 400),
    at('MINUTES_SIGNED', 'resultDue', 500),
    at('NOTICE_ISSUED', 'followUp', 0),
    at('FOLLOW_UP', 'remedySoon/r1', 600),
    at('FOLLOW_UP', 'remedyDue/r1', 700),
    at('FOLLOW_UP', null),
    at('CLOSED', null),
  ])
  stage = await openStage(hands)
  const process = await stage.start('inspection', { inspectionId: 'i1' })
  await expect.poll(() => hands.come.length, { timeout: 25_000 }).toBe(8)
  await process.deed()
  await process.result()
  expect(hands.come).toEqual([
    'noticeDue',
    'reportDue',
    'visit',
    'minutesDue',
    'resultDue',
    'followUp',
    'remedySoon/r1',
    'remedyDue/r1',
  ])
}, 40_000)

test('a cancelled inspection ends its process', async () => {
  const hands = anInspection([at('PLANNED', 'noticeDue'), at('CANCELLED', null)])
  stage = await openStage(hands)
  const process = await stage.start('inspection', { inspectionId: 'i1' })
  await process.deed()
  await process.result()
})
