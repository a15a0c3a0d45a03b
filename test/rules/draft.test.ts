import { describe, expect, it } from 'vitest'
import {
  balanceOf,
  obstaclesInAllocation,
  proposedAllocation,
} from '../../domain/draft/allocation.ts'
import { obstaclesToSendingOn, warningsOn } from '../../domain/draft/checks.ts'
import {
  type ClassLine,
  headlineMismatches,
  linesInTet,
  totalsOf,
} from '../../domain/draft/class-line.ts'
import {
  compareClauseCodes,
  type Draft,
  SECTIONS,
  suggestedTitle,
} from '../../domain/draft/plan.ts'
import { audienceOf, sentenceOf } from '../../domain/draft/sentence.ts'
import {
  headlineOf,
  isReached,
  obstaclesInTarget,
  shareDone,
  type Target,
} from '../../domain/draft/target.ts'
import { fc, test } from './properties.ts'

const line = (code: string, seats = 98, month = 4): ClassLine => ({
  code,
  topic: 'Cán bộ công đoàn mới',
  audience: 'Cán bộ bầu từ 01/6/2026',
  deliveryForm: 'DIRECT',
  days: 2,
  seats,
  month,
  venue: null,
  leadUnit: 'Ban Công tác Công đoàn',
  coordinatingUnit: null,
  budgetDong: 56_625_000n,
})
const fortyLines = Array.from({ length: 40 }, (_, i) => line(`L${i + 1}`))

const target = (more: Partial<Target>): Target => ({
  code: 'T1',
  text: 'Tăng thêm 30.000 đoàn viên',
  kind: 'EXACT',
  value: 30_000,
  minValue: null,
  maxValue: null,
  formula: null,
  measuredIn: 'đoàn viên',
  measure: 'count',
  period: 'YEAR',
  population: {},
  denominator: null,
  denominatorOn: null,
  isAllocated: false,
  ...more,
})

const draft = (more: Partial<Draft> = {}): Draft => ({
  planType: 'TRAINING',
  planYear: 2027,
  title: suggestedTitle('TRAINING', 2027),
  term: '2025–2030',
  totals: { headlineClasses: 40, headlineTrainees: 3_920 },
  legalBases: [
    { docType: 'Luật', number: null, issuedOn: '2024-11-27', issuer: null, abstract: 'Công đoàn' },
  ],
  clauses: [{ code: 'I.1', section: SECTIONS.I, heading: 'Mục đích', text: 'Bồi dưỡng cán bộ.' }],
  targets: [{ ...target({}), allocations: [] }],
  classLines: fortyLines,
  recipients: ['Các ban'],
  ...more,
})

describe('the annex of classes', () => {
  it('adds up to 40 classes, 3.920 trainees, 98 a class and 2.265 million đồng', () => {
    expect(totalsOf(fortyLines)).toEqual({
      classes: 40,
      trainees: 3_920,
      average: 98,
      budgetDong: 2_265_000_000n,
    })
    expect(totalsOf([]).average).toBeNull()
  })

  it('must be what the headline promises', () => {
    const headline = { headlineClasses: 40, headlineTrainees: 3_920 }
    expect(headlineMismatches(totalsOf(fortyLines), headline)).toEqual([])
    expect(headlineMismatches(totalsOf(fortyLines.slice(1)), headline)).toEqual([
      { code: 'draft.classes-differ', params: { lines: 39, headline: 40 }, at: '/headlineClasses' },
      {
        code: 'draft.totals-differ',
        params: { lines: 3_822, headline: 3_920 },
        at: '/headlineTrainees',
      },
    ])
  })

  it('names the classes that fall into the weeks of Tết', () => {
    expect(linesInTet([line('L1', 120, 2), line('L2'), line('L4', 90, 2)], 2027)).toEqual({
      lines: ['L1', 'L4'],
      from: '2027-02-01',
      to: '2027-02-12',
    })
    expect(linesInTet([line('L2')], 2027)).toBeNull()
  })

  it('warns when a class is larger than the plan itself allows', () => {
    const warning = { code: 'draft.classes-too-large', params: { average: 98, most: 60 } }
    expect(warningsOn(draft(), 60)).toContainEqual({ ...warning, at: '/classLines' })
    expect(warningsOn(draft(), null)).toEqual([])
  })
})

