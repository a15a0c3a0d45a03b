import { useQueryClient } from '@tanstack/react-query'
import type { Doing, ReplyOf } from '../../domain/grammar/route.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { useMe } from '../app/me.ts'
import type { Given } from '../call.ts'
import { saveThrough } from '../kit/autosave/save-through.ts'
import { type Autosave, useAutosave } from '../kit/autosave/useAutosave.ts'

type Kept<T, R extends Doing> = {
  route: R
  /** What is written, below the account: `finding/…`. */
  key: string
  load: { value: T; revision: number }
  given: (value: T) => Given<R>
  revisionOf: (reply: ReplyOf<R>) => number
  /** What the server has, as a 412 tells it. */
  theirs: (details: unknown) => { revision: number; value: T } | null
}

/** Kept while it is typed; the page is read again, so that who comes back sees what was saved. */
export function useKept<T, R extends Doing>(kept: Kept<T, R>): Autosave<T> {
  const { accountId } = useMe()
  const client = useQueryClient()
  const { route, key, load, given, revisionOf, theirs } = kept
  const save = saveThrough<T, R>({
    route,
    given,
    theirs,
    revisionOf: (reply) => {
      void client.invalidateQueries({ queryKey: [routes.inspection.path] })
      return revisionOf(reply)
    },
  })
  return useAutosave<T>({ document: `${accountId}/${key}`, load, save })
}
