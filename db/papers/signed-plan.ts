import type { Day } from '../../domain/grammar/day.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'

export type SignedPlan = {
  signerName: string
  signerPosition: string
  capacity: string
  signedOn: Day
  content: unknown
  contentSha256: string
  recipients: string[]
  issuingBody: string
}

/** What was signed, with the text that was voted on: the number goes on nothing else. */
export async function signedPlan(tx: Tx, approvalId: string): Promise<SignedPlan> {
  const row = await tx
    .selectFrom('approval')
    .innerJoin('signature', 'signature.approvalId', 'approval.id')
    .innerJoin('planVersion', (join) =>
      join
        .onRef('planVersion.planId', '=', 'approval.planId')
        .onRef('planVersion.version', '=', 'approval.version'),
    )
    .innerJoin('plan', 'plan.id', 'approval.planId')
    .innerJoin('federation', 'federation.id', 'approval.federationId')
    .select([
      'signature.signerName',
      'signature.signerPosition',
      'signature.capacity',
      'signature.signedAt',
      'signature.contentSha256',
      'planVersion.content',
      'planVersion.contentSha256 as frozenSha256',
      'plan.recipients',
      'federation.symbol as issuingBody',
    ])
    .where('approval.id', '=', approvalId)
    .executeTakeFirst()
  if (!row) throw new Refusal('papers.not-signed', 'wrong-state')
  const { signedAt, frozenSha256, ...signed } = row
  if (signed.contentSha256 !== frozenSha256) throw new Refusal('papers.other-text-signed', 'stale')
  return { ...signed, signedOn: dayOfInstant(signedAt) }
}
