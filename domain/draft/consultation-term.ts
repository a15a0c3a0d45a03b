import { type Day, dayOfInstant, instantAt } from '../grammar/day.ts'
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
  const { openedAt, dueOn, announcedDueOn } = asked
  if (dueOn === null) return []
  const at = '/dueOn'
  if (dueOn < firstCountedDay(openedAt, holidays)) return [{ code: 'draft.due-too-soon', at }]
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
