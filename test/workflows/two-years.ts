import {
  type ClassCalendar,
  classCalendar,
  type ClassMoment,
  nextOfClass,
} from '../../domain/classes/class-calendar.ts'
import type { ClassState } from '../../domain/classes/class-state.ts'
import { type CalendarRow, defaultCalendar, instantOf } from '../../domain/cycle/calendar.ts'
import type { Moment } from '../../domain/cycle/moments.ts'
import { isPhase, type Phase } from '../../domain/cycle/phases.ts'
import { processIds } from '../../domain/cycle/process-ids.ts'
import { STATION_ENDS } from '../../domain/cycle/station-end.ts'
import { holidaysOfYear } from '../../domain/federation/holidays.ts'
import { reminderInstants } from '../../domain/feedback/round.ts'
import { addDays, type Day, day, instantAt, yearOf } from '../../domain/grammar/day.ts'
import type { Ports } from '../../workflows/activities.ts'
import { consultationEnded } from '../../workflows/messages.ts'
import type { SkippedTime } from './skipped-time.ts'

export const unitCode = 'HT'
export type Happened = { what: string; on: Day }
type Ground = Pick<SkippedTime, 'today' | 'start' | 'signal'>

export type Year = {
  planYear: number
  phase: Phase
  isClosed: boolean
  calendar: readonly CalendarRow[]
}
type Round = { year: Year; left: { moment: string; at: string }[] }
type Class = ClassCalendar & {
  state: ClassState
  firstDay: Day
  nominationsClosedAt: string | null
  releasesClosedAt: string | null
}

/**
 * What PostgreSQL would say of two years: their calendars and a class's are those of the rulebook,
 * and what the processes do is noted with its day.
 */
export function twoYears() {
  const years = new Map<string, Year>()
  const rounds = new Map<string, Round>()
  const classes = new Map<string, Class>()
  const happened: Happened[] = []
  const cycleId = (planYear: number) => processIds.cycle(unitCode, planYear)
  return {
    years,
    happened,
    cycleId,
    yearOf: (planYear: number) => found(years, cycleId(planYear)),
    dayOf: (planYear: number, moment: Moment) => rowOf(found(years, cycleId(planYear)), moment).day,
    openRound(planYear: number): string {
      const year = found(years, cycleId(planYear))
      const dueAt = instantOf(rowOf(year, 'consultationDue'))
      const roundId = processIds.consultation(unitCode, planYear, 1)
      rounds.set(roundId, {
        year,
        left: [
          ...reminderInstants(dueAt, holidaysAround(planYear), [5, 1]),
          { moment: 'close', at: instantOf(rowOf(year, 'consultationGraceOver')) },
        ],
      })
      return roundId
    },
    openClass(classId: string, opened: Day, firstDay: Day): string {
      const opening = {
        openedAt: instantAt(opened, '08:00'),
        firstStartsAt: instantAt(firstDay, '08:00'),
        needsRelease: true,
      }
      const calendar = classCalendar(opening, holidaysAround(yearOf(firstDay)))
      const isPlanned = calendar.nominationsOpenAt > opening.openedAt
      classes.set(classId, {
        ...calendar,
        state: isPlanned ? 'PLANNED' : 'OPEN_FOR_NOMINATION',
        firstDay,
        nominationsClosedAt: null,
        releasesClosedAt: null,
      })
      return processIds.trainingClass(classId)
    },
    hands: (ground: Ground): Partial<Ports> => ({
      ...cycleHands({ ground, years, happened, cycleId }),
      ...roundHands({ ground, rounds, happened, cycleId }),
      ...classHands({ ground, classes, happened }),
    }),
  }
}

function found<T>(all: ReadonlyMap<string, T>, id: string): T {
  const one = all.get(id)
  if (!one) throw new Error(`there is no ${id}`)
  return one
}

function rowOf({ calendar }: Year, moment: Moment): CalendarRow {
  const row = calendar.find((each) => each.moment === moment)
  if (!row) throw new Error(`the calendar has no ${moment}`)
  return row
}

const holidaysAround = (year: number) => [year - 1, year, year + 1].flatMap(holidaysOfYear)

