import { describe, expect, it } from 'vitest'
import {
  type AwardBallot,
  countOf,
  councilOutcome,
  isOwn,
  type Member,
  obstaclesToCasting,
  obstaclesToClosingCouncil,
  type Subject,
} from '../../domain/reward/council.ts'
import { obstaclesToChecking, obstaclesToProposing } from '../../domain/reward/proposing.ts'

const member = (officialId: string, ...unitPaths: string[]): Member => ({ officialId, unitPaths })
const ward: Subject = { fileId: 'f1', officialId: null, unitPath: 'ht.u1' }
const council = [member('chair'), member('a'), member('b'), member('c', 'ht.u1')]
const votes = (...given: [who: string, vote: AwardBallot['vote']][]): AwardBallot[] =>
  given.map(([memberId, vote], order) => ({ fileId: 'f1', memberId, vote, order }))
const count = (ballots: AwardBallot[]) => countOf({ subject: ward, members: council, ballots })

describe('nobody votes on an award of their own', () => {
  it('as the person proposed, as a member of the unit, above it or below', () => {
    const person: Subject = { ...ward, officialId: 'p' }
    expect(isOwn(member('p'), person)).toBe(true)
    expect(isOwn(member('x', 'ht.u1'), ward)).toBe(true)
    expect(isOwn(member('x', 'ht.u1.g7'), ward)).toBe(true)
    expect(isOwn(member('x', 'ht.u12'), ward)).toBe(false)
    expect(isOwn(member('x'), ward)).toBe(false)
  })

  it('and does not count in the quorum of that file', () => {
    const three = count(votes(['chair', 'AGREE'], ['a', 'AGREE']))
    expect(three).toMatchObject({ eligible: 3, needed: 2, voted: 2, hasQuorum: true })
    expect(count(votes(['c', 'AGREE'], ['a', 'AGREE']))).toMatchObject({ voted: 1, agree: 1 })
  })

  it('and is told why', () => {
    const casting = {
      votes: [{ fileId: 'f1', vote: 'AGREE' as const, remark: null }],
      subjects: [ward],
      readSha256: 'x',
      contentSha256: 'x',
    }
    expect(obstaclesToCasting({ ...casting, member: council[3] })).toEqual([
      { code: 'reward.own-award', at: '/votes/0/vote' },
    ])
    expect(obstaclesToCasting({ ...casting, member: council[1] })).toEqual([])
    expect(obstaclesToCasting({ ...casting, member: undefined })).toMatchObject([
      { code: 'reward.not-a-member' },
    ])
    expect(
      obstaclesToCasting({ ...casting, member: council[1], contentSha256: 'y' }),
    ).toMatchObject([{ code: 'reward.other-files-read' }])
  })
})

describe('a file', () => {
  it('is passed by more than half of those who may vote, by their last votes', () => {
    expect(count(votes(['chair', 'AGREE'], ['a', 'AGREE'])).isPassed).toBe(true)
    expect(count(votes(['chair', 'AGREE'], ['a', 'ABSTAIN'])).isPassed).toBe(false)
    const replaced = votes(['chair', 'AGREE'], ['a', 'AGREE'], ['a', 'DISAGREE'])
    expect(count(replaced)).toMatchObject({ agree: 1, disagree: 1, isPassed: false })
  })

  it('keeps the session open while it lacks a quorum: once longer, then with the chair', () => {
    const counts = [count(votes(['a', 'AGREE']))]
    const dueAt = '2027-12-17T10:00:00Z'
    const closing = { counts, dueAt, extendedAt: null, isClosedByChair: false }
    const at = (now: string) => ({ ...closing, now })
    expect(councilOutcome(at('2027-12-17T09:00:00Z'), [])).toEqual({ kind: 'open' })
    const extended = councilOutcome(at('2027-12-17T10:00:01Z'), [])
    expect(extended).toMatchObject({ kind: 'extended' })
    const later = { ...at('2027-12-23T00:00:00Z'), extendedAt: dueAt }
    expect(councilOutcome(later, [])).toEqual({ kind: 'withChair' })
    expect(obstaclesToClosingCouncil(counts)).toMatchObject([
      { code: 'reward.quorum-missing', params: { files: 1, voted: 1, needed: 2 } },
    ])
  })
})

describe('a proposal', () => {
  const proposing = { isRegistered: false, otherKinds: [], citation: 'Tổ chức lớp tốt' } as const

  it('for all-round merit needs the registration of the year, for a theme none', () => {
    expect(obstaclesToProposing({ ...proposing, kind: 'COMPREHENSIVE' })).toMatchObject([
      { code: 'reward.not-registered' },
    ])
    expect(obstaclesToProposing({ ...proposing, kind: 'THEMATIC' })).toEqual([])
  })

  it('is for the whole or for a theme in one year, never for both', () => {
    const both = { ...proposing, kind: 'THEMATIC' as const }
    expect(obstaclesToProposing({ ...both, otherKinds: ['COMPREHENSIVE'] })).toMatchObject([
      { code: 'reward.other-kind-already' },
    ])
    expect(obstaclesToProposing({ ...both, otherKinds: ['THEMATIC'] })).toEqual([])
  })

  it('has a citation that can be read out', () => {
    const long = { ...proposing, kind: 'THEMATIC' as const, citation: 'chữ '.repeat(61) }
    expect(obstaclesToProposing(long)).toMatchObject([{ params: { words: 61, most: 60 } }])
  })
})

describe('a file is checked', () => {
  const check = { outcome: 'PASSED', remark: null, proposerId: 'p', checkerId: 's' } as const

  it('by somebody else than who proposed it, and passes with the report only', () => {
    expect(obstaclesToChecking({ ...check, hasReport: true })).toEqual([])
    expect(obstaclesToChecking({ ...check, hasReport: false })).toMatchObject([
      { code: 'reward.report-missing' },
    ])
    expect(obstaclesToChecking({ ...check, hasReport: true, checkerId: 'p' })).toMatchObject([
      { code: 'reward.proposer-checks' },
    ])
  })

  it('and rejected with the reason', () => {
    const rejected = { ...check, outcome: 'REJECTED' as const, hasReport: false }
    expect(obstaclesToChecking(rejected)).toMatchObject([{ code: 'reward.reason-needed' }])
    expect(obstaclesToChecking({ ...rejected, remark: 'Thiếu minh chứng' })).toEqual([])
  })
})
