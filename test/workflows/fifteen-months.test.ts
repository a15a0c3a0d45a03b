import { afterEach, expect, test } from 'vitest'
import type { Phase } from '../../domain/cycle/phases.ts'
import { processIds } from '../../domain/cycle/process-ids.ts'
import { holidaysOfYear } from '../../domain/federation/holidays.ts'
import { addDays, type Day, day } from '../../domain/grammar/day.ts'
import { addWorkingDays } from '../../domain/grammar/working-days.ts'
import { planMoved } from '../../workflows/messages.ts'
import { skipTime, type SkippedTime } from './skipped-time.ts'
import { october, twoYears, unitCode } from './two-years.ts'

let time: SkippedTime | undefined
afterEach(() => time?.close())

/** The server's clock begins today and only goes forward. */
const first = new Date().getFullYear() + 2
const second = first + 1

test('fifteen months: a year runs to its close while the next one is opened and consulted on', async () => {
  const world = twoYears()
  time = await skipTime(world.hands)
  const { until, deed, start, signal, isRunning } = time

  /** As the Schedule does it each year on its day. */
  const wakeStarter = async (year: number) => {
    await until(october(year), '08:00')
    await start('cycleStarter', processIds.starter(unitCode), { unitCode })
    await until(october(year), '17:00')
  }
  /** A person moves the year on, at the end of that day. */
  const moveOn = async (planYear: number, on: Day, phase: Phase) => {
    await until(on)
    await deed(world.cycleId(planYear), () => void (world.yearOf(planYear).phase = phase))
  }
  const toTheRound = async (planYear: number) => {
    await moveOn(planYear, world.dayOf(planYear, 'draftingBegins'), 'draft')
    await moveOn(planYear, world.dayOf(planYear, 'consultationOpens'), 'feedback')
    const roundId = world.openRound(planYear)
    await start('consultation', roundId, { roundId })
  }

  await wakeStarter(first - 1)
  await toTheRound(first)
  await moveOn(first, world.dayOf(first, 'revisionDue'), 'approval')
  await until(world.dayOf(first, 'issueDue'))
  // the plan is issued in its own approval, which tells the year
  world.yearOf(first).phase = 'classes'
  await signal(world.cycleId(first), planMoved, { planId: 'p', state: 'ISSUED' })
  const june = day(`${first}-06-15`)
  await start('trainingClass', world.openClass('L-01', world.dayOf(first, 'issueDue'), june), {
    classId: 'L-01',
  })

  await wakeStarter(second - 1)
  expect([world.yearOf(first).phase, world.yearOf(second).phase]).toEqual(['inspection', 'needs'])
  expect(await isRunning(world.cycleId(first))).toBe(true)
  await toTheRound(second)
  expect([world.yearOf(first).phase, world.yearOf(second).phase]).toEqual(['reward', 'feedback'])
  await moveOn(second, world.dayOf(second, 'revisionDue'), 'approval')
  await until(addDays(world.dayOf(first, 'cycleCloses'), 1))

  expect(await isRunning(world.cycleId(first))).toBe(false)
  expect(await isRunning(world.cycleId(second))).toBe(true)
  expect(world.yearOf(second).phase).toBe('approval')
  expect(world.happened).toEqual(expectedOf(world))
}, 120_000)

/** Everything that the clock did, each on the day that the calendar names. */
function expectedOf({ dayOf, happened }: ReturnType<typeof twoYears>) {
  const ofRound = (planYear: number) => [
    { what: `${planYear} asks the units`, on: dayOf(planYear, 'consultationOpens') },
    ...[5, 1].map((days) => ({
      what: `${planYear} D-${days}`,
      on: addWorkingDays(
        dayOf(planYear, 'consultationDue'),
        -days,
        [planYear - 1, planYear].flatMap(holidaysOfYear),
      ),
    })),
    { what: `${planYear} has heard the units`, on: dayOf(planYear, 'consultationGraceOver') },
  ]
  const ofClass = happened.filter(({ what }) => what.startsWith('L-01'))
  expect(ofClass.map(({ what }) => what.split(' ')[1])).toEqual([
    'openNominations',
    'closeNominations',
    'endReleases',
    'fixList',
    'beginClass',
    'endClass',
  ])
  return [
    { what: `${first} opens`, on: october(first - 1) },
    ...ofRound(first),
    { what: `${first} inspection`, on: dayOf(first, 'inspectionsFrom') },
    ...ofClass,
    { what: `${second} opens`, on: october(second - 1) },
    { what: `${first} reward`, on: dayOf(first, 'classDataClose') },
    ...ofRound(second),
    { what: `${first} closes`, on: dayOf(first, 'cycleCloses') },
  ]
}
