import type { Obstacle } from '../grammar/obstacle.ts'

export const APPROVAL_STATES = [
  'CHECKING',
  'AWAITING_COMMITTEE',
  'WITH_CHAIR',
  'APPROVED',
  'SIGNED',
  'ISSUED',
  'RETURNED',
] as const
export type ApprovalState = (typeof APPROVAL_STATES)[number]

/** Without a quorum the chair sends back or opens the voting anew; a text once approved may still
 * be sent back before it is signed, never changed. */
export const APPROVAL_MOVES = {
  CHECKING: ['AWAITING_COMMITTEE', 'RETURNED'],
  AWAITING_COMMITTEE: ['APPROVED', 'WITH_CHAIR', 'RETURNED'],
  WITH_CHAIR: ['AWAITING_COMMITTEE', 'RETURNED'],
  APPROVED: ['SIGNED', 'RETURNED'],
  SIGNED: ['ISSUED'],
  ISSUED: [],
  RETURNED: [],
} as const satisfies Record<ApprovalState, readonly ApprovalState[]>

export function mayBecome(from: ApprovalState, to: ApprovalState): boolean {
  const next: readonly ApprovalState[] = APPROVAL_MOVES[from]
  return next.includes(to)
}

export type SigningAct = {
  signerId: string
  drafterIds: readonly string[]
  formCheckerId: string | null
  /** What the signer saw, and what the committee approved. */
  seenSha256: string
  approvedSha256: string
}

/** Drafter, form checker and signer are three people, and what is signed is what was approved. */
export function obstaclesToSigning(act: SigningAct): Obstacle[] {
  if (act.seenSha256 !== act.approvedSha256) return [{ code: 'approval.other-text-signed' }]
  if (act.drafterIds.includes(act.signerId)) return [{ code: 'approval.drafter-signs' }]
  return act.formCheckerId === act.signerId ? [{ code: 'approval.checker-signs' }] : []
}
