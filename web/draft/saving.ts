import type { z } from 'zod'
import { z as schema } from 'zod'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import { saved } from '../../domain/draft/views.contract.ts'
import type { Doing } from '../../domain/grammar/route.ts'
import type { Given } from '../call.ts'
import type { Save, SaveState } from '../kit/autosave/save-state.ts'
import { saveThrough } from '../kit/autosave/save-through.ts'
import { queryClient } from '../reading.ts'
import { store } from '../store.ts'

/** Where the words stand that are being typed now, for the bar at the foot. */
export const savingNow = store<SaveState<unknown>>({ kind: 'none' })

/** Marks the clause that is open as finished and brings it to the server. */
export const finishing = store<(() => Promise<void>) | null>(null)

/** Saves one part of the plan; totals and checks are read again once it is there. */
export function savingBy<T, R extends Doing>(
  route: R,
  form: z.ZodType<T>,
  given: (value: T) => Given<R>,
): Save<T> {
  const conflict = schema.object({ revision: schema.int(), theirs: form })
  const save = saveThrough<T, R>({
    route,
    given,
    revisionOf: (reply) => saved.parse(reply).revision,
    theirs(details) {
      const read = conflict.safeParse(details)
      return read.success ? { revision: read.data.revision, value: read.data.theirs } : null
    },
  })
  return async (value, revision) => {
    const outcome = await save(value, revision)
    if (outcome.kind === 'saved') void readPlanAgain()
    return outcome
  }
}

export function readPlanAgain(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: [draftRoutes.workingPlan.path] })
}
