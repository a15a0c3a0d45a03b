import { describe, expect, it } from 'vitest'
import { UNWRITTEN_STATES } from '../../domain/feedback/assisted-entry.ts'
import { feedbackDeeds as deeds } from '../../domain/feedback/deeds.ts'
import {
  ANSWER_MOVES,
  ANSWER_STATES,
  isAnswerState,
  isOutstanding,
  mayBecome,
  OUTSTANDING_STATES,
  obstaclesToSigning,
  stateAfterClose,
} from '../../domain/feedback/answer.ts'
import {
  type AnswerDraft,
  changeInPercent,
  obstaclesToSending,
  warningsOn,
} from '../../domain/feedback/answer-form.ts'
import {
  answerNumber,
  answerNumberWithVersion,
  commentNumber,
} from '../../domain/feedback/number.ts'
import {
  closesAt,
  cutOffAt,
  dueAtOf,
  graceUntilOf,
  obstaclesToClosingEarly,
  obstaclesToAskingForTime,
  obstaclesToExtending,
  obstaclesToReminding,
  reminderInstants,
  timelinessAt,
} from '../../domain/feedback/round.ts'
import { day, instantAt } from '../../domain/grammar/day.ts'
import { pointer } from '../../domain/grammar/obstacle.ts'
import { fc, test } from './properties.ts'

const dueAt = instantAt(day('2026-12-18'), '17:00')
const graceUntil = instantAt(day('2026-12-22'), '17:00')
const after = (instant: string, ms: number): string =>
  new Date(Date.parse(instant) + ms).toISOString()

describe('an answer', () => {
  it('can end from every state, and only as counted, silent or excused', () => {
    const last = ANSWER_STATES.filter((state) => ANSWER_MOVES[state].length === 0)
    expect(last).toEqual(['COUNTED', 'NO_ANSWER'])
    for (const state of ANSWER_STATES) {
      expect([...last, 'EXCUSED']).toContain(stateAfterClose(state))
    }
  })

  it('that was signed may be taken back and sent again before the close', () => {
    expect(mayBecome('SUBMITTED', 'WITHDRAWN')).toBe(true)
    expect(mayBecome('WITHDRAWN', 'WITH_PRESIDENT')).toBe(true)
    expect(mayBecome('COUNTED', 'WITHDRAWN')).toBe(false)
  })

  it('never leaves the unit without its president', () => {
    const before = ANSWER_STATES.filter((state) => mayBecome(state, 'SUBMITTED'))
    // from its own draft, or from what was entered from paper where it has none
    expect(before).toEqual([...UNWRITTEN_STATES, 'WITH_PRESIDENT'])
    for (const { by, over, stepUp } of [deeds.answerSigned, deeds.assistedConfirmed])
      expect({ by, over, stepUp }).toEqual({ by: ['unitHead'], over: 'ownUnit', stepUp: true })
    expect(isAnswerState('WITH_PRESIDENT') && !isAnswerState('LOST')).toBe(true)
  })

  it('not sent by the close is silence; an excused unit stays excused', () => {
    expect(stateAfterClose('DRAFT')).toBe('NO_ANSWER')
    expect(stateAfterClose('EXCUSED')).toBe('EXCUSED')
    expect(stateAfterClose('SUBMITTED')).toBe('COUNTED')
    expect(isOutstanding('WITHDRAWN')).toBe(true)
  })

  it('may be excused while it is waited for, and comes back to where it stood', () => {
    const outstanding = ANSWER_STATES.filter(isOutstanding)
    expect(outstanding.toSorted()).toEqual(OUTSTANDING_STATES.toSorted())
    expect(outstanding.every((state) => mayBecome(state, 'EXCUSED'))).toBe(true)
    expect(ANSWER_MOVES.EXCUSED).toEqual(OUTSTANDING_STATES)
    expect(mayBecome('SUBMITTED', 'EXCUSED')).toBe(false)
  })

  it('has a number that says round and place', () => {
    expect(answerNumber(2027, 138)).toBe('GY-2027-0138')
    expect(answerNumber(2027, 10_138)).toBe('GY-2027-10138')
    expect(answerNumberWithVersion('GY-2027-0138', 2)).toBe('GY-2027-0138/2')
    expect(commentNumber('GY-2027-0138', 4)).toBe('GY-2027-0138.4')
  })
})

describe('the two keys of a unit', () => {
  it('are turned by two people', () => {
    const keys = { sentOnBy: 'lan', signerId: 'hoa', holderIds: ['lan', 'hoa'] }
    expect(obstaclesToSigning(keys)).toEqual([])
    expect(obstaclesToSigning({ ...keys, signerId: 'lan' })).toEqual([
      { code: 'feedback.second-key-needed' },
    ])
    expect(obstaclesToSigning({ ...keys, sentOnBy: null })).toEqual([
      { code: 'feedback.not-sent-on' },
    ])
  })

  it('are turned by one person where there is only one', () => {
    expect(obstaclesToSigning({ sentOnBy: 'hoa', signerId: 'hoa', holderIds: ['hoa'] })).toEqual([])
  })
})

