import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { OpinionsQuery } from '../../domain/revision/opinions.contract.ts'
import type { DiffMode } from '../kit/paper/WordDiff.tsx'

const from = '/shell/cycles/$year/revision'

export const TASK_FILTERS = ['all', 'mine', 'overdue', 'waiting'] as const
export type TaskFilter = (typeof TASK_FILTERS)[number]

export type Search = {
  plan?: string | undefined
  part?: 'comments' | 'requests' | 'tasks' | undefined
  comment?: string | undefined
  tasks?: TaskFilter | undefined
  place?: string | undefined
  status?: OpinionsQuery['status']
  kind?: OpinionsQuery['kind']
  q?: string | undefined
  /** An opinion on the page that is shown. */
  at?: string | undefined
  after?: string | undefined
  before?: string | undefined
  from?: 'start' | 'end' | undefined
}

/** The page at which the list opens by itself, with no opinion chosen on it. */
export const anewInList = {
  comment: undefined,
  at: undefined,
  after: undefined,
  before: undefined,
  from: undefined,
} as const satisfies Search

export const notNarrowed = {
  place: undefined,
  status: undefined,
  kind: undefined,
  q: undefined,
} as const satisfies Search

export type CompareSearch = {
  plan?: string | undefined
  mode?: DiffMode | undefined
  from?: 'read' | number | undefined
  to?: number | undefined
}

/** What is looked at stands in the address, so that it can be sent to somebody. */
export function useRevisionSearch() {
  const { year } = useParams({ from })
  const search: Search = useSearch({ from })
  const navigate = useNavigate({ from: '/cycles/$year/revision' })
  const go = useCallback(
    (next: Search, replace = false) =>
      void navigate({
        search: (before: Search) => ({ ...before, ...next }),
        replace,
        // the opinion that is open comes into sight by itself, from wherever one has scrolled to
        resetScroll: false,
      }),
    [navigate],
  )
  /** Other opinions than those on the screen, from the head of the list. */
  const turn = useCallback(
    (next: Search, replace = false) =>
      void navigate({
        search: (before: Search) => ({ ...before, ...anewInList, ...next }),
        replace,
        hash: 'opinions',
      }),
    [navigate],
  )
  return { year: Number(year), search, go, turn }
}
