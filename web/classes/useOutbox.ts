import { useEffect, useRef, useState } from 'react'
import { useMe } from '../app/me.ts'
import { browserCopies } from '../kit/autosave/local-copy.ts'
import { afterLeaving, isInHand, leave, onceLaidDown, takePen } from '../kit/autosave/pen.ts'
import { markUnsent } from '../kit/autosave/unsent.ts'
import { Outbox, type OutboxState } from './outbox.ts'
import type { Tap } from './taps.ts'
import { documentOf, senderOf } from './send-attendance.ts'

const empty: OutboxState = { taps: new Map(), clashes: [], refused: null, isSending: false }

type Of = { classId: string; sessionId: string }

/** The taps of one session on this machine, sent as soon as there is a line. */
export function useOutbox({ classId, sessionId }: Of) {
  const { accountId, officialId } = useMe()
  const [state, setState] = useState(empty)
  const outbox = useRef<Outbox | null>(null)
  const document = documentOf({ accountId, officialId, classId, sessionId })

  useEffect(() => {
    setState(empty)
    const pen = takePen(document)
    const current: Outbox = new Outbox({
      document,
      writer: pen.id,
      isInHand,
      onceLaidDown,
      page: location.pathname,
      copies: browserCopies,
      send: senderOf(document),
      onChange(next) {
        markUnsent(
          document,
          next.taps.size > 0 ? { isKept: true, copy: () => current.copy() } : null,
        )
        setState(next)
      },
    })
    outbox.current = current
    void afterLeaving(document).then(() => current.start())
    const now = () => void current.flush()
    window.addEventListener('online', now)
    return () => {
      window.removeEventListener('online', now)
      const gone = current.flush().finally(() => {
        current.stop()
        pen.layDown()
        markUnsent(document, null)
      })
      leave(document, gone)
    }
  }, [document])

  return {
    state,
    tap: (taps: readonly Tap[]) => void outbox.current?.tap(taps),
    flush: () => void outbox.current?.flush(),
    settle: (...decided: Parameters<Outbox['settle']>) => void outbox.current?.settle(...decided),
  }
}
