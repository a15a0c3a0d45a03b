import { useEffect, useState } from 'react'
import { useStore } from '../store.ts'
import { Button } from './Button.tsx'
import { Icon } from './Icon.tsx'
import { dropToast, type Toast, toasts } from './toast.ts'

const shownMs = 10_000

/** The quick words at the foot; they stay while the pointer or the focus is on them. */
export function Toasts() {
  const all = useStore(toasts)
  if (all.length === 0) return null
  return (
    <div className="toasts">
      {all.map((each) => (
        <Shown key={each.id} toast={each} />
      ))}
    </div>
  )
}

function Shown({ toast: { id, words, undo } }: { toast: Toast }) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => dropToast(id), shownMs)
    return () => clearTimeout(timer)
  }, [id, held])
  const hold = { onMouseEnter: () => setHeld(true), onFocus: () => setHeld(true) }
  const release = { onMouseLeave: () => setHeld(false), onBlur: () => setHeld(false) }
  return (
    <div className="toast" {...hold} {...release}>
      <Icon name="circle-check" />
      <p>{words}</p>
      {undo && (
        <Button
          kind="text"
          onClick={() => {
            undo.press()
            dropToast(id)
          }}
        >
          {undo.word}
        </Button>
      )}
    </div>
  )
}
