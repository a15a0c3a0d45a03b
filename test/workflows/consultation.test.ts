import { afterEach, expect, test } from 'vitest'
import type { NextMoment } from '../../workflows/activities.ts'
import { calendarChanged } from '../../workflows/messages.ts'
import { untilItWaits } from '../setup/temporal.ts'
import { inMs, openStage, type Stage } from './stage.ts'

let stage: Stage | undefined
afterEach(() => stage?.close())

/** A round as PostgreSQL would tell of it: moments that pass, until it is closed. */
function aRound(moments: NonNullable<NextMoment>[]) {
  const done: string[] = []
  return {
    done,
    openObligations: async () => void done.push('opened'),
    nextOfRound: async () => moments[0] ?? null,
    remindUnits: async ({ moment }: { moment: string }) => {
      done.push(moment)
      moments.shift()
    },
    closeRound: async () => {
      done.push('closed')
      moments.length = 0
      return { isClosed: true }
    },
  }
}

test('a round opens its obligations, reminds twice and closes by its timer', async () => {
  const round = aRound([
    { moment: 'D-5', at: inMs(200) },
    { moment: 'D-1', at: inMs(500) },
    { moment: 'close', at: inMs(800) },
  ])
  stage = await openStage(round)
  const process = await stage.start('consultation', { roundId: 'r1' })
  await process.result()
  expect(round.done).toEqual(['opened', 'D-5', 'D-1', 'closed'])
})

test('a leader who closes it early ends the process, and its timer does nothing more', async () => {
  const moments = [{ moment: 'close', at: inMs(3_600_000) }]
  const round = aRound(moments)
  stage = await openStage({
    ...round,
    performDeed: async () => {
      moments.length = 0
      return { state: 'CLOSED' }
    },
  })
  const process = await stage.start('consultation', { roundId: 'r1' })
  await process.deed()
  await process.result()
  expect(round.done).toEqual(['opened'])
})

test('an extension moves the timer', async () => {
  const moments = [{ moment: 'close', at: inMs(3_600_000) }]
  const round = aRound(moments)
  stage = await openStage(round)
  const process = await stage.start('consultation', { roundId: 'r1' })
  moments[0] = { moment: 'close', at: inMs(300) }
  await process.signal(calendarChanged)
  await process.result()
  expect(round.done).toEqual(['opened', 'closed'])
})

test('a closing that the database finds too early is tried at the moment it names', async () => {
  const moments = [{ moment: 'close', at: inMs(0) }]
  const closings: string[] = []
  stage = await openStage({
    ...aRound(moments),
    closeRound: async () => {
      closings.push('asked')
      if (closings.length === 1) moments[0] = { moment: 'close', at: inMs(200) }
      else moments.length = 0
      return { isClosed: closings.length > 1 }
    },
  })
  const process = await stage.start('consultation', { roundId: 'r1' })
  await process.result()
  expect(closings).toHaveLength(2)
})

test('a holiday moves the close later, and the process waits for the new moment', async () => {
  const moments = [{ moment: 'close', at: inMs(3_000) }]
  const round = aRound(moments)
  stage = await openStage(round)
  const process = await stage.start('consultation', { roundId: 'r1' })
  await untilItWaits(process.id)
  const later = Date.now() + 4_000
  moments[0] = { moment: 'close', at: inMs(4_000) }
  await process.signal(calendarChanged)
  await process.result()
  expect(round.done).toEqual(['opened', 'closed'])
  expect(Date.now()).toBeGreaterThanOrEqual(later - 100)
})

test('it lives on after the close until the minutes of its conference are asked for and reminded of', async () => {
  const moments = [
    { moment: 'close', at: inMs(200) },
    { moment: 'over/c1', at: inMs(400) },
    { moment: 'minutes/c1', at: inMs(600) },
  ]
  const round = aRound(moments)
  stage = await openStage({
    ...round,
    closeRound: async () => {
      round.done.push('closed')
      moments.shift()
      return { isClosed: true }
    },
  })
  const process = await stage.start('consultation', { roundId: 'r1' })
  await process.result()
  expect(round.done).toEqual(['opened', 'closed', 'over/c1', 'minutes/c1'])
})
