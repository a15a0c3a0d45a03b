import type { StateTone } from '../kit/StateWord.tsx'

const finished = ['APPROVED', 'SIGNED', 'NUMBERED', 'ISSUED', 'CLOSED', 'ARCHIVED']

/** Finished is plain, what is under way is coloured, what never was is grey. */
export function toneOf(state: string): StateTone {
  if (state === 'VOID') return 'not'
  return finished.includes(state) ? 'done' : 'now'
}
