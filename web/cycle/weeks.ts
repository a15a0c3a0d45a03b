import type { CycleView } from '../../domain/cycle/cycle.contract.ts'
import { addDays, type Day, day, weekdayOf } from '../../domain/grammar/day.ts'

type Moment = CycleView['moments'][number]

export type WeekDay = {
  on: Day
  isToday: boolean
  isOff: boolean
  holiday: { name: string; kind: 'OFF' | 'MAKE_UP' } | null
  moments: Moment[]
}

const weeksShown = 5

/** Moments after which something is closed for good. */
const lockedMoments: readonly string[] = [
  'needsDue',
  'consultationDue',
  'consultationGraceOver',
  'voteDue',
  'awardFilesDue',
]

export function isLocked({ moment }: Moment): boolean {
  return lockedMoments.includes(moment)
}

/** This week and the four after it, Monday first. */
export function weeksOf({ today, moments, holidays, ribbon }: CycleView): WeekDay[][] {
  // Dates of a station that was left early wait for nobody any more.
  const over = ribbon.stations.filter(({ state }) => state === 'done').map(({ phase }) => phase)
  const isIdle = ({ phase, on }: Moment) => on > today && over.includes(phase)
  const now = day(today)
  const monday = addDays(now, 1 - weekdayOf(now))
  return Array.from({ length: weeksShown }, (_, week) =>
    Array.from({ length: 7 }, (_none, index): WeekDay => {
      const on = addDays(monday, week * 7 + index)
      const holiday = holidays.find((each) => each.day === on) ?? null
      return {
        on,
        isToday: on === now,
        isOff: holiday ? holiday.kind === 'OFF' : index > 4,
        holiday,
        moments: moments.filter((moment) => moment.on === on && !isIdle(moment)),
      }
    }),
  )
}
