import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { call } from '../call.ts'
import { queryClient } from '../reading.ts'

/** Brings a photo that has come in whole to its finding, from whichever page. */
export function attachTo(inspectionId: string, criterionId: string) {
  return async (uploadId: string): Promise<void> => {
    const given = { params: { inspectionId, criterionId }, body: { uploadId } }
    await call(routes.attachPhoto, given, { whenSignedOut: 'throw' })
    await queryClient.invalidateQueries({ queryKey: [routes.inspection.path] })
  }
}
