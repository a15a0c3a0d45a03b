import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useYear } from '../app/year.ts'
import type { Place } from '../kit/table/turns.ts'
import { classesSearch } from './search.ts'

const page = getRouteApi('/shell/classes')
const fromTheStart = { after: undefined, before: undefined, from: undefined }

/** What the address says of the list, and the ways to say something else. */
export function useClassesAddress() {
  const { year, ...asked } = page.useSearch()
  const go = page.useNavigate()
  const other = useYear()
  const narrow = useCallback(
    (by: Readonly<Record<string, string | number | undefined>>) =>
      void go({
        search: (was) => classesSearch.parse({ ...was, ...fromTheStart, ...by }),
        replace: true,
        resetScroll: false,
      }),
    [go],
  )
  const filters = { ...asked, ...fromTheStart }
  return {
    planYear: year ?? other,
    asked,
    filters,
    isNarrowed: Object.values(filters).some((value) => value !== undefined),
    narrow,
    turn: (place: Place) => void go({ search: (was) => ({ ...was, ...fromTheStart, ...place }) }),
    clear: () => void go({ search: { year } }),
  }
}
