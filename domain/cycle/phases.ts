/** The stations of the year, in their order. */
export const PHASES = [
  'needs',
  'draft',
  'feedback',
  'revision',
  'approval',
  'classes',
  'inspection',
  'reward',
] as const
export type Phase = (typeof PHASES)[number]

/** What may follow what. A revision may be consulted on once more; a committee may send back. */
export const FOLLOWS = {
  needs: ['draft'],
  draft: ['feedback'],
  feedback: ['revision'],
  revision: ['approval', 'feedback'],
  approval: ['classes', 'revision'],
  classes: ['inspection'],
  inspection: ['reward'],
  reward: [],
} as const satisfies Record<Phase, readonly Phase[]>

export function isPhase(text: string): text is Phase {
  return PHASES.some((phase) => phase === text)
}

export function mayFollow(from: Phase, to: Phase): boolean {
  const next: readonly Phase[] = FOLLOWS[from]
  return next.includes(to)
}

/** 1 for needs, 8 for reward: "Bước 3/8". */
export function stepOf(phase: Phase): number {
  return PHASES.indexOf(phase) + 1
}

/** A step back needs a reason. */
export function isStepBack(from: Phase, to: Phase): boolean {
  return stepOf(to) < stepOf(from)
}

export type Station = 'done' | 'now' | 'later'

/** How a station is drawn on the ribbon of a year that stands at `current`; null: year closed. */
export function stationOf(phase: Phase, current: Phase | null): Station {
  if (current === null || stepOf(phase) < stepOf(current)) return 'done'
  return phase === current ? 'now' : 'later'
}
