import { describe, expect, it } from 'vitest'
import { answerForm, EMPTY_FORM } from '../../domain/feedback/answer-form.contract.ts'
import { obstaclesInPlaces } from '../../domain/feedback/asked.ts'
import {
  askedFacts,
  type LineWish,
  NO_FACTS,
  obstaclesInWish,
  partsOfWish,
} from '../../domain/feedback/line-wish.ts'
import { annexAfter, obstaclesInApplying } from '../../domain/revision/wish-applied.ts'
import { say } from '../../domain/text/say.ts'

const draft = { topic: 'Cán bộ mới', audience: 'Uỷ viên mới bầu', seats: 120, month: 3 }
const wish = (change: Partial<LineWish>): LineWish => ({ ...NO_FACTS, wish: 'CHANGE', ...change })

describe('a wish about a class line', () => {
  it('asks only for what differs from the draft', () => {
    const asked = wish({ seats: 90, month: 3, audience: '  ' })
    expect(askedFacts(asked, draft)).toEqual({ seats: 90 })
    const said = partsOfWish(asked, draft).map(({ key, params }) => say('vi', key, params))
    expect(said).toEqual(['Số học viên: 120 → 90'])
  })

  it('cannot be sent while it asks for nothing', () => {
    const nothing = [{ code: 'feedback.line-nothing-asked', at: '/c/line/seats' }]
    expect(obstaclesInWish(wish({}), draft, '/c')).toEqual(nothing)
    expect(obstaclesInWish(wish({ seats: 120 }), draft, '/c')).toEqual(nothing)
    expect(obstaclesInWish(wish({ month: 5 }), draft, '/c')).toEqual([])
    expect(obstaclesInWish(wish({ wish: 'DROP' }), draft, '/c')).toEqual([])
  })

  it('for a class of its own says all of it', () => {
    const codes = (asked: LineWish) => obstaclesInWish(asked, undefined, '').map(({ code }) => code)
    expect(codes(wish({ wish: 'NEW', topic: 'Thương lượng', seats: 60 }))).toEqual([
      'feedback.line-audience-missing',
      'feedback.line-month-missing',
    ])
    expect(codes({ ...draft, wish: 'NEW' })).toEqual([])
  })
})

describe('where a wish may stand', () => {
  const planId = '00000000-0000-4000-8000-000000000001'
  const plans = [
    { planId, clauses: [{ code: 'II.1' }], classLines: [{ ...draft, code: 'L01' }], targets: [] },
  ]
  const faultsOf = (placeKind: string, placeCode: string, line?: LineWish) =>
    obstaclesInPlaces(
      { stances: {}, comments: { c: { planId, placeKind, placeCode, ...(line && { line }) } } },
      plans,
    )

  it('on a line of the draft, or on a line of its own', () => {
    expect(faultsOf('LINE', 'L01', wish({ seats: 90 }))).toEqual([])
    expect(faultsOf('LINE', '+k3x9a', wish({ wish: 'NEW' }))).toEqual([])
    expect(faultsOf('LINE', 'L01')).toEqual([])
  })

  it('nowhere else', () => {
    const strange = [
      faultsOf('LINE', 'L02', wish({ seats: 90 })),
      faultsOf('LINE', 'L01', wish({ wish: 'NEW' })),
      faultsOf('LINE', '+k3x9a', wish({ wish: 'DROP' })),
      faultsOf('LINE', '+k3x9a'),
      faultsOf('CLAUSE', 'II.1', wish({ seats: 90 })),
    ]
    for (const faults of strange) expect(faults).toMatchObject([{ code: 'feedback.wrong-place' }])
  })
})

it('an answer that was begun before there were wishes is read as it was', () => {
  const key = '00000000-0000-4000-8000-000000000001:LINE:L01'
  const before = {
    planId: '00000000-0000-4000-8000-000000000001',
    placeKind: 'LINE',
    placeCode: 'L01',
    kind: 'PROPOSAL',
    text: 'Ít người quá.',
    suggestedText: 'Cán bộ mới, 60 người',
  }
  expect(answerForm.parse({ ...EMPTY_FORM, comments: { [key]: before } }).comments[key]).toEqual(
    before,
  )
})

describe('a wish in the draft', () => {
  const codes = (...given: Parameters<typeof obstaclesInApplying>) =>
    obstaclesInApplying(...given).map(({ code }) => code)

  it('is written as it was asked, or in part', () => {
    const asked = wish({ seats: 90 })
    expect(codes('ACCEPTED', asked, { ...NO_FACTS, seats: 90 })).toEqual([])
    expect(codes('ACCEPTED', asked, { ...NO_FACTS, seats: 100 })).toEqual([
      'revision.accepted-otherwise',
    ])
    expect(codes('PARTLY', asked, { ...NO_FACTS, seats: 100 })).toEqual([])
    expect(codes('PARTLY', wish({ wish: 'DROP' }), NO_FACTS)).toEqual(['revision.dropped-in-part'])
    expect(codes('NOTED', asked, NO_FACTS)).toEqual(['revision.nothing-to-apply'])
    expect(codes('ACCEPTED', null, NO_FACTS)).toEqual(['revision.nothing-to-apply'])
    expect(codes('NOT_ACCEPTED', asked, null)).toEqual([])
  })

  it('changes what the annex adds up to', () => {
    const annex = { classes: 40, trainees: 3_920, headlineClasses: 40, headlineTrainees: 3_920 }
    const after = (asked: LineWish) => annexAfter(annex, asked, asked, draft)
    expect(after(wish({ seats: 90 }))).toEqual({ classes: 40, trainees: 3_890 })
    expect(after(wish({ month: 5 }))).toEqual({ classes: 40, trainees: 3_920 })
    expect(after(wish({ wish: 'DROP' }))).toEqual({ classes: 39, trainees: 3_800 })
    expect(annexAfter(annex, wish({ wish: 'NEW', seats: 60 }), wish({ seats: 60 }), null)).toEqual({
      classes: 41,
      trainees: 3_980,
    })
  })
})
