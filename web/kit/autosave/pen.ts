import { newKey } from '../../key.ts'

/** Who writes: one window, one document. A copy left by a pen that nobody holds is taken over. */
export type Pen = { id: string; layDown: () => void }

const tab = newKey()
/** The pens of this window, and the document each one writes. */
const held = new Map<string, string>()
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

export function takePen(document: string): Pen {
  letOthersKnow()
  taken += 1
  const id = `${tab}.${taken}`
  held.set(id, document)
  return { id, layDown: () => void held.delete(id) }
}

/** Whether a page of this window has the document open: then what was left is that page's. */
export function isOpenHere(document: string): boolean {
  return [...held.values()].includes(document)
}

/** A window that is just closing lets go of its lock a moment later than of its page. */
export async function onceLaidDown(writer: string): Promise<void> {
  if (writer.startsWith(`${tab}.`)) return new Promise<never>(() => undefined)
  await navigator.locks.request(lockOf(writer), () => undefined)
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
