import { EXTENSION_DAYS, type Quorum, quorumOf } from '../approval/quorum.ts'
import type { Obstacle } from '../grammar/obstacle.ts'
import { type Holiday, workingDaysLater } from '../grammar/working-days.ts'

export const AWARD_VOTES = ['AGREE', 'DISAGREE', 'ABSTAIN'] as const
export type AwardVote = (typeof AWARD_VOTES)[number]

/** Every ballot stays; `order` says which of a member's on a file is the last. */
export type AwardBallot = { fileId: string; memberId: string; vote: AwardVote; order: number }

export type Member = { officialId: string; unitPaths: readonly string[] }
export type Subject = { fileId: string; officialId: string | null; unitPath: string }

/** Nobody votes on an award of their own, or of their own unit, at whichever level they are in it. */
export function isOwn(member: Member, subject: Subject): boolean {
  if (subject.officialId === member.officialId) return true
  return member.unitPaths.some(
    (path) => isWithin(path, subject.unitPath) || isWithin(subject.unitPath, path),
  )
}

function isWithin(path: string, top: string): boolean {
  return path === top || path.startsWith(`${top}.`)
}

export type Count = {
  fileId: string
  /** Who may vote on it: the members without those whose own award it is. */
  eligible: number
  needed: number
  voted: number
  agree: number
  disagree: number
  abstain: number
  hasQuorum: boolean
  isPassed: boolean
}

type Voting = {
  subject: Subject
  members: readonly Member[]
  ballots: readonly AwardBallot[]
  quorum?: Quorum | undefined
}

/** How the voting on one file stands (settled 11): its own members, its own quorum. */
export function countOf({ subject, members, ballots, quorum }: Voting): Count {
  const eligible = members.filter((member) => !isOwn(member, subject))
  const last = new Map<string, AwardVote>()
  for (const ballot of ballots.toSorted((a, b) => a.order - b.order))
    if (ballot.fileId === subject.fileId) last.set(ballot.memberId, ballot.vote)
  const votes = eligible.flatMap(({ officialId }) => last.get(officialId) ?? [])
  const number = (vote: AwardVote) => votes.filter((each) => each === vote).length
  const needed = quorumOf(eligible.length, quorum)
  const hasQuorum = eligible.length > 0 && votes.length >= needed
  const agree = number('AGREE')
  return {
    fileId: subject.fileId,
    eligible: eligible.length,
    needed,
    voted: votes.length,
    agree,
    disagree: number('DISAGREE'),
    abstain: number('ABSTAIN'),
    hasQuorum,
    isPassed: hasQuorum && agree * 2 > eligible.length,
  }
}

export type CouncilOutcome =
  | { kind: 'open' }
  | { kind: 'voted' }
  | { kind: 'extended'; dueAt: string }
  | { kind: 'withChair' }

export type Closing = {
  counts: readonly Count[]
  now: string
  dueAt: string
  extendedAt: string | null
  isClosedByChair: boolean
}

/** The council decides on all its files together: one without a quorum keeps the session open. */
export function councilOutcome(closing: Closing, holidays: readonly Holiday[]): CouncilOutcome {
  const { counts, now, dueAt, extendedAt, isClosedByChair } = closing
  const isOver = isClosedByChair || Date.parse(now) > Date.parse(dueAt)
  if (!isOver) return { kind: 'open' }
  if (counts.every(({ hasQuorum }) => hasQuorum)) return { kind: 'voted' }
  if (extendedAt !== null) return { kind: 'withChair' }
  return { kind: 'extended', dueAt: workingDaysLater(dueAt, EXTENSION_DAYS, holidays) }
}

/** The chair may end the voting early once every file has its quorum. */
export function obstaclesToClosingCouncil(counts: readonly Count[]): Obstacle[] {
  const short = counts.filter(({ hasQuorum }) => !hasQuorum)
  const [first] = short
  if (!first) return []
  const { voted, needed } = first
  return [{ code: 'reward.quorum-missing', params: { files: short.length, voted, needed } }]
}

export type Casting = {
  votes: readonly { fileId: string; vote: AwardVote; remark: string | null }[]
  member: Member | undefined
  subjects: readonly Subject[]
  readSha256: string
  contentSha256: string | null
}

/** Whoever votes has read these very files, votes on no award of their own, and gives reasons. */
export function obstaclesToCasting(casting: Casting): Obstacle[] {
  const { votes, member, subjects, readSha256, contentSha256 } = casting
  if (!member) return [{ code: 'reward.not-a-member' }]
  if (readSha256 !== contentSha256) return [{ code: 'reward.other-files-read' }]
  return votes.flatMap(({ fileId, vote, remark }, index): Obstacle[] => {
    const at = `/votes/${index}`
    const subject = subjects.find((each) => each.fileId === fileId)
    if (!subject) return [{ code: 'reward.not-on-the-table', at: `${at}/fileId` }]
    if (isOwn(member, subject)) return [{ code: 'reward.own-award', at: `${at}/vote` }]
    const needsReason = vote === 'DISAGREE' && !remark?.trim()
    return needsReason ? [{ code: 'reward.reason-needed', at: `${at}/remark` }] : []
  })
}
