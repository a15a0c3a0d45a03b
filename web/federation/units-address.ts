import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { unitsSearch } from './search.ts'
import type { By } from './officials-address.ts'
import type { Place } from '../kit/table/turns.ts'

const page = getRouteApi('/shell/units')
const fromTheStart = { after: undefined, before: undefined, from: undefined }

/** What the address says of the units; a day alone still shows the tree. */
export function useUnitsAddress() {
  const asked = page.useSearch()
  const go = page.useNavigate()
  const narrow = useCallback(
    (by: By) =>
      void go({
        search: (was) => unitsSearch.parse({ ...was, ...fromTheStart, ...by }),
        replace: true,
        resetScroll: false,
      }),
    [go],
  )
  const filters = { ...asked, ...fromTheStart }
  return {
    asked,
    filters,
    isNarrowed: Object.values({ ...filters, on: undefined }).some((said) => said !== undefined),
    narrow,
    turn: (place: Place) => void go({ search: (was) => ({ ...was, ...fromTheStart, ...place }) }),
    clear: () => void go({ search: {} }),
  }
}
