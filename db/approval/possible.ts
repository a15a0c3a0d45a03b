import { type CheckKind, obstaclesToChecking } from '../../domain/approval/checks.ts'
import { approvalDeeds as deeds } from '../../domain/approval/deeds.ts'
import { obstaclesToSigning } from '../../domain/approval/signature.ts'
import { type AllowedAction, allowedActions, type Caller } from '../../domain/grammar/deed.ts'
import { type ApprovalRow, drafterIdsOf } from './approval-row.ts'

type Known = { checkerIds: ReadonlyMap<string, string>; isMember: boolean }

/** What the reader may do here: the table of deeds, and who must not be the same person. */
export function actionsOn(caller: Caller, approval: ApprovalRow, known: Known): AllowedAction[] {
  const entries = Object.values(deeds)
  return allowedActions(entries, caller, { state: approval.state }).map((action) => {
    const because = action.allowed ? whyNot(action.deed, caller, approval, known) : null
    return because ? { ...action, allowed: false, because } : action
  })
}

function whyNot(deed: string, caller: Caller, approval: ApprovalRow, known: Known): string | null {
  switch (deed) {
    case deeds.contentChecked.name:
      return faultInChecking('CONTENT', caller, approval, known)
    case deeds.formChecked.name:
      return faultInChecking('FORM', caller, approval, known)
    case deeds.dossierRead.name:
    case deeds.dossierMarked.name:
    case deeds.ballotCast.name:
      return known.isMember ? null : 'approval.not-a-member'
    case deeds.votingReopened.name:
      return approval.reopenedAt === null ? null : 'approval.reopened-before'
    case deeds.approvalSigned.name:
      return faultInSigning(caller, approval, known)
    default:
      return null
  }
}

function faultInChecking(kind: CheckKind, caller: Caller, approval: ApprovalRow, known: Known) {
  if (known.checkerIds.has(kind)) return 'approval.already-checked'
  const [fault] = obstaclesToChecking({
    kind,
    checkerId: caller.officialId,
    drafterIds: drafterIdsOf(approval),
    otherCheckerId: known.checkerIds.get(kind === 'FORM' ? 'CONTENT' : 'FORM') ?? null,
    outcome: 'PASSED',
    remark: null,
  })
  return fault?.code ?? null
}

function faultInSigning(caller: Caller, approval: ApprovalRow, known: Known) {
  const [fault] = obstaclesToSigning({
    signerId: caller.officialId,
    drafterIds: drafterIdsOf(approval),
    formCheckerId: known.checkerIds.get('FORM') ?? null,
    seenSha256: approval.contentSha256,
    approvedSha256: approval.contentSha256,
  })
  return fault?.code ?? null
}
