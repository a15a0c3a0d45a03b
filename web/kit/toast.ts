import { store } from '../store.ts'
import { announce } from './announce.ts'

export type Toast = {
  id: number
  words: string
  /** Within ten seconds, for what can be undone. */
  undo?: { word: string; press: () => void }
}

export const toasts = store<readonly Toast[]>([])
let made = 0

/** A quick word about what went well. Never the only copy of something that must be known. */
export function toast(words: string, undo?: Toast['undo']): void {
  made += 1
  toasts.set([...toasts.get(), { id: made, words, ...(undo && { undo }) }])
  announce(words)
}

export function dropToast(id: number): void {
  toasts.set(toasts.get().filter((each) => each.id !== id))
}
