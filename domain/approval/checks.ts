import type { Obstacle } from '../grammar/obstacle.ts'

export const CHECK_KINDS = ['CONTENT', 'FORM'] as const
export type CheckKind = (typeof CHECK_KINDS)[number]

export type Checking = {
  kind: CheckKind
  checkerId: string
  drafterIds: readonly string[]
  /** Who made the other check, when it is made. */
  otherCheckerId: string | null
  outcome: 'PASSED' | 'RETURNED'
  remark: string | null
}

/** Content and form are checked by two people, neither of whom drafted (Decree 30, Art. 12). */
export function obstaclesToChecking(checking: Checking): Obstacle[] {
  const obstacles: Obstacle[] = []
  if (checking.drafterIds.includes(checking.checkerId)) {
    obstacles.push({ code: 'approval.drafter-checks' })
  }
  if (checking.otherCheckerId === checking.checkerId) {
    obstacles.push({ code: 'approval.same-checker' })
  }
  if (checking.outcome === 'RETURNED' && !checking.remark?.trim()) {
    obstacles.push({ code: 'approval.reason-needed', at: '/remark' })
  }
  return obstacles
}

export type CheckResult = { kind: CheckKind; outcome: 'PASSED' | 'RETURNED' }

/** Both checks passed: on to the committee; one returned: back to the revision; else still open. */
export function checksAre(results: readonly CheckResult[]): 'open' | 'passed' | 'returned' {
  if (results.some((result) => result.outcome === 'RETURNED')) return 'returned'
  const done = new Set(results.map((result) => result.kind))
  return CHECK_KINDS.every((kind) => done.has(kind)) ? 'passed' : 'open'
}
