import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { call } from '../call.ts'
import { queryClient } from '../reading.ts'

/** Brings a file that has come in whole to its task, from whichever page. */
export function attachTo(taskId: string) {
  return async (uploadId: string): Promise<void> => {
    const given = { params: { taskId }, body: { uploadId } }
    await call(routes.attachTaskFile, given, { whenSignedOut: 'throw' })
    await queryClient.invalidateQueries({ queryKey: [routes.consolidation.path] })
  }
}
