import { z } from 'zod'
import { allowedActionView } from '../federation/allowed-action.contract.ts'
import { pagingView } from '../federation/paging.contract.ts'
import { FIGURES } from './criteria.ts'
import { findingForm, repliesWriting, resultWriting, summaryForm } from './forms.contract.ts'
import { photoView } from './photos.contract.ts'
import { REMEDY_STATES } from './remedy.ts'
import { RATINGS } from './result.ts'
import { INSPECTION_KINDS, INSPECTION_STATES } from './states.ts'
import { TEAM_ROLES } from './team.ts'

const counted = z.object({ done: z.int(), total: z.int() })
const textParams = z.record(z.string(), z.union([z.string(), z.number()]))
export const obstacleView = z.object({
  code: z.string(),
  params: textParams.optional(),
  at: z.string().optional(),
})

export const inspectionRowView = z.object({
  inspectionId: z.uuid(),
  planYear: z.int(),
  unitId: z.uuid(),
  unitName: z.string(),
  kind: z.enum(INSPECTION_KINDS),
  subject: z.string(),
  state: z.enum(INSPECTION_STATES),
  visitFrom: z.iso.date(),
  visitTo: z.iso.date(),
  leadName: z.string(),
  rating: z.enum(RATINGS).nullable(),
  scorePercent: z.number().nullable(),
  /** '02/TB-UBKT' */
  number: z.string().nullable(),
  remedies: counted,
  overdueRemedies: z.int(),
  resultDueAt: z.iso.datetime().nullable(),
})
export type InspectionRowView = z.output<typeof inspectionRowView>

export const inspectionsView = z.object({
  inspections: z.array(inspectionRowView),
  mayPlan: z.boolean(),
  /** May see what was not yet inspected: for the offices, not for a unit. */
  isOffice: z.boolean(),
  overdueRemedies: z.int(),
  ...pagingView,
})
export type InspectionsView = z.output<typeof inspectionsView>

export const frequencyRowView = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  lastVisitedOn: z.iso.date().nullable(),
  lastInspectionId: z.uuid().nullable(),
  /** The day of a visit that is planned already. */
  plannedOn: z.iso.date().nullable(),
})
export type FrequencyRowView = z.output<typeof frequencyRowView>

export const memberView = z.object({
  officialId: z.uuid(),
  fullName: z.string(),
  position: z.string(),
  role: z.enum(TEAM_ROLES),
})

/** One figure as the system knows it; its sentence stands at `inspection.figures.<name>`. */
export const figureView = z.object({ name: z.enum(FIGURES), params: textParams.nullable() })

export const criterionView = z.object({
  criterionId: z.uuid(),
  number: z.int(),
  section: z.string(),
  criterion: z.string(),
  evidence: z.string(),
  maxScore: z.int(),
  figure: figureView.nullable(),
  /** Null for a unit until the minutes are drawn up. */
  finding: z
    .object({
      ...findingForm.shape,
      revision: z.int(),
      writtenBy: z.string().nullable(),
      writtenAt: z.iso.datetime().nullable(),
    })
    .nullable(),
  /** Empty for a unit until the minutes are drawn up. */
  photos: z.array(photoView),
  reply: z
    .object({
      stance: z.enum(['AGREE', 'OBJECT']),
      words: z.string(),
      repliedBy: z.string(),
      repliedAt: z.iso.datetime(),
    })
    .nullable(),
  /** What the team said to the objection. */
  answer: z.string().nullable(),
})
export type CriterionView = z.output<typeof criterionView>

export const signatureView = z.object({
  side: z.enum(['TEAM', 'UNIT']),
  signerName: z.string(),
  signerPosition: z.string(),
  signedAt: z.iso.datetime(),
})

export const minutesView = z.object({
  number: z.int(),
  contentSha256: z.string(),
  drawnBy: z.string(),
  drawnAt: z.iso.datetime(),
  /** Findings were changed since: the minutes must be drawn up anew before anyone signs. */
  isStale: z.boolean(),
  signatures: z.array(signatureView),
})

export const remedyView = z.object({
  remedyId: z.uuid(),
  number: z.int(),
  criterionId: z.uuid().nullable(),
  criterionNumber: z.int().nullable(),
  measure: z.string(),
  ownerName: z.string(),
  departmentId: z.uuid().nullable(),
  dueOn: z.iso.date(),
  isOverdue: z.boolean(),
  state: z.enum(REMEDY_STATES),
  closedAt: z.iso.datetime().nullable(),
  answers: z.array(
    z.object({
      words: z.string(),
      answeredBy: z.string(),
      answeredAt: z.iso.datetime(),
      outcome: z.enum(['ACCEPTED', 'SENT_BACK']).nullable(),
      because: z.string().nullable(),
      judgedBy: z.string().nullable(),
    }),
  ),
  allowedActions: z.array(allowedActionView),
})
export type RemedyView = z.output<typeof remedyView>

