import { z } from 'zod'
import { day, dayOfInstant } from '../../domain/grammar/day.ts'
import { resultForm } from '../../domain/inspection/forms.contract.ts'
import { type Visit, visitMayBeginOn } from '../../domain/inspection/notice.ts'
import type { Rating } from '../../domain/inspection/result.ts'
import type { InspectionKind, InspectionState } from '../../domain/inspection/states.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'

/** An inspection with what every deed on it asks for. */
export async function inspectionOf(tx: Tx, inspectionId: string) {
  return asInspection(await rows(tx).where('inspection.id', '=', inspectionId).executeTakeFirst())
}

/** The same, held until the transaction ends: two deeds on one inspection follow each other. */
export async function inspectionForChange(tx: Tx, inspectionId: string) {
  const row = await rows(tx)
    .where('inspection.id', '=', inspectionId)
    .forUpdate('inspection')
    .executeTakeFirst()
  return asInspection(row)
}

export type InspectionRow = Awaited<ReturnType<typeof inspectionOf>>

const columns = [
  'inspection.id',
  'inspection.federationId',
  'inspection.cycleId',
  'inspection.unitId',
  'inspection.unitPath',
  'inspection.unitName',
  'inspection.kind',
  'inspection.subject',
  'inspection.periodFrom',
  'inspection.periodTo',
  'inspection.decisionNumber',
  'inspection.decisionOn',
  'inspection.visitFrom',
  'inspection.visitTo',
  'inspection.state',
  'inspection.stateBecause',
  'inspection.processId',
  'inspection.selfReportDueOn',
  'inspection.announcedAt',
  'inspection.consentedAt',
  'inspection.consentedBy',
  'inspection.consentWords',
  'inspection.summary',
  'inspection.summaryRevision',
  'inspection.minutesSignedAt',
  'inspection.replyDueAt',
  'inspection.resultDueAt',
  'inspection.result',
  'inspection.rating',
  'inspection.scorePercent',
  'inspection.passedAt',
  'inspection.passedBy',
  'inspection.paperId',
  'inspection.issuedAt',
  'inspection.told',
  'inspection.revision',
  'cycle.planYear',
  'cycle.closedAt as cycleClosedAt',
  'cycle.unitId as topUnitId',
] as const

function rows(tx: Tx) {
  return tx
    .selectFrom('inspection')
    .innerJoin('cycle', 'cycle.id', 'inspection.cycleId')
    .select(columns)
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

const words = z.string().default('')
const kept = z.object({
  summary: z.object({
    strengths: words,
    shortcomings: words,
    causes: words,
    recommendations: words,
  }),
  result: resultForm.nullable(),
})

function asInspection(row: Row | undefined) {
  const { kind, state, rating, summary, result, ...rest } = found(row)
  return {
    ...rest,
    ...kept.parse({ summary, result }),
    // Held to these words by checks of the table.
    kind: kind as InspectionKind,
    state: state as InspectionState,
    rating: rating as Rating | null,
  }
}

export function objectOf(inspection: InspectionRow, revision = inspection.revision + 1) {
  const { id, cycleId, unitId, announcedAt } = inspection
  // @NOTE before the notice the history of a plan is not the unit's to read
  return {
    type: 'inspection',
    id,
    revision,
    cycleId,
    unitId: announcedAt ? unitId : null,
  }
}

export function factsOf({ unitName, subject }: Pick<InspectionRow, 'unitName' | 'subject'>) {
  return { unitName, subject }
}

export function linkTo(inspectionId: string): string {
  return `/inspections/${inspectionId}`
}

/** The visit as its rules see it; null before the notice. */
export function visitOf(
  inspection: Pick<InspectionRow, 'announcedAt' | 'visitFrom' | 'consentedAt'>,
): Visit | null {
  const { announcedAt, visitFrom, consentedAt } = inspection
  if (!announcedAt) return null
  return {
    announcedOn: dayOfInstant(announcedAt),
    visitFrom: day(visitFrom),
    isConsented: consentedAt !== null,
  }
}

export function mayBeginOn(inspection: InspectionRow) {
  const visit = visitOf(inspection)
  return visit && visitMayBeginOn(visit)
}
