import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useRef } from 'react'
import { z } from 'zod'
import { type AnswerForm, answerForm } from '../../domain/feedback/answer-form.contract.ts'
import {
  type AnswerView,
  feedbackRoutes as routes,
} from '../../domain/feedback/feedback.contract.ts'
import { useMe } from '../app/me.ts'
import { saveThrough } from '../kit/autosave/save-through.ts'
import type { Save } from '../kit/autosave/saver.ts'
import { type Autosave, useAutosave } from '../kit/autosave/useAutosave.ts'
import { reading } from '../reading.ts'

export type AnswerDocument = Autosave<AnswerForm> & {
  /** What the server holds after the last save: the deeds that follow are made on it. */
  revision: () => number
}

const stale = z.object({ revision: z.int(), theirs: answerForm })

/** The unit's answer while it is written: on this machine at once, on the server soon after. */
export function useAnswerDocument(view: AnswerView): AnswerDocument {
  const { accountId } = useMe()
  const { answerId } = view
  const revision = useRef(view.formRevision)
  const save = useMemo(
    () =>
      saveThrough<AnswerForm, typeof routes.save>({
        route: routes.save,
        given: (form) => ({ params: { answerId }, body: { form } }),
        revisionOf: (reply) => (revision.current = reply.revision),
        theirs: (details) => {
          const read = stale.safeParse(details)
          if (!read.success) return null
          revision.current = read.data.revision
          return { revision: read.data.revision, value: read.data.theirs }
        },
      }),
    [answerId],
  )
  const remembering = useRemembering(view, save)
  const autosave = useAutosave<AnswerForm>({
    key: `${accountId}/answer/${answerId}`,
    load: { value: view.form, revision: view.formRevision },
    save: remembering,
  })
  return { ...autosave, revision: () => revision.current }
}

/** Whoever leaves the page and comes back finds what was saved last, not what was read first. */
function useRemembering(view: AnswerView, save: Save<AnswerForm>): Save<AnswerForm> {
  const client = useQueryClient()
  const { planYear, state } = view
  const { queryKey } = reading(routes.myAnswer, { params: { planYear } })
  return async (form, revision) => {
    const outcome = await save(form, revision)
    if (outcome.kind !== 'saved') return outcome
    const formRevision = outcome.revision
    client.setQueryData<AnswerView>(queryKey, (now) => now && { ...now, form, formRevision })
    // the first words bring the answer into another state, with other deeds
    if (state !== 'DRAFT') void client.invalidateQueries({ queryKey })
    return outcome
  }
}
