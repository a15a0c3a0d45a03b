import { afterEach, expect, test } from 'vitest'
import { addDays, type Day, dayOfInstant, instantAt } from '../../domain/grammar/day.ts'
import { calendarChanged } from '../../workflows/messages.ts'
import { skipTime, type SkippedTime } from './skipped-time.ts'
import { inMs, openStage, type Stage } from './stage.ts'

let time: SkippedTime | undefined
let stage: Stage | undefined
afterEach(async () => {
  await time?.close()
  await stage?.close()
  time = undefined
  stage = undefined
})

/** A round as PostgreSQL would tell of it: it opens at its moment and not before. */
function plannedRound(opensAt: string, closesAt: string) {
  const round = { opensAt, isOpen: false, isClosed: false, done: [] as string[] }
  const hands = (now: () => Promise<string>) => ({
    openObligations: async () => {
      round.isOpen ||= (await now()) >= round.opensAt
      round.done.push(round.isOpen ? `opened ${dayOfInstant(await now())}` : 'waits')
    },
    nextOfRound: async () => {
      if (round.isClosed) return null
      return round.isOpen
        ? { moment: 'close', at: closesAt }
        : { moment: 'open', at: round.opensAt }
    },
    closeRound: async () => {
      round.isClosed = true
      round.done.push('closed')
      return { isClosed: true }
    },
  })
  return { round, hands }
}

const soon = (days: number): Day => addDays(dayOfInstant(new Date()), days)

test('a round waits for weeks, opens at eight of its day and closes at its end', async () => {
  const opensOn = soon(30)
  const { round, hands } = plannedRound(instantAt(opensOn, '08:00'), instantAt(soon(45), '17:00'))
  time = await skipTime(({ today }) => hands(async () => instantAt(await today(), '12:00')))
  await time.start('consultation', 'r1', { roundId: 'r1' })
  await time.until(soon(29))
  expect(round.done).toEqual(['waits'])
  await time.until(opensOn, '17:00')
  expect(round.done).toEqual(['waits', `opened ${opensOn}`])
  await time.until(soon(46))
  expect(round.done).toEqual(['waits', `opened ${opensOn}`, 'closed'])
  expect(await time.isRunning('r1')).toBe(false)
})

test('moved by a deed, or by a holiday, its timer follows, later and earlier', async () => {
  const { round, hands } = plannedRound(instantAt(soon(10), '08:00'), instantAt(soon(60), '17:00'))
  time = await skipTime(({ today }) => hands(async () => instantAt(await today(), '12:00')))
  await time.start('consultation', 'r2', { roundId: 'r2' })
  await time.until(soon(5))
  await time.deed('r2', () => void (round.opensAt = instantAt(soon(20), '08:00')))
  await time.until(soon(12))
  expect(round.done).toEqual(['waits'])
  round.opensAt = instantAt(soon(14), '08:00')
  await time.signal('r2', calendarChanged)
  await time.until(soon(14))
  expect(round.done).toEqual(['waits', `opened ${soon(14)}`])
})

test('an opening that the database finds too early is tried at the moment it names', async () => {
  const { round, hands } = plannedRound(inMs(0), inMs(0))
  stage = await openStage({
    ...hands(async () => new Date().toISOString()),
    openObligations: async () => {
      round.isOpen = round.done.length === 2
      if (!round.isOpen) round.opensAt = inMs(200)
      round.done.push(round.isOpen ? 'opened' : 'waits')
    },
  })
  const process = await stage.start('consultation', { roundId: 'r3' })
  await process.result()
  expect(round.done).toEqual(['waits', 'waits', 'opened', 'closed'])
})
