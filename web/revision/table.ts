import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { OpinionRow } from '../../domain/revision/opinions.contract.ts'
import { writePlaceKey } from '../../domain/revision/place-key.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import type { ConsolidationView } from '../../domain/revision/views.contract.ts'
import { reading, useReading } from '../reading.ts'
import { useDeciding } from './deciding.ts'
import type { Opinions } from './opinions.ts'
import { anewInList, notNarrowed, type Search, useRevisionSearch } from './search.ts'

export type Table = ReturnType<typeof useTable>

/** The opinion that is open, and the ways to the others, over the borders of page and place. */
export function useTable(view: ConsolidationView, list: Opinions) {
  const { search, go } = useRevisionSearch()
  const { page, writable } = list
  const opinions = page?.opinions ?? []
  const firstOpen = opinions.find((comment) => !comment.isDisposed)
  const current = opinions.find(({ id }) => id === search.comment) ?? firstOpen ?? opinions[0]
  const deciding = useDeciding(view, current)
  const at = current ? opinions.indexOf(current) : -1
  const openHere = opinions.slice(at + 1).find((comment) => !comment.isDisposed)
  const openBeyond = useOpenBeyond(view, list, writable && !openHere)
  const next = openHere ?? openBeyond
  const neighbour = useNeighbour(view, list)
  const openAt = (comment: OpinionRow | undefined) => {
    if (!comment) return
    const isHere = opinions.some(({ id }) => id === comment.id)
    go(isHere ? onPage(search, opinions, comment) : onItsPage(search, comment), true)
  }
  // while another page comes, the one before it stays, and its rows stand elsewhere
  const isThere = current?.id === search.comment && !list.found.isPlaceholderData
  useScrollTo(search.comment, isThere)
  return {
    opinions,
    current,
    deciding,
    next,
    writable,
    openAt,
    move: async (by: 1 | -1) => openAt(opinions[at + by] ?? (await neighbour(by))),
    async writeAndGoOn() {
      if (current && (await deciding.record(current, deciding.choice))) openAt(next ?? current)
    },
    async undo() {
      const id = await deciding.undo()
      if (!id) return
      const undone = opinions.find((comment) => comment.id === id)
      if (undone) openAt(undone)
      else go({ ...anewInList, ...notNarrowed, comment: id }, true)
    },
  }
}

/** The page stays the one that is open, whatever becomes of the opinion by which it was opened. */
function onPage(search: Search, opinions: readonly OpinionRow[], { id }: OpinionRow): Search {
  const { after, before, from, at, comment } = search
  const isTurned = [after, before, from].some((turned) => turned !== undefined)
  return { comment: id, at: isTurned ? undefined : (at ?? comment ?? opinions[0]?.id) }
}

/** Another page, and where only one place was looked at, its place. */
function onItsPage({ place, status }: Search, comment: OpinionRow): Search {
  const { id, round, placeKind: kind, placeCode: code } = comment
  return {
    ...anewInList,
    comment: id,
    place: place && writePlaceKey({ round, kind, code }),
    status: status === 'open' ? status : undefined,
  }
}

/** The first open one behind the page, of whatever place. */
function useOpenBeyond(
  view: ConsolidationView,
  { filter, page }: Opinions,
  isAsked: boolean,
): OpinionRow | undefined {
  const { kind, q } = filter
  const end = page?.end ?? undefined
  const query = { kind, q, status: 'open', after: end, size: 1 } as const
  const given = { params: { planId: view.plan.id }, query }
  const { data } = useReading(routes.opinions, given, { enabled: isAsked && end !== undefined })
  return isAsked ? data?.opinions[0] : undefined
}

/** The next one behind the page or before it, of whatever place. */
function useNeighbour(view: ConsolidationView, { filter, page }: Opinions) {
  const client = useQueryClient()
  return async (by: 1 | -1): Promise<OpinionRow | undefined> => {
    const cursor = (by === 1 ? page?.end : page?.begin) ?? undefined
    if (cursor === undefined) return undefined
    const turn = by === 1 ? { after: cursor } : { before: cursor }
    const query = { ...filter, place: undefined, ...turn, size: 1 }
    const given = { params: { planId: view.plan.id }, query }
    const found = await client.fetchQuery(reading(routes.opinions, given)).catch(() => null)
    return found?.opinions[0]
  }
}

function useScrollTo(commentId: string | undefined, isThere: boolean): void {
  useEffect(() => {
    if (commentId && isThere)
      document.getElementById(`comment-${commentId}`)?.scrollIntoView({ block: 'nearest' })
  }, [commentId, isThere])
}