describe('a target', () => {
  it('says what its kind asks for', () => {
    const range = target({ kind: 'RANGE', value: null, minValue: 2, maxValue: 1 })
    expect(obstaclesInTarget(range, '/targets/0')).toEqual([
      {
        code: 'draft.range-upside-down',
        params: { code: 'T1', from: 2, to: 1 },
        at: '/targets/0/maxValue',
      },
    ])
    expect(obstaclesInTarget(target({ kind: 'MIN' }), '/targets/0')).toMatchObject([
      { code: 'draft.target-figure-missing', at: '/targets/0/minValue' },
    ])
    expect(obstaclesInTarget(target({ kind: 'PERCENT', value: 120 }), '')).toMatchObject([
      { code: 'draft.percent-out-of-range' },
    ])
  })

  it('in percent without a frozen denominator is not known, and never 0', () => {
    const percent = target({ kind: 'PERCENT', value: 100 })
    expect(shareDone(percent, 84)).toEqual({ known: false })
    expect(isReached(percent, 84)).toBeNull()
    expect(shareDone({ ...percent, denominator: 309 }, 281)).toEqual({ known: true, percent: 90.9 })
    expect(isReached({ ...percent, denominator: 309 }, 309)).toBe(true)
  })

  it('"at least 490" is reached by 490 and passed by more', () => {
    const least = target({ kind: 'MIN', value: null, minValue: 490 })
    expect([489, 490, 542].map((done) => isReached(least, done))).toEqual([false, true, true])
    expect(headlineOf(least)).toBe(490)
    expect(headlineOf(target({ kind: 'PERCENT' }))).toBeNull()
  })

  it('suggests its own sentence', () => {
    const population = { employment: 'FULL_TIME', newInTerm: true } as const
    const measure = 'certified'
    expect(
      sentenceOf(target({ kind: 'PERCENT', value: 100, population, measure }), '2025–2030'),
    ).toBe(
      '100% cán bộ công đoàn chuyên trách mới bổ sung đầu nhiệm kỳ 2025–2030 được đào tạo, bồi dưỡng và cấp chứng chỉ.',
    )
    expect(sentenceOf(target({ kind: 'MIN', minValue: 490, measuredIn: 'công đoàn cơ sở' }))).toBe(
      'Ít nhất 490 công đoàn cơ sở trở lên.',
    )
    const leaders = { positions: ['DEPT_HEAD', 'PRESIDENT'] }
    const range = { kind: 'RANGE', minValue: 1, maxValue: 2, measuredIn: 'lớp' } as const
    expect(sentenceOf(target({ ...range, population: leaders }))).toBe(
      'Từ 1 đến 2 lớp cho Trưởng ban, Chủ tịch.',
    )
    expect(sentenceOf(target({ kind: 'FORMULA' }))).toContain('không tính chuyển đi, chuyển đến')
    expect(sentenceOf(target({ kind: 'EXACT', value: null }))).toBe('')
  })

  it('speaks of presidents of larger non-state enterprises', () => {
    const population = { positions: ['PRESIDENT'], ownership: ['NON_STATE'], minWorkers: 500 }
    expect(audienceOf(population, null)).toBe(
      'Chủ tịch doanh nghiệp ngoài khu vực Nhà nước có từ 500 lao động trở lên',
    )
  })
})

describe('the allocation of a target', () => {
  const allocated = target({ isAllocated: true })
  const given = [
    { unitId: 'a', value: 18_520 },
    { unitId: 'b', value: 11_360 },
  ]

  it('must reach the headline', () => {
    expect(balanceOf(allocated, given)).toEqual({
      headline: 30_000,
      allocated: 29_880,
      remaining: 120,
    })
    expect(obstaclesInAllocation(allocated, given, '/a')).toMatchObject([
      { code: 'draft.allocation-differs', params: { remaining: 120 }, at: '/a' },
    ])
  })

  it('may give out more than a minimum, and need not exist for other targets', () => {
    const least = { ...allocated, kind: 'MIN', minValue: 490 } as const
    expect(obstaclesInAllocation(least, [{ unitId: 'a', value: 500 }], '')).toEqual([])
    expect(obstaclesInAllocation(target({}), [], '')).toEqual([])
  })

  test.prop([fc.nat(40_000), fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1 })])(
    'proposed by weights adds up to the headline',
    (headline, weights) => {
      const units = weights.map((weight, index) => ({ unitId: String(index), weight }))
      const proposed = proposedAllocation(headline, units) ?? []
      const promised = target({ isAllocated: true, value: headline })
      expect(obstaclesInAllocation(promised, proposed, '')).toEqual([])
    },
  )
})

describe('a draft', () => {
  it('that is whole can be sent on', () => {
    expect(obstaclesToSendingOn(draft())).toEqual([])
  })

  it('with the term "2018-2923" cannot', () => {
    expect(obstaclesToSendingOn(draft({ term: '2018-2923' }))).toMatchObject([
      { code: 'federation.term-not-five-years', at: '/term' },
    ])
  })

  it('that lacks its parts names every one of them', () => {
    const empty = draft({
      title: ' ',
      legalBases: [],
      clauses: [],
      targets: [],
      classLines: [],
      recipients: [],
      totals: { headlineClasses: null, headlineTrainees: null },
    })
    expect(obstaclesToSendingOn(empty).map((obstacle) => obstacle.code)).toEqual([
      'draft.title-missing',
      'draft.no-legal-basis',
      'draft.no-clause',
      'draft.no-target',
      'draft.no-recipient',
      'draft.no-class-line',
    ])
  })

  it('warns of what its drafter may have forgotten, and still goes on', () => {
    const clause = { code: 'I.1', section: SECTIONS.I, heading: 'a', text: 'b', finished: false }
    const percent = { ...target({ kind: 'PERCENT', value: 100 }), allocations: [] }
    const unsure = draft({ clauses: [clause], targets: [percent] })
    expect(warningsOn(unsure).map((warning) => warning.code)).toEqual([
      'draft.clauses-unfinished',
      'draft.denominator-missing',
    ])
    expect(obstaclesToSendingOn(unsure)).toEqual([])
  })

  it('has its clauses in the order of their numbers', () => {
    const codes = ['III.1', 'II.10', 'IV.1', 'II.2', 'I.1']
    expect(codes.toSorted(compareClauseCodes)).toEqual(['I.1', 'II.2', 'II.10', 'III.1', 'IV.1'])
  })
})
