import { useNavigate, useParams, useSearch } from '@tanstack/react-router'

const from = '/shell/cycles/$year/approval'

export type Search = {
  plan?: string | undefined
  tab?: 'text' | 'changes' | 'unaccepted' | 'money' | undefined
  step?: 'check' | 'done' | undefined
}

/** What is looked at stands in the address; "back" leads from the check page to the cards. */
export function useApprovalSearch() {
  const { year } = useParams({ from })
  const search: Search = useSearch({ from })
  const navigate = useNavigate({ from: '/cycles/$year/approval' })
  const go = (next: Search, replace = false) =>
    void navigate({ search: (before: Search) => ({ ...before, ...next }), replace })
  return { year: Number(year), search, go }
}