export const inspectionView = z.object({
  inspectionId: z.uuid(),
  planYear: z.int(),
  unitId: z.uuid(),
  unitName: z.string(),
  kind: z.enum(INSPECTION_KINDS),
  subject: z.string(),
  periodFrom: z.iso.date(),
  periodTo: z.iso.date(),
  decisionNumber: z.string(),
  decisionOn: z.iso.date(),
  visitFrom: z.iso.date(),
  visitTo: z.iso.date(),
  /** The first day on which the visit may begin, once the notice is out. */
  visitMayBeginOn: z.iso.date().nullable(),
  /** The last day for the notice without the unit's consent. */
  noticeDueOn: z.iso.date(),
  isShortNotice: z.boolean(),
  state: z.enum(INSPECTION_STATES),
  stateBecause: z.string().nullable(),
  revision: z.int(),
  announcedAt: z.iso.datetime().nullable(),
  selfReportDueOn: z.iso.date().nullable(),
  consent: z.object({ words: z.string(), by: z.string(), at: z.iso.datetime() }).nullable(),
  /** With whether somebody may no more inspect this unit, by a merger or a new post. */
  team: z.array(memberView.extend({ isLost: z.boolean() })),
  isTeam: z.boolean(),
  /** The reader belongs to the inspected unit. */
  isUnit: z.boolean(),
  selfReport: z
    .object({
      text: z.string(),
      revision: z.int(),
      writtenBy: z.string(),
      sentAt: z.iso.datetime().nullable(),
      sentBy: z.string().nullable(),
    })
    .nullable(),
  criteria: z.array(criterionView),
  summary: z.object({ ...summaryForm.shape, revision: z.int() }).nullable(),
  minutes: minutesView.nullable(),
  minutesSignedAt: z.iso.datetime().nullable(),
  replyDueAt: z.iso.datetime().nullable(),
  resultDueAt: z.iso.datetime().nullable(),
  scorePercent: z.number().nullable(),
  result: z
    .object({
      rating: z.enum(RATINGS),
      conclusion: z.string(),
      passedBy: z.string().nullable(),
      passedAt: z.iso.datetime().nullable(),
      number: z.string().nullable(),
      issuedOn: z.iso.date().nullable(),
    })
    .nullable(),
  remedies: z.array(remedyView),
  /** What is being written and was not sent: each side's own. Null within: it was sent. */
  repliesWriting: z.object({ form: repliesWriting.nullable(), revision: z.int() }).nullable(),
  resultWriting: z.object({ form: resultWriting.nullable(), revision: z.int() }).nullable(),
  /** Who but the unit may have to mend something: for those who draft the result. */
  departments: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** What still stands against the next deed of the reader. */
  obstacles: z.array(obstacleView),
  allowedActions: z.array(allowedActionView),
})
export type InspectionView = z.output<typeof inspectionView>

export const inspectorView = z.object({
  officialId: z.uuid(),
  fullName: z.string(),
  position: z.string(),
})
export type InspectorView = z.output<typeof inspectorView>

/** Minutes or a result as a paper of Decree 30: every line in Vietnamese, whoever reads. */
export const printedInspectionView = z.object({
  inspectionId: z.uuid(),
  country: z.string(),
  motto: z.string(),
  parentBody: z.string(),
  issuingBody: z.string(),
  /** Null where the paper bears none: minutes. */
  number: z.string().nullable(),
  placeAndDate: z.string(),
  docType: z.string(),
  abstract: z.string(),
  opening: z.array(z.string()),
  sections: z.array(
    z.object({
      heading: z.string(),
      paragraphs: z.array(z.string()),
      table: z
        .object({ heads: z.array(z.string()), rows: z.array(z.array(z.string())) })
        .nullable(),
    }),
  ),
  /** From left to right, as they stand at the foot. */
  signatures: z.array(z.object({ authority: z.array(z.string()), name: z.string().nullable() })),
  recipients: z.array(z.string()),
  contentSha256: z.string().nullable(),
})
export type PrintedInspectionView = z.output<typeof printedInspectionView>
