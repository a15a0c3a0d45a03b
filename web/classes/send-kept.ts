import { browserCopies, type LocalCopy } from '../kit/autosave/local-copy.ts'
import { afterLeaving, isInHand, leave, takePen } from '../kit/autosave/pen.ts'
import { Outbox, type OutboxState } from './outbox.ts'
import { senderOf } from './send-attendance.ts'

/** Sends what a page that is not open any more has left, as that page would do it. */
export async function sendKept({ document, page }: LocalCopy): Promise<OutboxState | null> {
  const pen = takePen(document)
  let state: OutboxState | null = null
  const outbox = new Outbox({
    document,
    writer: pen.id,
    isInHand,
    page,
    copies: browserCopies,
    send: senderOf(document),
    onChange: (next) => void (state = next),
  })
  const sending = afterLeaving(document)
    .then(() => outbox.start())
    .then(() => outbox.flush())
    .finally(() => {
      outbox.stop()
      pen.layDown()
    })
  leave(document, sending)
  await sending
  return state
}
