import type { Obstacle } from '../grammar/obstacle.ts'

export const ACT_KINDS = [
  'DISPOSED',
  'REOPENED',
  'GROUPED',
  'SPLIT',
  'BULK',
  'REDISTRIBUTED',
] as const
export type ActKind = (typeof ACT_KINDS)[number]

export type Act = {
  doneBy: string
  isUndone: boolean
  /** Of those of the same person that are not taken back. */
  isLast: boolean
  /** Its job still goes on. */
  isRunning: boolean
  /** What it changed and somebody has changed again, by name. */
  goneOn: readonly string[]
}

/** One act back: my own last one, and only while nobody has gone on from what it left. */
export function obstaclesToUndoing(act: Act, officialId: string): Obstacle[] {
  if (act.doneBy !== officialId) return [{ code: 'revision.act-of-another' }]
  if (act.isUndone) return [{ code: 'revision.act-undone' }]
  if (act.isRunning) return [{ code: 'revision.job-running' }]
  if (!act.isLast) return [{ code: 'revision.not-the-last-act' }]
  if (act.goneOn.length === 0) return []
  const names = [...new Set(act.goneOn)].toSorted().join(', ')
  return [{ code: 'revision.gone-on-since', params: { names } }]
}
