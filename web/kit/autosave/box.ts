import { useEffect, useRef, useState } from 'react'
import { Problem } from '../../problem.ts'
import { browserCopies, type LocalCopies, type LocalCopy } from './local-copy.ts'
import { afterLeaving, isInHand, leave, onceLaidDown, takePen } from './pen.ts'
import { markUnsent, type Unsent } from './unsent.ts'

/** What is done with a bad line is kept on this machine and sent in its order (an outbox). */
export type Box = {
  /** Takes up what an earlier window left on this machine. */
  start(): Promise<void>
  flush(): Promise<void>
  stop(): void
  copy(): LocalCopy
}

export type BoxOptions<State> = {
  /** Whose it is and what it is about, so that two people at one machine never mix. */
  document: string
  /** The pen of this window, and whether another window still holds that of a copy (pen.ts). */
  writer: string
  isInHand: (writer: string) => Promise<boolean>
  onceLaidDown?: (writer: string) => Promise<void>
  page: string
  copies: LocalCopies
  onChange: (state: State) => void
}

export type BoxKind<State, B extends Box> = {
  empty: State
  open(options: BoxOptions<State>): B
  /** Whether anything is on this machine alone, and kept there; null where all is on the server. */
  unsentIn(state: State): Pick<Unsent, 'isKept'> | null
}

/** The box of a document in this window, sent as soon as there is a line and when the page is left. */
export function useBox<State, B extends Box>(kind: BoxKind<State, B>, document: string) {
  const [state, setState] = useState(kind.empty)
  const box = useRef<B | null>(null)

  useEffect(() => {
    setState(kind.empty)
    const pen = takePen(document)
    const current: B = kind.open({
      document,
      writer: pen.id,
      isInHand,
      onceLaidDown,
      page: location.pathname,
      copies: browserCopies,
      onChange(next) {
        const left = kind.unsentIn(next)
        markUnsent(document, left && { ...left, copy: () => current.copy() })
        setState(next)
      },
    })
    box.current = current
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
  }, [kind, document])

  return { state, box }
}

/** Sends what a page that is not open any more has left, as that page would do it. */
export async function sendLeft<State, B extends Box>(
  kind: BoxKind<State, B>,
  { document, page }: LocalCopy,
): Promise<State> {
  const pen = takePen(document)
  let state = kind.empty
  const box = kind.open({
    document,
    writer: pen.id,
    isInHand,
    page,
    copies: browserCopies,
    onChange: (next) => void (state = next),
  })
  const sending = afterLeaving(document)
    .then(() => box.start())
    .then(() => box.flush())
    .finally(() => {
      box.stop()
      pen.layDown()
    })
  leave(document, sending)
  await sending
  return state
}

const sessionOver = 401
const tooMany = 429

/** What our own server says against it; null where it goes out again, because nothing is known. */
export function refusalIn(error: unknown): string | null {
  if (!(error instanceof Problem) || error.status >= 500) return null
  if (error.status === sessionOver || error.status === tooMany) return null
  return [error.title, ...new Set(error.errors.map(({ detail }) => detail))].join(' ')
}
