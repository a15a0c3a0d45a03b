import { useEffect, useRef } from 'react'
import { store } from '../store.ts'

const rememberedAt = 'training.revision-keys'

/** Single letters can be switched off (WCAG 2.1.4); the choice stays on this machine. */
export const keysOn = store(localStorage.getItem(rememberedAt) !== 'off')

export function switchKeys(on: boolean): void {
  localStorage.setItem(rememberedAt, on ? 'on' : 'off')
  keysOn.set(on)
}

export type Keys = Readonly<Record<string, () => void>>

/** Letters outside of fields; what is being composed by a Vietnamese keyboard is left alone. */
export function useKeys(keys: Keys, active: boolean): void {
  const latest = useRef(keys)
  useEffect(() => void (latest.current = keys))
  useEffect(() => {
    if (!active) return
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
      if (isWriting(event.target) || document.querySelector('[role="dialog"]')) return
      const act = latest.current[event.key.toLowerCase()]
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [active])
}

/** Ctrl Enter writes what was chosen, also from within the field that explains it. */
export function useWriteKey(write: () => void, active: boolean): void {
  const latest = useRef(write)
  useEffect(() => void (latest.current = write))
  useEffect(() => {
    if (!active) return
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing) return
      if (document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [active])
}

/** A box that is ticked takes no letters. */
function isWriting(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['checkbox', 'radio'].includes(target.type)
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName))
  )
}
