import fc from 'fast-check'
import { expect, test } from 'vitest'
import { movedDue } from '../../domain/cycle/moved-due.ts'
import {
  EMPTY_MEETING,
  faultsInMeeting,
  isWhole,
  type Meeting,
  minutesDueAt,
  obstaclesToMoving,
  standingOfOpinion,
} from '../../domain/feedback/conference.ts'
import { obstaclesInMeetings, meetingsIn } from '../../domain/feedback/preparation.ts'
import { addDays, day, dayOfInstant, instantAt } from '../../domain/grammar/day.ts'
import {
  addWorkingDays,
  type Holiday,
  isWorkingDay,
  workingDaysLeft,
} from '../../domain/grammar/working-days.ts'

const meeting: Meeting = {
  on: day('2026-12-16'),
  from: '08:00',
  to: '11:00',
  place: 'Hội trường',
  agenda: 'Góp ý',
  chairId: 'a',
  secretaryId: 'b',
}
const term = {
  now: instantAt(day('2026-12-10'), '09:00'),
  dueAt: instantAt(day('2026-12-18'), '17:00'),
}
const codes = (obstacles: readonly { code: string }[]) => obstacles.map(({ code }) => code)

test('a meeting is whole or names each thing that is missing, at its field', () => {
  expect(isWhole(meeting)).toBe(true)
  expect(faultsInMeeting(EMPTY_MEETING).map(({ at }) => at)).toEqual([
    '/on',
    '/from',
    '/to',
    '/place',
    '/chairId',
    '/secretaryId',
    '/agenda',
  ])
  expect(codes(faultsInMeeting({ ...meeting, to: '08:00' }))).toEqual([
    'feedback.meeting-ends-before',
  ])
})

test('what was told moves later only, not after it began, and ends before the deadline', () => {
  const moving = (before: Meeting | null, change: Partial<Meeting>, now = term.now) =>
    codes(
      obstaclesToMoving({
        before: before && {
          startsAt: instantAt(before.on, before.from),
          endsAt: instantAt(before.on, before.to),
        },
        meeting: { ...meeting, ...change },
        ...term,
        now,
      }),
    )
  expect(moving(null, {})).toEqual([])
  expect(moving(meeting, { on: day('2026-12-17') })).toEqual([])
  expect(moving(meeting, { on: day('2026-12-15') })).toEqual(['feedback.meeting-only-later'])
  expect(moving(meeting, { on: day('2026-12-21') })).toEqual(['feedback.meeting-after-due'])
  expect(moving(null, { on: day('2026-12-09') })).toEqual(['feedback.meeting-gone-by'])
  const begun = instantAt(meeting.on, '09:00')
  expect(moving(meeting, { to: '12:00' }, begun)).toEqual(['feedback.meeting-has-begun'])
  // place and agenda may be put right even then
  expect(moving(meeting, { place: 'Phòng 2' }, begun)).toEqual([])
})

test('a prepared round waits only for a meeting that was begun to be stated', () => {
  const kinds = ['WRITTEN', 'CONFERENCE'] as const
  const stated = (change: object) => ({
    kinds,
    meetings: { CONFERENCE: { ...EMPTY_MEETING, ...change } },
  })
  expect(meetingsIn(stated({}))).toEqual([])
  expect(obstaclesInMeetings(stated({}), term)).toEqual([])
  expect(obstaclesInMeetings(stated({ place: 'Hội trường' }), term)).not.toEqual([])
  expect(obstaclesInMeetings(stated(meeting), term)).toEqual([])
})

test('an opinion that nobody confirmed is nobody’s once the round is closed', () => {
  expect(standingOfOpinion('RECORDED', true)).toBe('RECORDED')
  expect(standingOfOpinion('RECORDED', false)).toBe('LAPSED')
  expect(standingOfOpinion('CONFIRMED', false)).toBe('CONFIRMED')
})

test('minutes are due on the third working day', () => {
  const held = instantAt(day('2026-12-31'), '08:00')
  const newYear: Holiday = { day: day('2027-01-01'), kind: 'OFF', name: 'Tết Dương lịch' }
  expect(minutesDueAt(held, [newYear])).toBe(instantAt(day('2027-01-06'), '17:00'))
})

test('whatever becomes of the table, a told deadline is never earlier, on a working day, with its days', () => {
  const today = day('2026-12-01')
  const some = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 12 })
  const off = (days: readonly number[]): Holiday[] =>
    days.map((after) => ({ day: addDays(today, after), kind: 'OFF', name: 'Nghỉ' }))
  fc.assert(
    fc.property(some, some, fc.integer({ min: 1, max: 15 }), (before, after, left) => {
      const [holidaysBefore, holidays] = [off(before), off(after)]
      const due = instantAt(addWorkingDays(today, left, holidaysBefore), '17:00')
      const moved = movedDue(due, { today, holidaysBefore, holidays })
      const on = dayOfInstant(moved)
      expect(on >= dayOfInstant(due)).toBe(true)
      expect(isWorkingDay(on, holidays)).toBe(true)
      expect(workingDaysLeft(today, on, holidays)).toBeGreaterThanOrEqual(left)
    }),
  )
})
