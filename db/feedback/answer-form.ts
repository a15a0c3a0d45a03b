import {
  type AnswerForm,
  answerForm,
  EMPTY_FORM,
} from '../../domain/feedback/answer-form.contract.ts'

/** What the unit has written so far; nobody above the unit can read it (the fence sees to that). */
export type SavedRow = {
  form: unknown
  revision: number | null
  savedAt: string | null
  savedByName: string | null
}

export type SavedForm = SavedRow & {
  form: AnswerForm
  /** 0 before the first saving. */
  revision: number
}

export function savedForm({ form, revision, ...saved }: SavedRow): SavedForm {
  if (revision === null) return { ...saved, form: EMPTY_FORM, revision: 0 }
  return { ...saved, form: answerForm.parse(form), revision }
}
