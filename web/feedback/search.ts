import { useNavigate, useSearch } from '@tanstack/react-router'
import type { FeedbackSearch } from './routes.tsx'

/** The rehearsal as whichever unit comes first. */
export const anyUnit = 'any'

const from = '/shell/cycles/$year/feedback'

/** What the address says, and the way to change a part of it. */
export function useFeedbackSearch() {
  const search = useSearch({ from })
  const navigate = useNavigate({ from: '/cycles/$year/feedback' })
  const go = (change: FeedbackSearch, options: { replace?: boolean; resetScroll?: boolean } = {}) =>
    void navigate({
      search: (now) => ({ ...now, ...change }),
      // a place that is named comes into sight by itself
      resetScroll: change.at === undefined,
      ...options,
    })
  return { search, go }
}
