import { Refusal } from '../../domain/grammar/refusal.ts'
import { type InspectionState, mayBecome } from '../../domain/inspection/states.ts'
import type { Tx } from '../database.ts'
import type { Performed } from '../performer.ts'
import { factsOf, type InspectionRow, inspectionOf, objectOf } from './inspection-row.ts'

type Facts = {
  stateBecause?: string | null
  announcedAt?: string
  selfReportDueOn?: string
  minutesSignedAt?: string
  replyDueAt?: string
  resultDueAt?: string
  result?: string
  rating?: string
  scorePercent?: number | null
  passedAt?: string
  passedBy?: string
  paperId?: string
  issuedAt?: string
  closedAt?: string
}

/** The inspection reaches a new state, or stays in its own with new facts; nothing else writes it. */
export async function moveInspection(
  tx: Tx,
  inspection: InspectionRow,
  { to, ...facts }: Facts & { to: InspectionState },
): Promise<void> {
  if (inspection.state !== to && !mayBecome(inspection.state, to))
    throw new Refusal('grammar.wrong-state', 'wrong-state', {
      params: { state: inspection.state },
    })
  await tx
    .updateTable('inspection')
    .set((update) => ({ ...facts, state: to, revision: update('revision', '+', 1) }))
    .where('id', '=', inspection.id)
    .execute()
}

type Moved = { inspectionId: string; state: InspectionState }

/** What a deed that moved the inspection says to who asked, to the register and to the process. */
export function told(
  inspection: InspectionRow,
  state: InspectionState,
  { as, facts, content }: Pick<Performed<Moved>, 'as' | 'facts' | 'content'>,
): Performed<Moved> {
  return {
    reply: { inspectionId: inspection.id, state },
    as,
    object: objectOf(inspection),
    facts: { ...factsOf(inspection), ...facts },
    ...(content !== undefined && { content }),
    process: { state, id: inspection.id },
  }
}

export const processOf = async (tx: Tx, { params }: { params: { inspectionId: string } }) =>
  (await inspectionOf(tx, params.inspectionId)).processId
