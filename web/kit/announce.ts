import { store } from '../store.ts'

type Spoken = { words: string; times: number }

export const politely = store<Spoken>({ words: '', times: 0 })
export const atOnce = store<Spoken>({ words: '', times: 0 })

/** Says it to those who listen: politely for what went well, at once for what failed. */
export function announce(words: string, urgency: 'politely' | 'atOnce' = 'politely'): void {
  const region = urgency === 'politely' ? politely : atOnce
  region.set({ words, times: region.get().times + 1 })
}
