import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'

export type Place = {
  year: number
  plan: string | undefined
  at: string | undefined
  target: string | undefined
  /** Opens a place of the plan for writing; null closes it. */
  open: (at: string | null) => void
  showPlan: (plan: string) => void
  showTarget: (target: string | null) => void
}

/** Which plan, and where in it: all of it stands in the address. */
export function usePlace(): Place {
  const { year } = useParams({ from: '/shell/cycles/$year/draft' })
  const { plan, at, target } = useSearch({ from: '/shell/cycles/$year/draft' })
  const navigate = useNavigate({ from: '/cycles/$year/draft' })
  return useMemo(
    () => ({
      year: Number(year),
      plan,
      at,
      target,
      open: (next) =>
        void navigate({
          search: (now) => ({ ...now, at: next ?? undefined, target: undefined }),
          resetScroll: false,
        }),
      showPlan: (next) => void navigate({ search: { plan: next } }),
      showTarget: (next) =>
        void navigate({ search: (now) => ({ ...now, target: next ?? undefined, at: undefined }) }),
    }),
    [year, plan, at, target, navigate],
  )
}
