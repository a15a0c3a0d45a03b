import { day, instantAt } from '../../domain/grammar/day.ts'
import { noticeDueOn, visitOpensAt } from '../../domain/inspection/notice.ts'
import { nextOfRemedies } from '../../domain/inspection/remedy.ts'
import type { Tx } from '../database.ts'
import { type InspectionRow, inspectionOf, visitOf } from './inspection-row.ts'

type Next = { moment: string; at: string } | null

/** How an inspection stands, and what its process waits for until a person does something. */
export async function standingOfInspection(
  tx: Tx,
  inspectionId: string,
): Promise<{ state: string; next: Next }> {
  const inspection = await inspectionOf(tx, inspectionId)
  return { state: inspection.state, next: await nextOf(tx, inspection) }
}

/** The one moment of each state that is still ahead, and has not told anybody yet. */
async function nextOf(tx: Tx, inspection: InspectionRow): Promise<Next> {
  const { state, visitFrom, visitTo, resultDueAt, issuedAt } = inspection
  const once = (moment: string, at: string | null): Next =>
    at === null || inspection.told.includes(moment) ? null : { moment, at }
  switch (state) {
    case 'PLANNED':
      return once('noticeDue', instantAt(noticeDueOn(day(visitFrom)), '08:00'))
    case 'ANNOUNCED':
      return earlier(once('reportDue', reportDueAt(inspection)), opening(inspection))
    case 'SELF_REPORT_IN':
      return opening(inspection)
    case 'ON_SITE':
      return once('minutesDue', instantAt(day(visitTo), '17:00'))
    case 'MINUTES_SIGNED':
    case 'RESULT_DRAFT':
    case 'COMMITTEE_PASSED':
      return once('resultDue', resultDueAt)
    case 'NOTICE_ISSUED':
      return once('followUp', issuedAt)
    case 'FOLLOW_UP':
      return nextOfRemedies(await openRemedies(tx, inspection.id))
    case 'CLOSED':
    case 'CANCELLED':
      return null
  }
}

function opening(inspection: InspectionRow): Next {
  const visit = visitOf(inspection)
  return visit && { moment: 'visit', at: visitOpensAt(visit) }
}

function reportDueAt({ selfReportDueOn }: InspectionRow): string | null {
  return selfReportDueOn && instantAt(day(selfReportDueOn), '17:00')
}

function earlier(a: Next, b: Next): Next {
  if (!a || !b) return a ?? b
  return a.at <= b.at ? a : b
}

async function openRemedies(tx: Tx, inspectionId: string) {
  const rows = await tx
    .selectFrom('remedy')
    .select(['id', 'dueOn', 'dueAt', 'remindedAt', 'overdueAt'])
    .where('inspectionId', '=', inspectionId)
    .where('state', 'in', ['OPEN', 'ANSWERED', 'SENT_BACK'])
    .orderBy('dueAt')
    .execute()
  return rows.map((row) => ({ ...row, dueOn: day(row.dueOn) }))
}
