import type { Obstacle } from '../grammar/obstacle.ts'

export const VOTES = ['AGREE', 'AGREE_WITH_REMARK', 'DISAGREE', 'ABSTAIN'] as const
export type Vote = (typeof VOTES)[number]

/** Every ballot stays; `order` says which of a member's is the last. */
export type Ballot = { memberId: string; vote: Vote; remark: string | null; order: number }

export const REMARK_NEEDED = {
  AGREE: false,
  AGREE_WITH_REMARK: true,
  DISAGREE: true,
  ABSTAIN: false,
} as const satisfies Record<Vote, boolean>

/** One counted vote for each member: the last. */
export function countedBallots<B extends Pick<Ballot, 'memberId' | 'order'>>(
  ballots: readonly B[],
): B[] {
  const last = new Map<string, B>()
  for (const ballot of ballots.toSorted((a, b) => a.order - b.order)) {
    last.set(ballot.memberId, ballot)
  }
  return [...last.values()]
}

export type Tally = Record<Vote, number>

export function tallyOf(ballots: readonly Ballot[]): Tally {
  const tally: Tally = { AGREE: 0, AGREE_WITH_REMARK: 0, DISAGREE: 0, ABSTAIN: 0 }
  for (const ballot of countedBallots(ballots)) tally[ballot.vote] += 1
  return tally
}

export type Casting = {
  vote: Vote
  remark: string | null
  /** The content that was read, and the content that is voted on. */
  readSha256: string
  contentSha256: string
  isMember: boolean
  now: string
  dueAt: string
  closedAt: string | null
}

/** A vote may be replaced until the close; after it there is none, for nobody (settled 11). */
export function obstaclesToVoting(casting: Casting): Obstacle[] {
  if (!casting.isMember) return [{ code: 'approval.not-a-member' }]
  const isOver = casting.closedAt !== null || Date.parse(casting.now) > Date.parse(casting.dueAt)
  if (isOver) return [{ code: 'approval.voting-closed' }]
  if (casting.readSha256 !== casting.contentSha256) return [{ code: 'approval.other-text-read' }]
  return REMARK_NEEDED[casting.vote] && !casting.remark?.trim()
    ? [{ code: 'approval.remark-needed', at: '/remark' }]
    : []
}

/** Votes of others are hidden until mine is cast; who does not vote sees them after the close. */
export function maySeeVotes(
  readerId: string,
  ballots: readonly Pick<Ballot, 'memberId'>[],
  isClosed: boolean,
): boolean {
  return isClosed || ballots.some((ballot) => ballot.memberId === readerId)
}
