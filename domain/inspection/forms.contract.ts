import { z } from 'zod'
import { line } from '../federation/line.contract.ts'
import { isPlainText } from '../grammar/text.ts'
import { FIGURES } from './criteria.ts'
import { OUTCOMES, SEVERITIES } from './finding.ts'
import { RATINGS } from './result.ts'
import { INSPECTION_KINDS } from './states.ts'
import { TEAM_ROLES } from './team.ts'

const dayField = z.iso.date('grammar.not-a-day')

/** Text of several lines; it may be empty. */
const words = (most: number) =>
  z.string().trim().max(most).refine(isPlainText, { error: 'grammar.control-characters' })
/** The same while somebody is writing: what is typed stays as it is typed. */
const typing = (most: number) =>
  z.string().max(most).refine(isPlainText, { error: 'grammar.control-characters' })
const fewerThan = (most: number) => (entries: object) => Object.keys(entries).length <= most
const said = (most: number) => words(most).min(3, { error: 'inspection.reason-needed' })

export const teamForm = z
  .array(z.strictObject({ officialId: z.uuid(), role: z.enum(TEAM_ROLES) }))
  .min(1, { error: 'inspection.one-lead-needed' })
  .max(15)

export const teamChangeForm = z.strictObject({ team: teamForm, reason: said(2000) })

const plan = {
  kind: z.enum(INSPECTION_KINDS),
  subject: line(300),
  periodFrom: dayField,
  periodTo: dayField,
  decisionNumber: line(60),
  decisionOn: dayField,
  visitFrom: dayField,
  visitTo: dayField,
  team: teamForm,
}
type Days = { periodFrom: string; periodTo: string; visitFrom: string; visitTo: string }
const periodInOrder = ({ periodFrom, periodTo }: Days) => periodFrom <= periodTo
const visitInOrder = ({ visitFrom, visitTo }: Days) => visitFrom <= visitTo
const ends = { error: 'inspection.ends-before-it-begins' }

export const editForm = z
  .strictObject(plan)
  .refine(periodInOrder, { ...ends, path: ['periodTo'] })
  .refine(visitInOrder, { ...ends, path: ['visitTo'] })
export type EditForm = z.output<typeof editForm>

export const planForm = z
  .strictObject({ ...plan, planYear: z.int().min(2000).max(2100), unitId: z.uuid() })
  .refine(periodInOrder, { ...ends, path: ['periodTo'] })
  .refine(visitInOrder, { ...ends, path: ['visitTo'] })
export type PlanForm = z.output<typeof planForm>

export const checklistForm = z.strictObject({
  criteria: z
    .array(
      z.strictObject({
        section: line(120),
        criterion: line(300),
        evidence: words(600),
        maxScore: z.int().min(1).max(100),
        figure: z.enum(FIGURES).nullable(),
      }),
    )
    .min(1)
    .max(60),
})

export const noticeForm = z.strictObject({ selfReportDueOn: dayField })

export const putOffForm = z
  .strictObject({
    visitFrom: dayField,
    visitTo: dayField,
    /** Null where the unit has reported already. */
    selfReportDueOn: dayField.nullable(),
    reason: said(2000),
  })
  .refine(({ visitFrom, visitTo }) => visitFrom <= visitTo, { ...ends, path: ['visitTo'] })
export type PutOffForm = z.output<typeof putOffForm>

export const reasonForm = z.strictObject({ reason: said(2000) })
export const consentForm = z.strictObject({ words: said(1000) })
export const reportForm = z.strictObject({ text: typing(20_000) })

export const photoCaptions = z
  .record(z.uuid(), typing(300))
  .refine(fewerThan(40), 'grammar.too-many')

export const findingForm = z.strictObject({
  outcome: z.enum(OUTCOMES).nullable(),
  note: typing(4000),
  score: z.int().min(0).max(100).nullable(),
  severity: z.enum(SEVERITIES).nullable(),
  /** What photos show, by photo; left out by pages from before there were any. */
  captions: photoCaptions.exactOptional(),
})
export type FindingForm = z.output<typeof findingForm>

export const summaryForm = z.strictObject({
  strengths: typing(6000),
  shortcomings: typing(6000),
  causes: typing(6000),
  recommendations: typing(6000),
})
export type SummaryForm = z.output<typeof summaryForm>

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
export const minutesSignatureForm = z.strictObject({
  number: z.int().min(1),
  contentSha256: sha256,
})

export const repliesForm = z.strictObject({
  replies: z
    .array(
      z
        .strictObject({
          criterionId: z.uuid(),
          stance: z.enum(['AGREE', 'OBJECT']),
          words: words(4000),
        })
        .refine(({ stance, words: objection }) => stance === 'AGREE' || objection !== '', {
          error: 'inspection.objection-without-words',
          path: ['words'],
        }),
    )
    .min(1)
    .max(60),
})

/** The same while the unit’s head is at it: by criterion. */
export const repliesWriting = z.strictObject({
  said: z.record(
    z.uuid(),
    z.strictObject({ stance: z.enum(['AGREE', 'OBJECT']), words: typing(4000) }),
  ),
})
export type RepliesWriting = z.output<typeof repliesWriting>

export const resultForm = z.strictObject({
  rating: z.enum(RATINGS),
  conclusion: words(8000).min(10, { error: 'inspection.conclusion-needed' }),
  /** What the team says to each objection. */
  answers: z.array(z.strictObject({ criterionId: z.uuid(), words: words(4000).min(1) })).max(60),
  remedies: z
    .array(
      z.strictObject({
        criterionId: z.uuid().nullable(),
        measure: words(1000).min(3, { error: 'inspection.measure-needed' }),
        /** A department of the federation; null: the inspected unit itself. */
        departmentId: z.uuid().nullable(),
        dueOn: dayField,
      }),
    )
    .max(40),
})
export type ResultForm = z.output<typeof resultForm>

/** The same while the team is at it: nothing need be whole yet. */
export const resultWriting = z.strictObject({
  rating: z.enum(RATINGS),
  conclusion: typing(8000),
  answers: z.record(z.uuid(), typing(4000)),
  remedies: z
    .array(
      z.strictObject({
        criterionId: z.uuid().nullable(),
        measure: typing(1000),
        departmentId: z.uuid().nullable(),
        dueOn: z.string().max(10),
      }),
    )
    .max(40),
})
export type ResultWriting = z.output<typeof resultWriting>

export const proofForm = z.strictObject({ words: said(4000) })
