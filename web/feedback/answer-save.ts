import { z } from 'zod'
import { type AnswerForm, answerForm } from '../../domain/feedback/answer-form.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { timeOfInstant } from '../../domain/grammar/day.ts'
import type { Save } from '../kit/autosave/save-state.ts'
import { saveThrough } from '../kit/autosave/save-through.ts'

const stale = z.object({
  revision: z.int(),
  theirs: answerForm,
  by: z.string().nullish(),
  at: z.iso.datetime().nullish(),
})

/** Brings the answer of a unit to the server, from its page or from anywhere else. */
export function answerSave(
  answerId: string,
  /** Hears on which version the department's questions stand. */
  hearsOf: (questionsVersion: number) => unknown = () => undefined,
): Save<AnswerForm> {
  return saveThrough<AnswerForm, typeof routes.save>({
    route: routes.save,
    given: (form) => ({ params: { answerId }, body: { form } }),
    revisionOf: (reply) => {
      hearsOf(reply.questionsVersion)
      return reply.revision
    },
    theirs: theirsIn,
  })
}

/** The same for what the department enters from a unit's paper. */
export function assistedSave(answerId: string): Save<AnswerForm> {
  return saveThrough<AnswerForm, typeof routes.saveAssisted>({
    route: routes.saveAssisted,
    given: (form) => ({ params: { answerId }, body: { form } }),
    revisionOf: ({ revision }) => revision,
    theirs: theirsIn,
  })
}

function theirsIn(details: unknown) {
  const read = stale.safeParse(details)
  if (!read.success) return null
  const { revision, theirs, by, at } = read.data
  return { revision, value: theirs, ...(by && { by }), ...(at && { at: timeOfInstant(at) }) }
}