describe('the time of an answer', () => {
  const obligation = { dueAt, graceUntil }

  it('is in time up to the due instant itself', () => {
    expect(timelinessAt(dueAt, obligation)).toBe('onTime')
    expect(timelinessAt(after(dueAt, 1), obligation)).toBe('late')
  })

  it('is late up to the end of the grace, and closed a millisecond after', () => {
    expect(timelinessAt(graceUntil, obligation)).toBe('late')
    expect(timelinessAt(after(graceUntil, 1), obligation)).toBe('closed')
  })

  it('is over at once when the round is closed early', () => {
    const early = instantAt(day('2026-12-15'), '10:00')
    expect(timelinessAt(early, obligation, early)).toBe('closed')
  })

  test.prop([fc.integer({ min: -1e9, max: 1e9 })])('only ever gets worse', (ms) => {
    const order = ['onTime', 'late', 'closed']
    const now = order.indexOf(timelinessAt(after(dueAt, ms), obligation))
    const later = order.indexOf(timelinessAt(after(dueAt, ms + 1), obligation))
    expect(later).toBeGreaterThanOrEqual(now)
  })

  it('is longer for a unit with an extension; the latest one counts', () => {
    const extended = instantAt(day('2026-12-24'), '17:00')
    expect(dueAtOf(dueAt, [])).toBe(dueAt)
    expect(dueAtOf(dueAt, [extended, dueAt])).toBe(extended)
    expect(graceUntilOf(dueAt, 2, [])).toBe(graceUntil)
    expect(closesAt([{ graceUntil }, { graceUntil: graceUntilOf(extended, 2, []) }])).toBe(
      instantAt(day('2026-12-28'), '17:00'),
    )
    expect(closesAt([])).toBeNull()
  })
})

describe('a consultation round', () => {
  const obligations = [
    { unitId: 'a', state: 'SUBMITTED', dueAt, graceUntil },
    { unitId: 'b', state: 'DRAFT', dueAt, graceUntil },
    { unitId: 'c', state: 'NOT_OPENED', dueAt, graceUntil },
  ] as const

  it('closed early needs a reason and names the units it cuts off', () => {
    const now = instantAt(day('2026-12-16'), '09:00')
    expect(cutOffAt(now, obligations).map((each) => each.unitId)).toEqual(['b', 'c'])
    expect(obstaclesToClosingEarly({ reason: '', closedAt: null })).toMatchObject([
      { code: 'feedback.reason-missing' },
    ])
    expect(obstaclesToClosingEarly({ reason: 'Đã đủ ý kiến', closedAt: null })).toEqual([])
  })

  it('gives an extension only for later, with a reason, to a unit still waited for', () => {
    const extending = {
      now: instantAt(day('2026-12-16'), '09:00'),
      current: dueAt,
      wanted: instantAt(day('2026-12-22'), '17:00'),
      reason: 'Đang kiện toàn Ban Chấp hành',
      state: 'DRAFT',
      closedAt: null,
    } as const
    expect(obstaclesToExtending(extending)).toEqual([])
    expect(obstaclesToExtending({ ...extending, wanted: dueAt, reason: ' ' })).toMatchObject([
      { code: 'feedback.extension-not-later' },
      { code: 'feedback.reason-missing' },
    ])
    expect(obstaclesToExtending({ ...extending, state: 'SUBMITTED' })).toMatchObject([
      { code: 'feedback.already-answered' },
    ])
    expect(obstaclesToExtending({ ...extending, closedAt: dueAt })).toMatchObject([
      { code: 'feedback.round-closed' },
    ])
  })

  it('takes one request for more time at a time, for what could be granted', () => {
    const asking = {
      now: instantAt(day('2026-12-16'), '09:00'),
      current: dueAt,
      wanted: instantAt(day('2026-12-22'), '17:00'),
      reason: 'Mưa lũ, mất điện',
      state: 'WITH_PRESIDENT',
      closedAt: null,
      isAsked: false,
    } as const
    expect(obstaclesToAskingForTime(asking)).toEqual([])
    expect(obstaclesToAskingForTime({ ...asking, isAsked: true })).toEqual([
      { code: 'feedback.extension-asked' },
    ])
    expect(obstaclesToAskingForTime({ ...asking, wanted: dueAt })).toMatchObject([
      { code: 'feedback.extension-not-later' },
    ])
    expect(obstaclesToAskingForTime({ ...asking, state: 'EXCUSED' })).toMatchObject([
      { code: 'feedback.excused' },
    ])
  })

  it('reminds a unit at most once in 24 hours', () => {
    const now = instantAt(day('2026-12-15'), '09:00')
    const reminding = { now, lastSentAt: null, state: 'READ' } as const
    expect(obstaclesToReminding(reminding)).toEqual([])
    const lastSentAt = after(now, -23.5 * 3_600_000)
    expect(obstaclesToReminding({ ...reminding, lastSentAt })).toEqual([
      { code: 'feedback.reminded-recently', params: { hours: 1 } },
    ])
    expect(obstaclesToReminding({ ...reminding, lastSentAt: after(now, -86_400_000) })).toEqual([])
  })

  it('reminds by itself so many working days before the end, the earliest first', () => {
    expect(reminderInstants(dueAt, [], [1, 5])).toEqual([
      { moment: 'D-5', at: instantAt(day('2026-12-11'), '08:00') },
      { moment: 'D-1', at: instantAt(day('2026-12-17'), '08:00') },
    ])
  })
})

