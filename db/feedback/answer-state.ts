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
  mustBecome(answer, to)
  await tx
    .updateTable('answer')
    .set({ ...more, state: to, revision: answer.revision + 1 })
    .where('id', '=', answer.id)
    .execute()
}

export function mustBecome({ state }: AnswerRow, to: AnswerState): void {
  if (state !== to && !mayBecome(state, to))
    throw new Refusal('grammar.wrong-state', 'wrong-state', { params: { state } })
}
