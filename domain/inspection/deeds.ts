import { type Deed, deed } from '../grammar/deed.ts'

/** From the plan to the last remedy; the states are those of the inspection or of the remedy. */
export const inspectionDeeds = {
  planned: deed({
    name: 'inspection.planned',
    by: ['inspectionHead'],
    over: 'federation',
    in: null,
  }),
  edited: deed({
    name: 'inspection.edited',
    by: ['inspectionHead'],
    over: 'federation',
    in: ['PLANNED'],
  }),
  checklistEdited: deed({
    name: 'checklist.edited',
    by: ['inspectionHead', 'inspector'],
    over: 'federation',
    in: ['PLANNED'],
  }),
  announced: deed({
    name: 'inspection.announced',
    by: ['inspectionHead'],
    over: 'federation',
    in: ['PLANNED'],
  }),
  cancelled: deed({
    name: 'inspection.cancelled',
    by: ['inspectionHead'],
    over: 'federation',
    in: ['PLANNED', 'ANNOUNCED', 'SELF_REPORT_IN'],
  }),
  visitPutOff: deed({
    name: 'visit.putOff',
    by: ['inspectionHead'],
    over: 'federation',
    in: ['ANNOUNCED', 'SELF_REPORT_IN'],
  }),
  teamChanged: deed({
    name: 'team.changed',
    by: ['inspectionHead'],
    over: 'federation',
    in: ['ANNOUNCED', 'SELF_REPORT_IN', 'ON_SITE', 'MINUTES_SIGNED', 'RESULT_DRAFT', 'FOLLOW_UP'],
  }),
  consented: deed({
    name: 'visit.consented',
    by: ['unitHead'],
    over: 'ownUnit',
    in: ['ANNOUNCED', 'SELF_REPORT_IN'],
  }),
  reportWritten: deed({
    name: 'selfReport.written',
    by: ['unitDrafter', 'unitHead'],
    over: 'ownUnit',
    in: ['ANNOUNCED'],
  }),
  reportSent: deed({
    name: 'selfReport.sent',
    by: ['unitHead'],
    over: 'ownUnit',
    in: ['ANNOUNCED'],
  }),
  visitBegun: deed({
    name: 'visit.begun',
    by: ['inspector'],
    over: 'federation',
    in: ['ANNOUNCED', 'SELF_REPORT_IN'],
  }),
  findingWritten: deed({
    name: 'finding.written',
    by: ['inspector'],
    over: 'federation',
    in: ['ON_SITE'],
  }),
  photoAttached: deed({
    name: 'finding-photo.attached',
    by: ['inspector'],
    over: 'federation',
    in: ['ON_SITE'],
  }),
  photoRemoved: deed({
    name: 'finding-photo.removed',
    by: ['inspector'],
    over: 'federation',
    in: ['ON_SITE'],
  }),
  visitSummed: deed({
    name: 'visit.summed',
    by: ['inspector'],
    over: 'federation',
    in: ['ON_SITE'],
  }),
  minutesDrawn: deed({
    name: 'minutes.drawn',
    by: ['inspector'],
    over: 'federation',
    in: ['ON_SITE'],
  }),
  minutesSigned: deed({
    name: 'minutes.signed',
    by: ['inspector'],
    over: 'federation',
    in: ['ON_SITE'],
    stepUp: true,
  }),
  minutesCountersigned: deed({
    name: 'minutes.countersigned',
    by: ['unitHead'],
    over: 'ownUnit',
    in: ['ON_SITE'],
    stepUp: true,
  }),
  repliesWritten: deed({
    name: 'replies.written',
    by: ['unitHead'],
    over: 'ownUnit',
    in: ['MINUTES_SIGNED', 'RESULT_DRAFT'],
  }),
  findingsAnswered: deed({
    name: 'findings.answered',
    by: ['unitHead'],
    over: 'ownUnit',
    in: ['MINUTES_SIGNED', 'RESULT_DRAFT'],
  }),
  resultWritten: deed({
    name: 'result.written',
    by: ['inspector'],
    over: 'federation',
    in: ['MINUTES_SIGNED', 'RESULT_DRAFT'],
  }),
  resultDrafted: deed({
    name: 'result.drafted',
    by: ['inspector'],
    over: 'federation',
    in: ['MINUTES_SIGNED', 'RESULT_DRAFT'],
  }),
  resultReturned: deed({
    name: 'result.returned',
    by: ['inspectionHead'],
    over: 'federation',
    in: ['RESULT_DRAFT'],
  }),
  resultPassed: deed({
    name: 'result.passed',
    by: ['inspectionHead'],
    over: 'federation',
    in: ['RESULT_DRAFT'],
    stepUp: true,
  }),
  resultIssued: deed({
    name: 'result.issued',
    by: ['recordsClerk'],
    over: 'federation',
    in: ['COMMITTEE_PASSED'],
    stepUp: true,
  }),
} as const satisfies Record<string, Deed>

export const remedyDeeds = {
  answered: deed({
    name: 'remedy.answered',
    by: ['unitDrafter', 'unitHead', 'departmentHead'],
    over: 'ownUnit',
    in: ['OPEN', 'SENT_BACK'],
  }),
  accepted: deed({
    name: 'remedy.accepted',
    by: ['inspector'],
    over: 'federation',
    in: ['ANSWERED'],
  }),
  sentBack: deed({
    name: 'remedy.sentBack',
    by: ['inspector'],
    over: 'federation',
    in: ['ANSWERED'],
  }),
} as const satisfies Record<string, Deed>
