import { describe, expect, it } from 'vitest'
import {
  type Disposed,
  type Ledger,
  obstaclesInDisposition,
  obstaclesToFinishing,
  outcomeOf,
  progressOf,
} from '../../domain/revision/disposition.ts'
import { obstacleInBulk } from '../../domain/revision/bulk.ts'
import { type Act, obstaclesToUndoing } from '../../domain/revision/undoing.ts'
import { obstaclesInDecision, redistributed } from '../../domain/revision/redistribution.ts'
import { fc, test } from './properties.ts'

const disposed = (more: Partial<Disposed>): Disposed => ({
  disposition: 'ACCEPTED',
  explanation: null,
  mergedInto: null,
  forwardedTo: null,
  forwardedAnswer: null,
  ...more,
})
const ledger: Ledger = new Map([
  ['a', disposed({})],
  ['b', disposed({ disposition: 'MERGED', mergedInto: 'a' })],
  ['c', disposed({ disposition: 'FORWARDED', forwardedTo: 'dept' })],
  ['d', disposed({ disposition: 'MERGED', mergedInto: 'c' })],
  ['e', null],
])
const codesFor = (commentId: string, wanted: Partial<Disposed>): string[] =>
  obstaclesInDisposition(commentId, disposed(wanted), ledger).map((obstacle) => obstacle.code)

describe('the disposition of a comment', () => {
  it('needs an explanation unless it is accepted, merged or forwarded', () => {
    expect(codesFor('e', {})).toEqual([])
    for (const disposition of ['PARTLY', 'NOT_ACCEPTED', 'NOTED', 'OUT_OF_SCOPE'] as const) {
      expect(codesFor('e', { disposition })).toEqual(['revision.explanation-missing'])
      expect(codesFor('e', { disposition, explanation: 'Đã có ở mục II.4' })).toEqual([])
    }
  })

  it('merged names a head that stands by itself', () => {
    const merged = (mergedInto: string | null): string[] =>
      codesFor('e', { disposition: 'MERGED', mergedInto })
    expect(merged('a')).toEqual([])
    expect(merged(null)).toEqual(['revision.head-missing'])
    expect(merged('e')).toEqual(['revision.merged-into-itself'])
    expect(merged('b')).toEqual(['revision.head-is-merged'])
    expect(merged('z')).toEqual(['revision.head-unknown'])
    expect(codesFor('a', { disposition: 'MERGED', mergedInto: 'e' })).toEqual([
      'revision.is-head-of-others',
    ])
  })

  it('forwarded names the department, and counts once the department has answered', () => {
    expect(codesFor('e', { disposition: 'FORWARDED' })).toEqual(['revision.department-missing'])
    expect(progressOf(ledger)).toMatchObject({ total: 5, disposed: 2, open: ['c', 'd', 'e'] })
    const answered = new Map(ledger).set(
      'c',
      disposed({ disposition: 'FORWARDED', forwardedTo: 'dept', forwardedAnswer: 'Đã bố trí' }),
    )
    expect(progressOf(answered)).toMatchObject({ disposed: 4, open: ['e'] })
    expect(progressOf(answered).byDisposition).toMatchObject({ ACCEPTED: 1, MERGED: 2 })
    expect(outcomeOf('d', answered)?.forwardedAnswer).toBe('Đã bố trí')
  })
})

describe('a revision', () => {
  it('cannot go on while one comment, request or task is open or a headline is missed', () => {
    const targets = [{ code: 'T5', kind: 'EXACT', headline: 30_000, allocated: 29_880 }]
    const task = { departmentName: 'Ban Tài chính', text: 'Tính lại kinh phí', dueOn: '2027-01-08' }
    const work = { openComments: 3, openRequests: 2, openTasks: [task], targets }
    expect(obstaclesToFinishing(work)).toEqual([
      { code: 'revision.comments-open', params: { count: 3 } },
      { code: 'revision.requests-open', params: { count: 2 } },
      {
        code: 'revision.tasks-open',
        params: { count: 1, names: 'Ban Tài chính: Tính lại kinh phí (08/01/2027)' },
      },
      {
        code: 'revision.headline-missed',
        params: { code: 'T5', headline: 30_000, allocated: 29_880, remaining: 120 },
      },
    ])
  })

  it('goes on when everything is answered; "at least" may be passed', () => {
    const targets = [{ code: 'T7', kind: 'MIN', headline: 490, allocated: 500 }]
    const done = { openComments: 0, openRequests: 0, openTasks: [] }
    expect(obstaclesToFinishing({ ...done, targets })).toEqual([])
  })
})

describe('the decision on a target request', () => {
  const asked = { assigned: 1_150, requested: 860, explanation: null }

  it('grants what it says', () => {
    expect(obstaclesInDecision({ ...asked, outcome: 'ACCEPTED', granted: 860 })).toEqual([])
    expect(obstaclesInDecision({ ...asked, outcome: 'ACCEPTED', granted: 900 })).toMatchObject([
      { code: 'revision.granted-contradicts-outcome' },
    ])
    const partly = { ...asked, outcome: 'PARTLY', explanation: 'Chia cho phường bên' } as const
    expect(obstaclesInDecision({ ...partly, granted: 900 })).toEqual([])
    expect(obstaclesInDecision({ ...partly, granted: 1_150 })).toHaveLength(1)
  })

  it('is explained unless it grants everything', () => {
    expect(obstaclesInDecision({ ...asked, outcome: 'NOT_ACCEPTED', granted: 1_150 })).toEqual([
      { code: 'revision.explanation-missing', at: '/explanation' },
    ])
  })
})

