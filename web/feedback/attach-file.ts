import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { call } from '../call.ts'
import { queryClient } from '../reading.ts'

/** Brings a file that has come in whole to its place in a unit's answer, from whichever page. */
export function attachTo(answerId: string) {
  return async (uploadId: string, place: string | null): Promise<void> => {
    const given = { params: { answerId }, body: { uploadId, place } }
    await call(routes.attachFile, given, { whenSignedOut: 'throw' })
    await queryClient.invalidateQueries({ queryKey: [routes.myAnswer.path] })
  }
}
