import { useEffect, useRef, useState } from 'react'
import { useMe } from '../app/me.ts'
import { browserCopies } from '../kit/autosave/local-copy.ts'
import { afterLeaving, isInHand, leave, onceLaidDown, takePen } from '../kit/autosave/pen.ts'
import { markUnsent } from '../kit/autosave/unsent.ts'
import { documentOf, senderOf } from './hall-sending.ts'
import { EMPTY_HALL, Hall, type HallDeed, type HallItem, isUnsent, type Speech } from './hall.ts'

export type HallDesk = ReturnType<typeof useHall>

/** What is done in the hall of a conference on this machine, sent as soon as there is a line. */
export function useHall(conferenceId: string) {
  const { accountId } = useMe()
  const [state, setState] = useState(EMPTY_HALL)
  const hall = useRef<Hall | null>(null)
  const document = documentOf({ accountId, conferenceId })

  useEffect(() => {
    setState(EMPTY_HALL)
    const pen = takePen(document)
    const current: Hall = new Hall({
      document,
      writer: pen.id,
      isInHand,
      onceLaidDown,
      page: location.pathname,
      copies: browserCopies,
      send: senderOf(document),
      onChange(next) {
        const { isKept } = next
        markUnsent(document, isUnsent(next) ? { isKept, copy: () => current.copy() } : null)
        setState(next)
      },
    })
    hall.current = current
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
    write: (speech: Speech) => void hall.current?.write(speech),
    add: (deed: HallDeed) => void hall.current?.add(deed),
    settle: (item: HallItem, isWritten: boolean) => void hall.current?.settle(item, isWritten),
    flush: () => void hall.current?.flush(),
  }
}