describe('the answer form', () => {
  const whole: AnswerDraft = {
    stances: { p1: { stance: 'AGREE_IN_PRINCIPLE', remark: '' } },
    comments: { 'p1:CLAUSE:II.3': { text: 'Chia hai đợt cho dễ nghỉ việc', suggestedText: null } },
    targetRequests: {
      'p1:TARGET:T5': {
        targetCode: 'T5',
        requested: 860,
        reason: 'ORG_CHANGE',
        particularity: 'Hai doanh nghiệp lớn chuyển về khu công nghiệp',
        feasibility: 'Còn ba doanh nghiệp đang vận động',
      },
    },
    spokesperson: { name: 'Phạm Đức Thuỷ', position: 'Chủ tịch' },
    isConfirmed: true,
  }
  const asked = { planIds: ['p1'], assigned: { 'p1:TARGET:T5': 1_150 }, lines: {} }
  const codesOf = (form: AnswerDraft): (string | undefined)[] =>
    obstaclesToSending(form, asked).map((obstacle) => `${obstacle.code} ${obstacle.at}`)

  it('is sent when the unit has said where it stands on each draft', () => {
    expect(codesOf(whole)).toEqual([])
    expect(codesOf({ ...whole, stances: {} })).toEqual([
      'feedback.stance-missing /stances/p1/stance',
    ])
    expect(codesOf({ ...whole, comments: {}, targetRequests: {} })).toEqual([])
  })

  it('asks for a reason when the unit disagrees', () => {
    const stances = { p1: { stance: 'DISAGREE', remark: ' ' } } as const
    expect(codesOf({ ...whole, stances })).toEqual(['feedback.remark-missing /stances/p1/remark'])
  })

  it('asks for reason, particularity and feasibility of every changed target', () => {
    const empty = { requested: null, reason: null, particularity: '', feasibility: '' }
    const targetRequests = { 'p1:TARGET:T5': { targetCode: 'T5', ...empty } }
    expect(codesOf({ ...whole, targetRequests })).toEqual([
      'feedback.requested-missing /targetRequests/p1:TARGET:T5/requested',
      'feedback.request-reason-missing /targetRequests/p1:TARGET:T5/reason',
      'feedback.particularity-missing /targetRequests/p1:TARGET:T5/particularity',
      'feedback.feasibility-missing /targetRequests/p1:TARGET:T5/feasibility',
    ])
  })

  it('cannot ask to change a target that is not assigned to the unit', () => {
    expect(obstaclesToSending(whole, { planIds: ['p1'], assigned: {}, lines: {} })).toMatchObject([
      { code: 'feedback.target-not-assigned' },
    ])
  })

  it('names its spokesperson and is confirmed', () => {
    const spokesperson = { name: '', position: '' }
    expect(codesOf({ ...whole, spokesperson, isConfirmed: false })).toEqual([
      'feedback.spokesperson-missing /spokesperson/name',
      'feedback.spokesperson-missing /spokesperson/position',
      'feedback.not-confirmed /isConfirmed',
    ])
  })

  it('warns of a request that departs by more than a fifth', () => {
    expect(warningsOn(whole, asked)).toEqual([
      {
        code: 'feedback.request-far-off',
        params: { target: 'T5', assigned: 1_150, requested: 860, percent: -25.2 },
        at: '/targetRequests/p1:TARGET:T5/requested',
      },
    ])
    expect(warningsOn(whole, { ...asked, assigned: { 'p1:TARGET:T5': 900 } })).toEqual([])
    expect(changeInPercent(0, 10)).toBeNull()
  })

  it('is pointed into by JSON pointers', () => {
    expect(pointer('a/b', 0, 'c~d')).toBe('/a~1b/0/c~0d')
  })
})
