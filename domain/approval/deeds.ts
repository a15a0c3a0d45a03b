import { deed, type Deed } from '../grammar/deed.ts'

/** From the checks to the signature; the states are those of the approval, not of the plan. */
export const approvalDeeds = {
  contentChecked: deed({
    name: 'content.checked',
    by: ['contentChecker'],
    over: 'federation',
    in: ['CHECKING'],
  }),
  formChecked: deed({
    name: 'form.checked',
    by: ['formChecker'],
    over: 'federation',
    in: ['CHECKING'],
  }),
  dossierRead: deed({
    name: 'dossier.read',
    by: ['committeeMember'],
    over: 'federation',
    in: ['AWAITING_COMMITTEE'],
  }),
  dossierMarked: deed({
    name: 'dossier.marked',
    by: ['committeeMember'],
    over: 'federation',
    in: ['AWAITING_COMMITTEE'],
  }),
  ballotCast: deed({
    name: 'ballot.cast',
    by: ['committeeMember'],
    over: 'federation',
    in: ['AWAITING_COMMITTEE'],
    stepUp: true,
  }),
  votingClosed: deed({
    name: 'voting.closed',
    by: ['committeeLeader'],
    over: 'federation',
    in: ['AWAITING_COMMITTEE'],
  }),
  votingReopened: deed({
    name: 'voting.reopened',
    by: ['committeeLeader'],
    over: 'federation',
    in: ['WITH_CHAIR'],
  }),
  approvalReturned: deed({
    name: 'approval.returned',
    by: ['committeeLeader'],
    over: 'federation',
    in: ['AWAITING_COMMITTEE', 'WITH_CHAIR', 'APPROVED'],
  }),
  approvalSigned: deed({
    name: 'approval.signed',
    by: ['committeeLeader'],
    over: 'federation',
    in: ['APPROVED'],
    stepUp: true,
  }),
} as const satisfies Record<string, Deed>
