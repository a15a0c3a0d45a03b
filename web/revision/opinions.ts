import { opinionFilter, type OpinionFilter } from '../../domain/revision/opinions.contract.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import type { ConsolidationView } from '../../domain/revision/views.contract.ts'
import { mayDo } from '../kit/Deeds.tsx'
import { useReading } from '../reading.ts'
import { useRevisionSearch } from './search.ts'

/**
 * The page of opinions that the address names: by a cursor, by an opinion that stands on it, or,
 * for whoever decides, by the first one that is still open.
 */
export function useOpinions(view: ConsolidationView) {
  const { search } = useRevisionSearch()
  const { place, status, kind, q, at, comment, after, before, from } = search
  const filter: OpinionFilter = opinionFilter.parse({ place, status, kind, q })
  const writable = mayDo(view.allowedActions, 'comment.disposed')
  const isTurned = [after, before, from].some((turned) => turned !== undefined)
  const asked = at ?? comment ?? (writable ? 'open' : undefined)
  const found = useReading(
    routes.opinions,
    {
      params: { planId: view.plan.id },
      query: { ...filter, ...(isTurned ? { after, before, from } : { at: asked }) },
    },
    { keepsPage: true },
  )
  const isNarrowed = q !== undefined || [place, status, kind].some((narrowed) => narrowed)
  return { filter, found, page: found.data, writable, isNarrowed }
}

export type Opinions = ReturnType<typeof useOpinions>
