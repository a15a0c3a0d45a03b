import type { Obstacle } from '../grammar/obstacle.ts'
import { CITATION_WORDS, type RoundKind } from './states.ts'

export type Proposing = {
  kind: RoundKind
  /** Whether the unit registered for the year. */
  isRegistered: boolean
  /** Of the same subject in the same year: what it is proposed for elsewhere. */
  otherKinds: readonly RoundKind[]
  citation: string
}

/**
 * All-round merit needs the year's registration; a theme, and so an inspection's result, needs none
 * (settled 13). One level honours a subject for the whole or for a theme in a year, never for both.
 */
export function obstaclesToProposing(proposing: Proposing): Obstacle[] {
  const { kind, isRegistered, otherKinds, citation } = proposing
  const obstacles: Obstacle[] = []
  if (kind === 'COMPREHENSIVE' && !isRegistered) {
    obstacles.push({ code: 'reward.not-registered', at: '/unitId' })
  }
  if (otherKinds.some((other) => other !== kind)) {
    obstacles.push({ code: 'reward.other-kind-already', at: '/unitId' })
  }
  const words = citation.trim().split(/\s+/).length
  if (words > CITATION_WORDS) {
    const params = { words, most: CITATION_WORDS }
    obstacles.push({ code: 'reward.citation-too-long', params, at: '/citation' })
  }
  return obstacles
}

export type FileCheck = {
  outcome: 'PASSED' | 'REJECTED'
  remark: string | null
  hasReport: boolean
  proposerId: string
  checkerId: string
}

/** Whoever proposed does not check; nothing passes without the unit's own report. */
export function obstaclesToChecking(check: FileCheck): Obstacle[] {
  if (check.proposerId === check.checkerId) return [{ code: 'reward.proposer-checks' }]
  if (check.outcome === 'REJECTED')
    return check.remark?.trim() ? [] : [{ code: 'reward.reason-needed', at: '/remark' }]
  return check.hasReport ? [] : [{ code: 'reward.report-missing', at: '/outcome' }]
}