describe('a target divided anew', () => {
  const shares = [
    { unitId: 'benTruc', value: 1_150 },
    { unitId: 'kcn', value: 9_400 },
    { unitId: 'yTe', value: 620 },
    { unitId: 'dongSim', value: 310 },
  ]
  const headline = 11_480

  it('keeps what was granted and lets the others carry the rest', () => {
    const anew = redistributed(headline, shares, [{ unitId: 'benTruc', granted: 860 }])
    expect(anew).toEqual({
      shares: [
        { unitId: 'benTruc', before: 1_150, after: 860, because: 'granted' },
        { unitId: 'kcn', before: 9_400, after: 9_664, because: 'carries' },
        { unitId: 'yTe', before: 620, after: 637, because: 'carries' },
        { unitId: 'dongSim', before: 310, after: 319, because: 'carries' },
      ],
    })
  })

  it('is carried by those who are named, where somebody is named', () => {
    const anew = redistributed(headline, shares, [{ unitId: 'benTruc', granted: 860 }], ['kcn'])
    expect('shares' in anew && anew.shares.map((share) => share.after)).toEqual([
      860, 9_690, 620, 310,
    ])
  })

  it('says so when nobody is left to carry it', () => {
    const grants = shares.map(({ unitId }) => ({ unitId, granted: 1 }))
    expect(redistributed(headline, shares, grants)).toEqual({
      problem: { code: 'revision.headline-unreachable', params: { headline, fixed: 4 } },
    })
    expect(redistributed(10, shares, [{ unitId: 'kcn', granted: 9_000 }])).toHaveProperty('problem')
  })

  const values = fc.array(fc.integer({ min: 1, max: 2_000 }), { minLength: 3, maxLength: 43 })
  test.prop([values, fc.integer({ min: 0, max: 4_000 })])(
    'holds its headline, moves all carriers the same way, and does not depend on their order',
    (given, granted) => {
      const units = given.map((value, index) => ({ unitId: `u${index}`, value }))
      const total = given.reduce((sum, value) => sum + value, 0)
      const anew = redistributed(total, units, [{ unitId: 'u0', granted }])
      expect('problem' in anew).toBe(granted > total)
      if ('problem' in anew) return
      expect(anew.shares.reduce((sum, share) => sum + share.after, 0)).toBe(total)
      const moves = anew.shares.slice(1).map((share) => Math.sign(share.after - share.before))
      expect(new Set(moves.filter((move) => move !== 0)).size).toBeLessThanOrEqual(1)
      const turned = redistributed(total, units.toReversed(), [{ unitId: 'u0', granted }])
      expect('shares' in turned && turned.shares.toReversed()).toEqual(anew.shares)
    },
  )
})

describe('one act back', () => {
  const act = { doneBy: 'a', isUndone: false, isLast: true, isRunning: false, goneOn: [] }
  const refusedFor = (given: Partial<Act>) =>
    obstaclesToUndoing({ ...act, ...given }, 'a').map(({ code }) => code)

  it('is possible for who did it, while it is the last and nobody has gone on', () => {
    expect(refusedFor({})).toEqual([])
    expect(refusedFor({ doneBy: 'b' })).toEqual(['revision.act-of-another'])
    expect(refusedFor({ isUndone: true })).toEqual(['revision.act-undone'])
    expect(refusedFor({ isLast: false })).toEqual(['revision.not-the-last-act'])
    expect(refusedFor({ isRunning: true })).toEqual(['revision.job-running'])
  })

  it('names each place once where somebody has gone on', () => {
    expect(obstaclesToUndoing({ ...act, goneOn: ['b', 'a', 'b'] }, 'a')).toEqual([
      { code: 'revision.gone-on-since', params: { names: 'a, b' } },
    ])
  })
})

describe('one of many', () => {
  const now = { revision: 2, asksFigures: false, isApplied: false }

  it('is left as it is where somebody has decided it since', () => {
    expect(obstacleInBulk('NOTED', 2, now)).toBeNull()
    expect(obstacleInBulk('NOTED', 1, now)).toEqual({ code: 'revision.decided-meanwhile' })
  })

  it('and where figures are asked for, or written, which are looked at one by one', () => {
    const figures = { code: 'revision.figures-one-by-one' }
    expect(obstacleInBulk('ACCEPTED', 2, { ...now, asksFigures: true })).toEqual(figures)
    expect(obstacleInBulk('NOT_ACCEPTED', 2, { ...now, asksFigures: true })).toBeNull()
    expect(obstacleInBulk('NOT_ACCEPTED', 2, { ...now, isApplied: true })).toEqual(figures)
  })
})
