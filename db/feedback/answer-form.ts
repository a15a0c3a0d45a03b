import {
  type AnswerForm,
  answerForm,
  EMPTY_FORM,
} from '../../domain/feedback/answer-form.contract.ts'
import type { Tx } from '../database.ts'

export type SavedForm = {
  form: AnswerForm
  /** 0 before the first saving. */
  revision: number
  savedAt: string | null
  savedByName: string | null
}

/** What the unit has written so far; nobody above the unit can read it (the fence sees to that). */
export async function savedForm(tx: Tx, answerId: string): Promise<SavedForm> {
  const row = await tx
    .selectFrom('answerForm')
    .leftJoin('official', 'official.id', 'answerForm.savedBy')
    .select(['form', 'answerForm.revision', 'savedAt', 'official.fullName as savedByName'])
    .where('answerId', '=', answerId)
    .executeTakeFirst()
  if (!row) return { form: EMPTY_FORM, revision: 0, savedAt: null, savedByName: null }
  return { ...row, form: answerForm.parse(row.form) }
}
