import { describe, expect, test } from 'vitest'
import { day } from '../../domain/grammar/day.ts'
import { TRAINING_CHECKLIST } from '../../domain/inspection/criteria.ts'
import {
  type Finding,
  obstaclesToMinutes,
  pointsOf,
  scorePercent,
} from '../../domain/inspection/finding.ts'
import {
  isShortNotice,
  noticeDueOn,
  obstaclesToVisit,
  visitOpensAt,
} from '../../domain/inspection/notice.ts'
import { nextOfRemedies, remedyDueAt } from '../../domain/inspection/remedy.ts'
import {
  obstaclesToPassing,
  obstaclesToRemedies,
  ratingFor,
  replyDueAt,
  resultDueAt,
} from '../../domain/inspection/result.ts'
import { INSPECTION_STATES, mayBecome } from '../../domain/inspection/states.ts'
import { type HeldPost, obstaclesToTeam, type TeamMember } from '../../domain/inspection/team.ts'

const codes = (obstacles: readonly { code: string }[]) => obstacles.map(({ code }) => code)

describe('the team', () => {
  const inspected = {
    unitPaths: ['ht.u1', 'ht.u2'],
    periodFrom: '2026-01-01',
    periodTo: '2026-12-31',
  }
  const member = (officialId: string, role: TeamMember['role'] = 'MEMBER'): TeamMember => ({
    officialId,
    role,
    fullName: `Đ/c ${officialId}`,
  })
  const post = (unitPath: string, since: string, until: string | null): HeldPost => ({
    officialId: 'b',
    unitName: 'Công đoàn phường Số 1',
    unitPath,
    since,
    until,
  })
  const team = [member('a', 'LEAD'), member('b')]
  const inspectorIds = new Set(['a', 'b', 'c'])
  const judged = (posts: HeldPost[]) => obstaclesToTeam({ team, posts, inspected, inspectorIds })

  test('has one lead, seats nobody twice, and is made of inspectors', () => {
    const seat = (members: TeamMember[]) =>
      codes(obstaclesToTeam({ team: members, posts: [], inspected, inspectorIds }))
    expect(seat(team)).toEqual([])
    expect(seat([member('a')])).toEqual(['inspection.one-lead-needed'])
    expect(seat([member('a', 'LEAD'), member('b', 'LEAD')])).toEqual(['inspection.one-lead-needed'])
    expect(seat([...team, member('b')])).toEqual(['inspection.seated-twice'])
    expect(seat([...team, member('x')])).toEqual(['inspection.not-an-inspector'])
  })

  test('holds nobody who held a post in the unit or below it on a day of the period', () => {
    expect(judged([post('ht.u1', '2025-03-01', '2026-01-01')])).toEqual([
      {
        code: 'inspection.conflict-of-interest-then',
        params: {
          name: 'Đ/c b',
          unitName: 'Công đoàn phường Số 1',
          since: '01/3/2025',
          until: '01/01/2026',
        },
        at: '/team/1/officialId',
      },
    ])
    expect(codes(judged([post('ht.u1.x7', '2026-12-31', null)]))).toEqual([
      'inspection.conflict-of-interest',
    ])
  })

  test('nor who held one in a unit that was merged into it', () => {
    expect(codes(judged([post('ht.u2', '2026-02-01', '2026-05-31')]))).toEqual([
      'inspection.conflict-of-interest-then',
    ])
  })

  test('may hold who left before the period, came after it, or served elsewhere', () => {
    expect(judged([post('ht.u1', '2020-01-01', '2025-12-31')])).toEqual([])
    expect(judged([post('ht.u1', '2027-01-01', null)])).toEqual([])
    expect(judged([post('ht.u10', '2020-01-01', null)])).toEqual([])
    expect(judged([post('ht', '2020-01-01', null)])).toEqual([])
  })
})

describe('the notice', () => {
  const visitFrom = day('2027-05-20')

  test('goes out ten days before the visit at the latest', () => {
    expect(noticeDueOn(visitFrom)).toBe('2027-05-10')
    expect(isShortNotice(day('2027-05-10'), visitFrom)).toBe(false)
    expect(isShortNotice(day('2027-05-11'), visitFrom)).toBe(true)
  })

  test('on a shorter one the visit waits for its ten days, or for the consent of the unit', () => {
    const visit = { announcedOn: day('2027-05-15'), visitFrom, isConsented: false }
    expect(visitOpensAt(visit)).toBe('2027-05-24T17:00:00.000Z')
    expect(visitOpensAt({ ...visit, isConsented: true })).toBe('2027-05-19T17:00:00.000Z')
    expect(codes(obstaclesToVisit(visit, visitFrom))).toEqual(['inspection.consent-missing'])
    expect(obstaclesToVisit(visit, day('2027-05-25'))).toEqual([])
    expect(obstaclesToVisit({ ...visit, isConsented: true }, visitFrom)).toEqual([])
  })

  test('before its day no visit begins, consent or not', () => {
    const visit = { announcedOn: day('2027-05-01'), visitFrom, isConsented: true }
    expect(codes(obstaclesToVisit(visit, day('2027-05-19')))).toEqual(['inspection.visit-not-yet'])
  })
})

const finding = (number: number, given: Partial<Finding>): Finding => ({
  number,
  maxScore: 10,
  outcome: null,
  note: '',
  score: null,
  ...given,
})

