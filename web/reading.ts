import { keepPreviousData, QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import type { Reading, ReplyOf } from '../domain/grammar/route.ts'
import { call, type Given } from './call.ts'
import { Problem, type Unreachable } from './problem.ts'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal stays a refusal; only a lost line is worth another try.
      retry: (failures, error) => !(error instanceof Problem) && failures < 2,
      networkMode: 'always',
      throwOnError: false,
    },
    mutations: { networkMode: 'always' },
  },
})

/** For loaders and prefetching: `queryClient.ensureQueryData(reading(routes.draft, { params }))`. */
export function reading<R extends Reading>(route: R, given: Given<R>) {
  return queryOptions<ReplyOf<R>, Problem | Unreachable | Error>({
    queryKey: [route.path, given],
    queryFn: ({ signal }) => call(route, given, { signal }),
  })
}

type Watching<R extends Reading> = {
  enabled?: boolean
  /** Ask again every so many seconds while the page is looked at. */
  everySeconds?: number | ((found: ReplyOf<R> | undefined) => number)
  /** Another page of the same list: the one before stays until it is there. */
  keepsPage?: boolean
}

/** What the server shows at a route, kept fresh: every deed done here reads it again. */
export function useReading<R extends Reading>(
  route: R,
  given: Given<R>,
  watching: Watching<R> = {},
) {
  const { everySeconds } = watching
  return useQuery({
    ...reading(route, given),
    enabled: watching.enabled ?? true,
    ...(watching.keepsPage && { placeholderData: keepPreviousData }),
    refetchInterval: ({ state }) =>
      1000 *
        (typeof everySeconds === 'function' ? everySeconds(state.data) : (everySeconds ?? 0)) ||
      false,
  })
}
