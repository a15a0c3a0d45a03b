import type { AnswerForm } from '../../domain/feedback/answer-form.contract.ts'
import type { Tx } from '../database.ts'
import { moveAnswer } from './answer-state.ts'
import type { Answering } from './answering.ts'

type Kept = { form: AnswerForm; revision: number; by: string }

/** What the unit has written so far. */
export async function keepForm(tx: Tx, held: Answering, kept: Kept): Promise<void> {
  const { answer, round, clock } = held
  const row = {
    form: JSON.stringify(kept.form),
    revision: kept.revision,
    savedAt: clock,
    savedBy: kept.by,
  }
  await tx
    .insertInto('answerForm')
    .values({
      ...row,
      answerId: answer.id,
      federationId: round.federationId,
      unitId: answer.unitId,
    })
    .onConflict((conflict) => conflict.column('answerId').doUpdateSet(row))
    .execute()
}

/** Writes what the unit has typed, wherever it typed it, and that it is writing. */
export async function keepDraft(tx: Tx, held: Answering, kept: Kept): Promise<void> {
  const { answer, clock } = held
  await keepForm(tx, held, kept)
  await moveAnswer(tx, answer, 'DRAFT', {
    openedAt: answer.openedAt ?? clock,
    writtenAt: clock,
    commentCount: Object.keys(kept.form.comments).length,
  })
}
