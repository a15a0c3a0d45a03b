import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { call } from '../call.ts'
import { type BoxKind, refusalIn } from '../kit/autosave/box.ts'
import { queryClient } from '../reading.ts'
import { EMPTY_HALL, Hall, type HallItem, type HallState, isUnsent, type Sent } from './hall.ts'

/** The name of what was done in a hall on this machine; all that is needed to send it stands in it. */
export function documentOf(of: { accountId: string; conferenceId: string }): string {
  return [of.accountId, 'hall', of.conferenceId].join('/')
}

/** Sends what such a document holds. Nothing but the server's own reply is taken for "done". */
function senderOf(document: string) {
  const [, , conferenceId = ''] = document.split('/')
  return async (item: HallItem): Promise<Sent> => {
    try {
      await sent(conferenceId, item)
      await queryClient.invalidateQueries({ queryKey: [routes.conferences.path] })
      return { kind: 'taken' }
    } catch (error) {
      const reason = refusalIn(error)
      return reason === null ? { kind: 'unreachable' } : { kind: 'refused', reason }
    }
  }
}

function sent(conferenceId: string, item: HallItem): Promise<unknown> {
  const params = { conferenceId }
  const { key } = item
  return item.kind === 'mark'
    ? call(routes.takeConferenceAttendance, { params, body: { marks: [item.mark] } }, { key })
    : call(routes.recordOpinion, { params, body: item.opinion }, { key })
}

export const hallBox: BoxKind<HallState, Hall> = {
  empty: EMPTY_HALL,
  open: (options) => new Hall({ ...options, send: senderOf(options.document) }),
  unsentIn: (state) => (isUnsent(state) ? { isKept: state.isKept } : null),
}
