import { queryOptions, useQuery } from '@tanstack/react-query'
import { federationRoutes, type MeView } from '../../domain/federation/federation.contract.ts'
import { call } from '../call.ts'
import { belongTo } from '../whose-page.ts'

/** Who is signed in. Its 401 leads to the sign-in page instead of a dialog: nothing is open yet. */
export const meReading = queryOptions({
  queryKey: [federationRoutes.me.path, {}],
  queryFn: async ({ signal }) => {
    const me = await call(federationRoutes.me, {}, { signal, whenSignedOut: 'throw' })
    belongTo(me.accountId)
    return me
  },
  staleTime: 60_000,
})

/** The person at the screen; the shell has read it before any page is drawn. */
export function useMe(): MeView {
  const { data } = useQuery(meReading)
  if (!data) throw new Error('useMe is for pages inside the shell')
  return data
}
