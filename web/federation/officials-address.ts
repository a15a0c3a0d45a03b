import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { officialsSearch } from './search.ts'
import type { Place } from '../kit/table/turns.ts'

const page = getRouteApi('/shell/officials')

export type By = Readonly<Record<string, string | undefined>>
const fromTheStart = { after: undefined, before: undefined, from: undefined }

/** What the address says of the list, and the ways to say something else. */
export function useOfficialsAddress() {
  const asked = page.useSearch()
  const go = page.useNavigate()
  const narrow = useCallback(
    (by: By) =>
      void go({
        search: (was) => officialsSearch.parse({ ...was, ...fromTheStart, ...by }),
        replace: true,
        resetScroll: false,
      }),
    [go],
  )
  const filters = { ...asked, ...fromTheStart }
  return {
    asked,
    filters,
    isNarrowed: isSaid({ ...filters, sort: undefined }),
    narrow,
    turn: (place: Place) => void go({ search: (was) => ({ ...was, ...fromTheStart, ...place }) }),
    clear: () => void go({ search: {} }),
  }
}

function isSaid(filters: object): boolean {
  return Object.values(filters).some((value) => value !== undefined)
}
