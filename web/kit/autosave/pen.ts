import { newKey } from '../../key.ts'

/** Who writes: one window, one document. A copy left by a pen that nobody holds is taken over. */
export type Pen = { id: string; layDown: () => void }

const tab = newKey()
const held = new Set<string>()
let taken = 0
let isTabKnown = false

/** While the window lives it holds a lock of its name, so that other windows leave its texts be. */
function letOthersKnow(): void {
  if (isTabKnown || !('locks' in navigator)) return
  isTabKnown = true
  // held until the window goes: this promise is never kept
  void navigator.locks.request(lockOf(tab), () => new Promise<never>(() => undefined))
}

const lockOf = (writer: string) => `pen/${writer.split('.')[0]}`

export function takePen(): Pen {
  letOthersKnow()
  taken += 1
  const id = `${tab}.${taken}`
  held.add(id)
  return { id, layDown: () => void held.delete(id) }
}

/** Whether somebody is still writing with it, here or in another window of this browser. */
export async function isInHand(writer: string): Promise<boolean> {
  if (writer.startsWith(`${tab}.`)) return held.has(writer)
  if (!('locks' in navigator)) return false
  const locks = await navigator.locks.query()
  return (locks.held ?? []).some(({ name }) => name === lockOf(writer))
}

const leaving = new Map<string, Promise<void>>()

/** The last sending of a page that is left; whoever opens the document next waits for it. */
export function leave(document: string, lastSending: Promise<void>): void {
  const gone = lastSending.finally(() => {
    if (leaving.get(document) === gone) leaving.delete(document)
  })
  leaving.set(document, gone)
}

export function afterLeaving(document: string): Promise<void> {
  return leaving.get(document) ?? Promise.resolve()
}
