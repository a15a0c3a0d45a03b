import { describe, expect, it } from 'vitest'
import {
  type Ballot,
  countedBallots,
  maySeeVotes,
  obstaclesToVoting,
  tallyOf,
  type Vote,
} from '../../domain/approval/ballot.ts'
import { checksAre, obstaclesToChecking } from '../../domain/approval/checks.ts'
import {
  isPassed,
  obstaclesToClosingVoting,
  quorumOf,
  votingOutcome,
} from '../../domain/approval/quorum.ts'
import { APPROVAL_STATES, mayBecome, obstaclesToSigning } from '../../domain/approval/signature.ts'
import { day, instantAt } from '../../domain/grammar/day.ts'
import { fc, test } from './properties.ts'

const ballots = (...votes: Vote[]): Ballot[] =>
  votes.map((vote, index) => ({ memberId: `m${index}`, vote, remark: null, order: index }))
const times = (count: number, vote: Vote): Vote[] => Array.from({ length: count }, () => vote)

describe('the votes of the standing committee', () => {
  it('count once for each member, the last one', () => {
    const changed: Ballot[] = [
      { memberId: 'm0', vote: 'DISAGREE', remark: 'Chưa rõ kinh phí', order: 1 },
      { memberId: 'm1', vote: 'AGREE', remark: null, order: 2 },
      { memberId: 'm0', vote: 'AGREE', remark: null, order: 3 },
    ]
    expect(tallyOf(changed)).toEqual({ AGREE: 2, AGREE_WITH_REMARK: 0, DISAGREE: 0, ABSTAIN: 0 })
    expect(countedBallots(changed)).toHaveLength(2)
  })

  it('of 15 members need 10 for a quorum and 8 for a majority', () => {
    expect(quorumOf(15)).toBe(10)
    expect(quorumOf(14)).toBe(10)
    expect(isPassed(ballots(...times(7, 'AGREE')), 15)).toBe(false)
    expect(isPassed(ballots(...times(7, 'AGREE'), 'AGREE_WITH_REMARK'), 15)).toBe(true)
  })

  it('of exactly half of all members are not a majority', () => {
    expect(isPassed(ballots(...times(7, 'AGREE'), ...times(7, 'ABSTAIN')), 14)).toBe(false)
  })

  const votes = fc.array(fc.constantFrom<Vote>('AGREE', 'DISAGREE', 'ABSTAIN'), { maxLength: 15 })
  test.prop([votes])('never pass without more than half of all members', (cast) => {
    const agreed = cast.filter((vote) => vote === 'AGREE').length
    expect(isPassed(ballots(...cast), 15)).toBe(agreed >= 8)
  })

  it('are cast by members, before the close, on the text that was read', () => {
    const casting = {
      vote: 'AGREE',
      remark: null,
      readSha256: 'a',
      contentSha256: 'a',
      isMember: true,
      now: instantAt(day('2027-01-15'), '17:00'),
      dueAt: instantAt(day('2027-01-15'), '17:00'),
      closedAt: null,
    } as const
    const codeOf = (more: Partial<Parameters<typeof obstaclesToVoting>[0]>): string | undefined =>
      obstaclesToVoting({ ...casting, ...more })[0]?.code
    expect(codeOf({})).toBeUndefined()
    expect(codeOf({ now: '2027-01-15T10:00:00.001Z' })).toBe('approval.voting-closed')
    expect(codeOf({ closedAt: '2027-01-14T03:00:00.000Z' })).toBe('approval.voting-closed')
    expect(codeOf({ isMember: false })).toBe('approval.not-a-member')
    expect(codeOf({ readSha256: 'b' })).toBe('approval.other-text-read')
    expect(codeOf({ vote: 'DISAGREE' })).toBe('approval.remark-needed')
    expect(codeOf({ vote: 'DISAGREE', remark: 'Chưa rõ kinh phí' })).toBeUndefined()
    expect(codeOf({ vote: 'ABSTAIN' })).toBeUndefined()
  })

  it('of others are hidden until mine is cast or the voting has ended', () => {
    expect(maySeeVotes('m9', ballots('AGREE'), false)).toBe(false)
    expect(maySeeVotes('m0', ballots('AGREE'), false)).toBe(true)
    expect(maySeeVotes('m9', ballots('AGREE'), true)).toBe(true)
  })
})

