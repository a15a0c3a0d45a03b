import type { Obstacle } from '../grammar/obstacle.ts'
import type { Day } from '../grammar/day.ts'
import { type Holiday, isWorkingDay, workingDaysLater } from '../grammar/working-days.ts'
import { type Ballot, countedBallots, tallyOf } from './ballot.ts'

/** A setting of the body; two thirds of the voting members in office unless it says otherwise. */
export type Quorum = { numerator: number; denominator: number }

export const TWO_THIRDS: Quorum = { numerator: 2, denominator: 3 }
/** By how many working days the voting is prolonged, once, where the quorum is missing. */
export const EXTENSION_DAYS = 3

/** How many members must vote. */
export function quorumOf(membersTotal: number, quorum: Quorum = TWO_THIRDS): number {
  return Math.ceil((membersTotal * quorum.numerator) / quorum.denominator)
}

/** Agreement of more than half of all members, not only of those who voted. */
export function isPassed(ballots: readonly Ballot[], membersTotal: number): boolean {
  const tally = tallyOf(ballots)
  return (tally.AGREE + tally.AGREE_WITH_REMARK) * 2 > membersTotal
}

export type Voting = {
  ballots: readonly Ballot[]
  membersTotal: number
  quorum?: Quorum | undefined
  now: string
  dueAt: string
  /** When it was prolonged; null: not yet. */
  extendedAt: string | null
  /** The chair ends the voting before its deadline. */
  isClosedByChair?: boolean
}

export type Outcome =
  | { kind: 'open' }
  | { kind: 'passed' }
  | { kind: 'rejected' }
  | { kind: 'extended'; dueAt: string }
  | { kind: 'withChair' }

/**
 * How a voting stands (settled 11). It ends at its deadline or by the chair; without a quorum the
 * deadline moves once, and after that the matter goes back to the chair.
 */
export function votingOutcome(voting: Voting, holidays: readonly Holiday[]): Outcome {
  const isOver = Date.parse(voting.now) > Date.parse(voting.dueAt)
  if (!isOver && !voting.isClosedByChair) return { kind: 'open' }
  const voted = countedBallots(voting.ballots).length
  if (voted >= quorumOf(voting.membersTotal, voting.quorum)) {
    return { kind: isPassed(voting.ballots, voting.membersTotal) ? 'passed' : 'rejected' }
  }
  if (voting.extendedAt !== null || voting.isClosedByChair) return { kind: 'withChair' }
  return { kind: 'extended', dueAt: workingDaysLater(voting.dueAt, EXTENSION_DAYS, holidays) }
}

/** The chair may end the voting early once the quorum is there, with a reason. */
export function obstaclesToClosingVoting(
  voting: Pick<Voting, 'ballots' | 'membersTotal' | 'quorum'>,
  reason: string,
): Obstacle[] {
  const voted = countedBallots(voting.ballots).length
  const needed = quorumOf(voting.membersTotal, voting.quorum)
  return [
    ...(voted < needed ? [{ code: 'approval.quorum-missing', params: { voted, needed } }] : []),
    ...(reason.trim() === '' ? [{ code: 'approval.reason-needed', at: '/reason' }] : []),
  ]
}

/** The chair's new deadline lies ahead, on a day on which the offices work. */
export function obstaclesToReopening(
  { dueOn, today }: { dueOn: Day; today: Day },
  holidays: readonly Holiday[],
): Obstacle[] {
  if (dueOn <= today) return [{ code: 'approval.due-not-later', at: '/dueOn' }]
  return isWorkingDay(dueOn, holidays) ? [] : [{ code: 'approval.day-not-working', at: '/dueOn' }]
}