describe('findings', () => {
  test('are worth what their outcome says, unless the inspector gave a score', () => {
    expect(pointsOf(finding(1, { outcome: 'PASSED' }))).toBe(10)
    expect(pointsOf(finding(1, { outcome: 'PARTLY', maxScore: 15 }))).toBe(7)
    expect(pointsOf(finding(1, { outcome: 'FAILED' }))).toBe(0)
    expect(pointsOf(finding(1, { outcome: 'PARTLY', score: 99 }))).toBe(10)
    expect(pointsOf(finding(1, { outcome: 'NOT_APPLICABLE', score: 5 }))).toBeNull()
  })

  test('make a score of what could be reached', () => {
    const findings = [
      finding(1, { outcome: 'PASSED' }),
      finding(2, { outcome: 'PARTLY', score: 4 }),
      finding(3, { outcome: 'NOT_APPLICABLE' }),
      finding(4, { outcome: 'FAILED' }),
    ]
    expect(scorePercent(findings)).toBe(46.7)
    expect(scorePercent([finding(1, { outcome: 'NOT_APPLICABLE' })])).toBeNull()
    expect([90, 80, 79.9, 65, 50, 49.9].map(ratingFor)).toEqual([
      'GOOD',
      'GOOD',
      'FAIR',
      'FAIR',
      'AVERAGE',
      'WEAK',
    ])
  })

  test('are all judged, and what falls short is said in words, before minutes are drawn up', () => {
    expect(obstaclesToMinutes([finding(1, { outcome: 'PASSED' }), finding(2, {})])).toEqual([
      { code: 'inspection.findings-open', params: { open: 1 } },
    ])
    expect(obstaclesToMinutes([finding(3, { outcome: 'FAILED', note: ' ' })])).toEqual([
      { code: 'inspection.note-needed', params: { number: 3 } },
    ])
    expect(obstaclesToMinutes([finding(3, { outcome: 'FAILED', note: 'Thiếu.' })])).toEqual([])
  })

  test('of the standard checklist add up to a hundred', () => {
    expect(TRAINING_CHECKLIST.reduce((sum, { maxScore }) => sum + maxScore, 0)).toBe(100)
  })
})

describe('the result', () => {
  const passing = {
    asked: [1, 2],
    replies: [
      { number: 1, stance: 'AGREE' },
      { number: 2, stance: 'OBJECT' },
    ],
    answered: [2],
    isReplyOver: false,
    headId: 'head',
    teamIds: ['a', 'b'],
  } as const

  test('is due fifteen days after the minutes; the unit has five working days to reply', () => {
    expect(resultDueAt('2027-05-20T09:30:00.000Z')).toBe('2027-06-04T10:00:00.000Z')
    expect(replyDueAt('2027-05-20T09:30:00.000Z', [])).toBe('2027-05-27T10:00:00.000Z')
  })

  test('is passed when the unit was heard and each objection has its answer', () => {
    expect(obstaclesToPassing(passing)).toEqual([])
    expect(codes(obstaclesToPassing({ ...passing, answered: [] }))).toEqual([
      'inspection.objections-open',
    ])
    const silent = { ...passing, replies: [], answered: [] }
    expect(codes(obstaclesToPassing(silent))).toEqual(['inspection.replies-open'])
    expect(obstaclesToPassing({ ...silent, isReplyOver: true })).toEqual([])
  })

  test('is never passed by somebody of the team', () => {
    expect(codes(obstaclesToPassing({ ...passing, teamIds: ['head'] }))).toEqual([
      'inspection.member-passes',
    ])
  })

  test('sets remedies that lie ahead', () => {
    const remedies = [{ dueOn: '2027-06-10' }, { dueOn: '2027-06-11' }]
    expect(obstaclesToRemedies(remedies, day('2027-06-10'))).toEqual([
      { code: 'inspection.due-gone-by', at: '/remedies/0/dueOn' },
    ])
  })
})

test('an owner is told three days before a remedy is due, and when it is', () => {
  const dueOn = day('2027-07-10')
  const remedy = { id: 'r', dueOn, dueAt: remedyDueAt(dueOn), remindedAt: null, overdueAt: null }
  expect(nextOfRemedies([remedy])).toEqual({
    moment: 'remedySoon/r',
    at: '2027-07-07T01:00:00.000Z',
  })
  const reminded = { ...remedy, remindedAt: remedy.dueAt }
  expect(nextOfRemedies([reminded])).toEqual({ moment: 'remedyDue/r', at: remedy.dueAt })
  expect(nextOfRemedies([{ ...reminded, overdueAt: remedy.dueAt }])).toBeNull()
})

test('nothing leads back, and nothing is called off once the visit has begun', () => {
  for (const from of INSPECTION_STATES)
    for (const to of INSPECTION_STATES)
      if (mayBecome(from, to) && to !== 'CANCELLED')
        expect(INSPECTION_STATES.indexOf(to)).toBeGreaterThan(INSPECTION_STATES.indexOf(from))
  expect(INSPECTION_STATES.filter((state) => mayBecome(state, 'CANCELLED'))).toEqual([
    'PLANNED',
    'ANNOUNCED',
    'SELF_REPORT_IN',
  ])
})