describe('a voting', () => {
  const dueAt = instantAt(day('2027-01-15'), '17:00')
  const over = { membersTotal: 15, now: '2027-01-15T10:00:01Z', dueAt, extendedAt: null }
  const agreed = ballots(...times(10, 'AGREE'))

  it('is open until its deadline or until the chair ends it', () => {
    const open = { ...over, ballots: agreed, now: dueAt }
    expect(votingOutcome(open, [])).toEqual({ kind: 'open' })
    expect(votingOutcome({ ...open, isClosedByChair: true }, [])).toEqual({ kind: 'passed' })
  })

  it('with a quorum passes or is rejected', () => {
    expect(votingOutcome({ ...over, ballots: agreed }, [])).toEqual({ kind: 'passed' })
    const against = ballots(...times(7, 'AGREE'), ...times(5, 'DISAGREE'))
    expect(votingOutcome({ ...over, ballots: against }, [])).toEqual({ kind: 'rejected' })
  })

  it('without a quorum is prolonged once by three working days, then goes to the chair', () => {
    const few = { ...over, ballots: ballots(...times(9, 'AGREE')) }
    expect(votingOutcome(few, [])).toEqual({
      kind: 'extended',
      dueAt: instantAt(day('2027-01-20'), '17:00'),
    })
    expect(votingOutcome({ ...few, extendedAt: dueAt }, [])).toEqual({ kind: 'withChair' })
  })

  it('is ended early by the chair only with a quorum and a reason', () => {
    const voting = { ballots: agreed, membersTotal: 15 }
    expect(obstaclesToClosingVoting(voting, 'Đã đủ phiếu')).toEqual([])
    const few = { ballots: agreed.slice(1), membersTotal: 15 }
    expect(obstaclesToClosingVoting(few, '')).toEqual([
      { code: 'approval.quorum-missing', params: { voted: 9, needed: 10 } },
      { code: 'approval.reason-needed', at: '/reason' },
    ])
  })
})

describe('the separation of duties', () => {
  const checking = {
    kind: 'FORM',
    checkerId: 'nga',
    drafterIds: ['khai'],
    otherCheckerId: 'thac',
    outcome: 'PASSED',
    remark: null,
  } as const

  it('keeps drafter, content checker and form checker apart', () => {
    expect(obstaclesToChecking(checking)).toEqual([])
    expect(obstaclesToChecking({ ...checking, checkerId: 'khai' })).toEqual([
      { code: 'approval.drafter-checks' },
    ])
    expect(obstaclesToChecking({ ...checking, checkerId: 'thac' })).toEqual([
      { code: 'approval.same-checker' },
    ])
    expect(obstaclesToChecking({ ...checking, outcome: 'RETURNED' })).toMatchObject([
      { code: 'approval.reason-needed' },
    ])
  })

  it('keeps the signer apart from drafter and form checker, and signs what was approved', () => {
    const act = {
      signerId: 'nghia',
      drafterIds: ['khai'],
      formCheckerId: 'nga',
      seenSha256: 'a',
      approvedSha256: 'a',
    }
    const codeOf = (more: Partial<typeof act>): string | undefined =>
      obstaclesToSigning({ ...act, ...more })[0]?.code
    expect(codeOf({})).toBeUndefined()
    expect(codeOf({ signerId: 'khai' })).toBe('approval.drafter-signs')
    expect(codeOf({ signerId: 'nga' })).toBe('approval.checker-signs')
    expect(codeOf({ seenSha256: 'b' })).toBe('approval.other-text-signed')
  })

  it('waits for both checks, and goes back when one returns', () => {
    const passed = { kind: 'CONTENT', outcome: 'PASSED' } as const
    expect(checksAre([passed])).toBe('open')
    expect(checksAre([passed, { kind: 'FORM', outcome: 'PASSED' }])).toBe('passed')
    expect(checksAre([{ kind: 'FORM', outcome: 'RETURNED' }])).toBe('returned')
  })

  it('never changes a signed text', () => {
    expect(APPROVAL_STATES.filter((state) => mayBecome('SIGNED', state))).toEqual(['ISSUED'])
    expect(mayBecome('APPROVED', 'RETURNED')).toBe(true)
  })
})
