import { type AnswerState, mayBecome } from '../../domain/feedback/answer.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import type { DB } from '../generated.ts'
import type { Updateable } from 'kysely'
import type { AnswerRow } from './obligation.ts'

/** Brings an answer to its next state, with what belongs to the move. */
export async function moveAnswer(
  tx: Tx,
  answer: AnswerRow,
  to: AnswerState,
  more: Updateable<DB['answer']> = {},
): Promise<void> {
  if (answer.state !== to && !mayBecome(answer.state, to))
    throw new Refusal('grammar.wrong-state', 'wrong-state', { params: { state: answer.state } })
  await tx
    .updateTable('answer')
    .set({ ...more, state: to, revision: answer.revision + 1 })
    .where('id', '=', answer.id)
    .execute()
}
