import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { type AnswerForm, EMPTY_FORM } from '../../domain/feedback/answer-form.contract.ts'
import {
  type AnswerView,
  feedbackRoutes as routes,
} from '../../domain/feedback/feedback.contract.ts'
import { useMe } from '../app/me.ts'
import type { Save } from '../kit/autosave/save-state.ts'
import { type Autosave, useAutosave } from '../kit/autosave/useAutosave.ts'
import { reading } from '../reading.ts'
import { answerSave } from './answer-save.ts'

export type AnswerDocument = Autosave<AnswerForm>

/** The unit's answer while it is written: on this machine at once, on the server soon after. */
export function useAnswerDocument(view: AnswerView): AnswerDocument {
  const { accountId } = useMe()
  const { answerId } = view
  const document = useAutosave<AnswerForm>({
    document: `${accountId}/answer/${answerId}`,
    load: { value: view.form, revision: view.formRevision },
    save: useRemembering(view),
  })
  const { edit: editKept } = document
  const edit = useCallback<AnswerDocument['edit']>(
    (change) =>
      editKept((now) => (typeof change === 'function' ? change(withEveryField(now)) : change)),
    [editKept],
  )
  return { ...document, edit, value: withEveryField(document.value) }
}

/** What an older version of the app left on this machine may lack the newest fields. */
const withEveryField = (form: AnswerForm): AnswerForm => ({ ...EMPTY_FORM, ...form })

/** Whoever leaves the page and comes back finds what was saved last, not what was read first. */
function useRemembering(view: AnswerView): Save<AnswerForm> {
  const client = useQueryClient()
  const { answerId, planYear, state, asked } = view
  const { queryKey } = reading(routes.myAnswer, { params: { planYear } })
  const readAgain = useCallback(
    () => void client.invalidateQueries({ queryKey: [routes.myAnswer.path] }),
    [client],
  )
  const { version } = asked
  const save = useMemo(
    () => answerSave(answerId, (newest) => newest > version && readAgain()),
    [answerId, version, readAgain],
  )
  return async (form, revision) => {
    const outcome = await save(form, revision)
    if (outcome.kind !== 'saved') return outcome
    const formRevision = outcome.revision
    client.setQueryData<AnswerView>(queryKey, (now) => now && { ...now, form, formRevision })
    // the first words bring the answer into another state, with other deeds
    if (state !== 'DRAFT') readAgain()
    return outcome
  }
}
