import { addDays, type Day, daysBetween, instantAt, laterDay, writeDay } from '../grammar/day.ts'
import type { Obstacle } from '../grammar/obstacle.ts'

/** How many days before the visit the unit must know of it (settled 4). */
export const NOTICE_DAYS = 10

/** The last day on which the notice may go out without the unit's consent. */
export function noticeDueOn(visitFrom: Day): Day {
  return addDays(visitFrom, -NOTICE_DAYS)
}

export function isShortNotice(announcedOn: Day, visitFrom: Day): boolean {
  return daysBetween(announcedOn, visitFrom) < NOTICE_DAYS
}

export type Visit = { announcedOn: Day; visitFrom: Day; isConsented: boolean }

/** The first day of the visit: as announced with the unit's consent, else after ten full days. */
export function visitMayBeginOn({ announcedOn, visitFrom, isConsented }: Visit): Day {
  return isConsented ? visitFrom : laterDay(visitFrom, addDays(announcedOn, NOTICE_DAYS))
}

/** When the process opens the visit by itself. */
export function visitOpensAt(visit: Visit): string {
  return instantAt(visitMayBeginOn(visit), '00:00')
}

export function obstaclesToVisit(visit: Visit, today: Day): Obstacle[] {
  const from = visitMayBeginOn(visit)
  if (today >= from) return []
  const params = { from: writeDay(from) }
  return today >= visit.visitFrom
    ? [{ code: 'inspection.consent-missing', params }]
    : [{ code: 'inspection.visit-not-yet', params }]
}

export type PutOff = {
  visitFrom: Day
  visitTo: Day
  /** Null where the unit has reported already. */
  selfReportDueOn: Day | null
}

/**
 * What was announced may come later, never earlier (settled 5): the visit, and the day on which the
 * unit reports.
 */
export function obstaclesToPuttingOff(before: PutOff, after: PutOff): Obstacle[] {
  const { visitFrom, selfReportDueOn } = before
  const isReportWrong =
    selfReportDueOn !== null &&
    (after.selfReportDueOn === null ||
      after.selfReportDueOn < selfReportDueOn ||
      after.selfReportDueOn > after.visitTo)
  return [
    ...(after.visitFrom <= visitFrom
      ? [
          {
            code: 'inspection.visit-only-later',
            at: '/visitFrom',
            params: { day: writeDay(visitFrom) },
          },
        ]
      : []),
    ...(isReportWrong
      ? [
          {
            code: 'inspection.report-only-later',
            at: '/selfReportDueOn',
            params: { day: writeDay(selfReportDueOn) },
          },
        ]
      : []),
  ]
}
