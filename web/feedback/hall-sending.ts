import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { call } from '../call.ts'
import { browserCopies, type LocalCopy } from '../kit/autosave/local-copy.ts'
import { afterLeaving, isInHand, leave, takePen } from '../kit/autosave/pen.ts'
import { Problem } from '../problem.ts'
import { queryClient } from '../reading.ts'
import { EMPTY_HALL, Hall, type HallItem, type HallState, type Sent } from './hall.ts'

/** The name of what was done in a hall on this machine; all that is needed to send it stands in it. */
export function documentOf(of: { accountId: string; conferenceId: string }): string {
  return [of.accountId, 'hall', of.conferenceId].join('/')
}

/** Sends what such a document holds. Nothing but the server's own reply is taken for "done". */
export function senderOf(document: string) {
  const [, , conferenceId = ''] = document.split('/')
  return async (item: HallItem): Promise<Sent> => {
    try {
      await sent(conferenceId, item)
      await queryClient.invalidateQueries({ queryKey: [routes.conferences.path] })
      return { kind: 'taken' }
    } catch (error) {
      if (error instanceof Problem && error.status < 500 && error.status !== 401)
        return { kind: 'refused', reason: reasonOf(error) }
      return { kind: 'unreachable' }
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

function reasonOf({ title, errors }: Problem): string {
  return [title, ...new Set(errors.map(({ detail }) => detail))].join(' ')
}

/** Sends what a page that is not open any more has left, as that page would do it. */
export async function sendHall({ document, page }: LocalCopy): Promise<HallState> {
  const pen = takePen(document)
  let state: HallState = EMPTY_HALL
  const hall = new Hall({
    document,
    writer: pen.id,
    isInHand,
    page,
    copies: browserCopies,
    send: senderOf(document),
    onChange: (next) => void (state = next),
  })
  const sending = afterLeaving(document)
    .then(() => hall.start())
    .then(() => hall.flush())
    .finally(() => {
      hall.stop()
      pen.layDown()
    })
  leave(document, sending)
  await sending
  return state
}