type OfCycles = {
  ground: Ground
  years: Map<string, Year>
  happened: Happened[]
  cycleId: (planYear: number) => string
}

function cycleHands({ ground, years, happened, cycleId }: OfCycles): Partial<Ports> {
  return {
    async openYear() {
      const today = await ground.today()
      const planYear = yearOf(today) + 1
      const id = cycleId(planYear)
      if (years.has(id)) return
      const calendar = defaultCalendar(planYear, today, holidaysAround(planYear))
      years.set(id, { planYear, phase: 'needs', isClosed: false, calendar })
      happened.push({ what: `${planYear} opens`, on: today })
      await ground.start('trainingCycle', id, { cycleId: id })
    },
    async yearStanding(of) {
      const year = found(years, of.cycleId)
      const moment = STATION_ENDS[year.phase]
      return {
        phase: year.phase,
        isClosed: year.isClosed,
        next: moment && { moment, at: instantOf(rowOf(year, moment)) },
      }
    },
    async enterPhase(of) {
      const year = found(years, of.cycleId)
      if (!isPhase(of.phase)) throw new Error(`no such phase: ${of.phase}`)
      year.phase = of.phase
      happened.push({ what: `${year.planYear} ${of.phase}`, on: await ground.today() })
    },
    async closeYear(of) {
      const year = found(years, of.cycleId)
      year.isClosed = true
      happened.push({ what: `${year.planYear} closes`, on: await ground.today() })
    },
  }
}

type OfRounds = Omit<OfCycles, 'years'> & { rounds: Map<string, Round> }

function roundHands({ ground, rounds, happened, cycleId }: OfRounds): Partial<Ports> {
  const note = async (roundId: string, what: string) => {
    const { year } = found(rounds, roundId)
    happened.push({ what: `${year.planYear} ${what}`, on: await ground.today() })
  }
  return {
    openObligations: ({ roundId }) => note(roundId, 'asks the units'),
    nextOfRound: async ({ roundId }) => found(rounds, roundId).left[0] ?? null,
    async remindUnits({ roundId, moment }) {
      await note(roundId, moment)
      found(rounds, roundId).left.shift()
    },
    async closeRound({ roundId }) {
      await note(roundId, 'has heard the units')
      const { year, left } = found(rounds, roundId)
      left.length = 0
      year.phase = 'revision'
      await ground.signal(cycleId(year.planYear), consultationEnded, { roundId })
      return { isClosed: true }
    },
  }
}

type OfClasses = Pick<OfCycles, 'ground' | 'happened'> & { classes: Map<string, Class> }

function classHands({ ground, classes, happened }: OfClasses): Partial<Ports> {
  const step =
    (what: ClassMoment, change: (one: Class, at: string) => void) =>
    async ({ classId }: { classId: string }) => {
      const on = await ground.today()
      change(found(classes, classId), instantAt(on, '17:00'))
      happened.push({ what: `${classId} ${what}`, on })
    }
  return {
    async standingOfClass({ classId }) {
      const one = found(classes, classId)
      const next = nextOfClass({
        ...one,
        firstStartsAt: instantAt(one.firstDay, '08:00'),
        lastEndsAt: instantAt(addDays(one.firstDay, 1), '17:00'),
        freeSeats: 0,
        waiting: 0,
        now: instantAt(await ground.today(), '08:00'),
      })
      return { state: one.state, next }
    },
    openNominations: step('openNominations', (one) => void (one.state = 'OPEN_FOR_NOMINATION')),
    closeNominations: step('closeNominations', (one, at) => void (one.nominationsClosedAt = at)),
    endReleases: step('endReleases', (one, at) => void (one.releasesClosedAt = at)),
    fixList: step('fixList', (one) => void (one.state = 'LIST_FIXED')),
    beginClass: step('beginClass', (one) => void (one.state = 'RUNNING')),
    // who marks it and closes it is of no matter for the time
    endClass: step('endClass', (one) => void (one.state = 'CLOSED')),
  }
}

export const october = (year: number): Day => day(`${year}-10-12`)
