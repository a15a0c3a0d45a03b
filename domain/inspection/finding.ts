import type { Obstacle } from '../grammar/obstacle.ts'

export const OUTCOMES = ['PASSED', 'PARTLY', 'FAILED', 'NOT_APPLICABLE'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const SEVERITIES = ['LIGHT', 'SERIOUS'] as const

export type Finding = {
  number: number
  maxScore: number
  outcome: Outcome | null
  note: string
  score: number | null
}

/** What falls short must be said in words; what is in order may stand by itself. */
export const NOTE_NEEDED = {
  PASSED: false,
  PARTLY: true,
  FAILED: true,
  NOT_APPLICABLE: false,
} as const satisfies Record<Outcome, boolean>

export function isDone({ outcome, note }: Pick<Finding, 'outcome' | 'note'>): boolean {
  return outcome !== null && (!NOTE_NEEDED[outcome] || note.trim() !== '')
}

/** What the inspector gave, else what the outcome is worth; null where it does not apply. */
export function pointsOf({ outcome, score, maxScore }: Finding): number | null {
  if (outcome === null || outcome === 'NOT_APPLICABLE') return null
  if (score !== null) return Math.min(score, maxScore)
  if (outcome === 'PARTLY') return Math.floor(maxScore / 2)
  return outcome === 'PASSED' ? maxScore : 0
}

/** Of what could be reached, in percent with one decimal; null where nothing applied. */
export function scorePercent(findings: readonly Finding[]): number | null {
  const judged = findings.filter((finding) => pointsOf(finding) !== null)
  const most = judged.reduce((sum, { maxScore }) => sum + maxScore, 0)
  const points = judged.reduce((sum, finding) => sum + (pointsOf(finding) ?? 0), 0)
  return most === 0 ? null : Math.round((points / most) * 1000) / 10
}

/** The minutes are drawn up from a list on which nothing is left open. */
export function obstaclesToMinutes(findings: readonly Finding[]): Obstacle[] {
  const open = findings.filter(({ outcome }) => outcome === null).length
  const unsaid = findings.filter((finding) => finding.outcome !== null && !isDone(finding))
  return [
    ...(open > 0 ? [{ code: 'inspection.findings-open', params: { open } }] : []),
    ...unsaid.map(({ number }) => ({ code: 'inspection.note-needed', params: { number } })),
  ]
}
