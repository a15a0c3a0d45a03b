import { useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import {
  type PreparationForm,
  preparationForm,
  preparationRoutes as routes,
  type PreparationView,
} from '../../domain/feedback/preparation.contract.ts'
import { timeOfInstant } from '../../domain/grammar/day.ts'
import { useMe } from '../app/me.ts'
import { saveThrough } from '../kit/autosave/save-through.ts'
import { type Autosave, useAutosave } from '../kit/autosave/useAutosave.ts'

export type PreparationDocument = Autosave<PreparationForm>

const stale = z.object({
  revision: z.int(),
  theirs: preparationForm,
  by: z.string().nullish(),
  at: z.iso.datetime().nullish(),
})

/** How a round is prepared, kept while it is typed; who would be invited is counted anew. */
export function usePreparation(view: PreparationView): PreparationDocument {
  const { accountId } = useMe()
  const client = useQueryClient()
  const { planYear, cycleId } = view
  return useAutosave<PreparationForm>({
    document: `${accountId}/round-preparation/${cycleId}`,
    load: { value: view.form, revision: view.revision },
    save: saveThrough<PreparationForm, typeof routes.prepare>({
      route: routes.prepare,
      given: (form) => ({ params: { planYear }, body: { form } }),
      revisionOf: (reply) => {
        void client.invalidateQueries({ queryKey: [routes.preparation.path] })
        return reply.revision
      },
      theirs: (details) => {
        const read = stale.safeParse(details)
        if (!read.success) return null
        const { revision, theirs, by, at } = read.data
        return { revision, value: theirs, ...(by && { by }), ...(at && { at: timeOfInstant(at) }) }
      },
    }),
  })
}
