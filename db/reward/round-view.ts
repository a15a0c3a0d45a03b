import { type AllowedAction, allowedActions, type Caller } from '../../domain/grammar/deed.ts'
import { type Count, countOf, isOwn } from '../../domain/reward/council.ts'
import { rewardDeeds as deeds } from '../../domain/reward/deeds.ts'
import type { FileView, RoundView } from '../../domain/reward/views.contract.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { numberOf } from '../papers/paper-row.ts'
import { type Seat, seatsOf } from './council-members.ts'
import { ballotsOf, type CastBallot, type FileRow, filesOf, subjectOf } from './files.ts'
import { roundOf, type RoundRow } from './round-row.ts'

type Table = {
  caller: Caller
  round: RoundRow
  seats: readonly Seat[]
  ballots: readonly CastBallot[]
}

const openStates: readonly string[] = ['FILING', 'CHECKING', 'VOTING']

/** A round as its reader may see it: five statements, however many files and members. */
export async function roundView(
  { tx, caller }: Entered,
  commendationId: string,
): Promise<RoundView> {
  const round = await roundOf(tx, commendationId)
  const files = await filesOf(tx, commendationId)
  const seats = await seatsOf(tx, round.bodyId)
  const ballots = await ballotsOf(tx, commendationId)
  const table: Table = { caller, round, seats, ballots }
  const isMember = seats.some(({ officialId }) => officialId === caller.officialId)
  const { id, planYear, kind, title, state, bodyName } = round
  return {
    id,
    planYear,
    kind,
    title,
    state,
    bodyName,
    filesDueAt: round.filesDueAt,
    councilDueAt: round.councilDueAt,
    extendedAt: round.extendedAt,
    contentSha256: round.contentSha256,
    files: files.map((file) => fileView(file, table)),
    seats: seats.map(({ officialId, fullName, role }) => ({
      officialId,
      fullName,
      role,
      votedAt: ballots.findLast(({ memberId }) => memberId === officialId)?.castAt ?? null,
    })),
    isMember,
    hasVoted: ballots.some(({ memberId }) => memberId === caller.officialId),
    decision: await decisionOf(tx, round),
    allowedActions: actionsOn(caller, round, isMember),
  }
}

/** The table of deeds, and that only members of the council vote. */
function actionsOn(caller: Caller, round: RoundRow, isMember: boolean): AllowedAction[] {
  const entries = [
    deeds.proposed,
    deeds.councilOpened,
    deeds.ballotCast,
    deeds.councilClosed,
    deeds.councilReopened,
    deeds.signed,
    deeds.numbered,
  ]
  return allowedActions(entries, caller, { state: round.state }).map((action) =>
    action.deed === deeds.ballotCast.name && action.allowed && !isMember
      ? { ...action, allowed: false, because: 'reward.not-a-member' }
      : action,
  )
}

function fileView(file: FileRow, table: Table): FileView {
  const { caller, seats, ballots } = table
  const { unitPath: _, proposerId, commendationId: __, revision: ___, ...shown } = file
  const member = seats.find(({ officialId }) => officialId === caller.officialId)
  const subject = { unitId: file.unitId, state: file.state }
  // How the council voted is the offices' and the council's to know.
  const isOffice = caller.grants.some(({ ofFederation }) => ofFederation)
  const checks = allowedActions([deeds.checked], caller, subject).map((action) =>
    action.allowed && proposerId === caller.officialId
      ? { ...action, allowed: false, because: 'reward.proposer-checks' }
      : action,
  )
  return {
    ...shown,
    isOwn: member !== undefined && isOwn(member, subjectOf(file)),
    myVote:
      ballots.findLast(
        ({ memberId, fileId }) => memberId === caller.officialId && fileId === file.id,
      )?.vote ?? null,
    count: isOffice && file.check?.outcome === 'PASSED' ? countView(file, table) : null,
    allowedActions: [
      ...allowedActions([deeds.reported, deeds.handedOver], caller, subject),
      ...checks,
    ],
  }
}

/** Votes of others are hidden until mine is cast, and from whom may not vote until the close. */
function countView(file: FileRow, { caller, round, seats, ballots }: Table): FileView['count'] {
  const quorum = { numerator: round.quorumNumerator, denominator: round.quorumDenominator }
  const count = countOf({ subject: subjectOf(file), members: seats, ballots, quorum })
  const isOpen = openStates.includes(round.state)
  const hasVoted = ballots.some(
    ({ memberId, fileId }) => memberId === caller.officialId && fileId === file.id,
  )
  return isOpen && !hasVoted ? hidden(count) : shown(count)
}

function shown({ fileId: _, ...count }: Count): FileView['count'] {
  return count
}

function hidden({ eligible, needed, voted, hasQuorum }: Count): FileView['count'] {
  const veiled = { agree: null, disagree: null, abstain: null, isPassed: null }
  return { eligible, needed, voted, hasQuorum, ...veiled }
}

async function decisionOf(tx: Tx, round: RoundRow): Promise<RoundView['decision']> {
  const { signerName, signedAt } = round
  if (!signerName || !signedAt) return null
  const paper = await tx
    .selectFrom('paper')
    .select(['id', 'number', 'symbol', 'issuedOn'])
    .where('commendationId', '=', round.id)
    .where('state', '<>', 'VOID')
    .executeTakeFirst()
  return {
    paperId: paper?.id ?? null,
    number: paper ? numberOf(paper) : null,
    issuedOn: paper?.issuedOn ?? null,
    signerName,
    signedAt,
  }
}
