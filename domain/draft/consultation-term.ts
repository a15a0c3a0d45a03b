import { addDays, type Day, dayOfInstant, instantAt } from '../grammar/day.ts'
import type { Obstacle } from '../grammar/obstacle.ts'
import {
  dueInstant,
  firstCountedDay,
  type Holiday,
  isWorkingDay,
  workingDaysBetween,
  workingDaysLater,
} from '../grammar/working-days.ts'

/** How long units have unless the leader says otherwise. */
export const USUAL_WORKING_DAYS = 10

export type ConsultationTerm = {
  dueAt: string
  graceUntil: string
  /** Counted as people count: the opening day is one when opened before noon (settled 6). */
  workingDays: number
}

export type AskedTerm = {
  openedAt: string
  /** The planned day of the opening; null: at once. */
  opensOn: Day | null
  dueOn: Day | null
  graceDays: number
  /** The last day that units were told before, which may move later and never earlier. */
  announcedDueOn: Day | null
}

export function consultationTerm(asked: AskedTerm, holidays: readonly Holiday[]): ConsultationTerm {
  const { openedAt, dueOn, graceDays, announcedDueOn } = asked
  const usual = dueInstant({ openedAt, workingDays: USUAL_WORKING_DAYS }, holidays)
  const announced = announcedDueOn ? instantAt(announcedDueOn, '17:00') : usual
  const dueAt = dueOn ? instantAt(dueOn, '17:00') : usual < announced ? announced : usual
  const first = firstCountedDay(openedAt, holidays)
  return {
    dueAt,
    graceUntil: workingDaysLater(dueAt, graceDays, holidays),
    workingDays: workingDaysBetween(first, dayOfInstant(dueAt), holidays) + 1,
  }
}

/** Why units cannot be given this last day. */
export function obstaclesInTerm(asked: AskedTerm, holidays: readonly Holiday[]): Obstacle[] {
  const { openedAt, dueOn, announcedDueOn, opensOn } = asked
  if (dueOn === null) return []
  const at = '/dueOn'
  // who is told of a day to come has at least until the day after
  if (dueOn < firstCountedDay(openedAt, holidays) || (opensOn && dueOn <= opensOn))
    return [{ code: 'draft.due-too-soon', at }]
  const obstacles: Obstacle[] = []
  if (!isWorkingDay(dueOn, holidays)) obstacles.push({ code: 'draft.due-on-day-off', at })
  if (announcedDueOn && dueOn < announcedDueOn)
    obstacles.push({
      code: 'draft.due-before-announced',
      params: { announced: announcedDueOn },
      at,
    })
  return obstacles
}

/** A round that was planned opens when offices begin to work. */
const OPENING_TIME = '08:00'

/** Whoever agrees today answers for what goes out; in two months other things may be true. */
export const MOST_DAYS_TO_OPENING = 60

/** The day on which a round is to open; null for at once, which is also what today means. */
export function plannedDay(now: string, opensOn: Day | 'now'): Day | null {
  return opensOn === 'now' || opensOn === dayOfInstant(now) ? null : opensOn
}

export function openingInstant(now: string, planned: Day | null): string {
  return planned ? instantAt(planned, OPENING_TIME) : now
}

/** Why a round cannot open on that day. */
export function obstaclesToOpening(
  now: string,
  planned: Day | null,
  holidays: readonly Holiday[],
): Obstacle[] {
  if (planned === null) return []
  const at = '/opensOn'
  const today = dayOfInstant(now)
  if (planned < today) return [{ code: 'draft.opening-gone-by', at }]
  if (!isWorkingDay(planned, holidays)) return [{ code: 'draft.opening-on-day-off', at }]
  const most = MOST_DAYS_TO_OPENING
  if (planned > addDays(today, most))
    return [{ code: 'draft.opening-too-far', params: { most }, at }]
  return []
}
