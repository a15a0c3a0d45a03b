import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { call } from '../call.ts'
import { queryClient, reading } from '../reading.ts'

/** Marks drafts as read where somebody says so by going on; without a line it is left for later. */
export async function markRead(planIds: readonly string[]): Promise<void> {
  for (const planId of planIds) {
    const given = { params: { planId } }
    try {
      const { lastRead, version, sha256 } = await queryClient.fetchQuery(
        reading(routes.reading, given),
      )
      if (lastRead && lastRead.version === version) continue
      await call(routes.markRead, { ...given, body: { sha256 } }, { whenSignedOut: 'throw' })
      await queryClient.invalidateQueries({ queryKey: [routes.reading.path] })
    } catch {
      // Nothing waits for it: the next time it is read, it is marked.
      return
    }
  }
}
