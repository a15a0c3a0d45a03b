import { expect, test } from 'vitest'
import { calendarText } from '../../web/classes/class-calendar-file.ts'
import { readCalendar } from '../setup/read-calendar.ts'

const session = {
  number: 2,
  startsAt: '2027-04-13T01:00:00.000Z',
  endsAt: '2027-04-13T04:00:00.000Z',
  topic: 'Quyền, trách nhiệm',
  room: 'Phòng 204',
}
const of = {
  classId: 'c1',
  title: 'Cán bộ mới',
  venue: 'Trường',
  state: 'LIST_FIXED' as const,
  calendarSequence: 1,
}
const read = (state: 'LIST_FIXED' | 'POSTPONED') =>
  readCalendar(
    calendarText([{ of: { ...of, state }, session }], 'https://a.vn', '2027-01-01T00:00:00.000Z'),
  )[0]

test('a session keeps its number in every file, so that a calendar moves it instead of doubling it', () => {
  expect(read('LIST_FIXED')).toMatchObject({
    UID: 'c1-2@training-year',
    SEQUENCE: '1',
    DTSTART: '20270413T010000Z',
    DTEND: '20270413T040000Z',
    SUMMARY: 'Cán bộ mới: Quyền, trách nhiệm',
    LOCATION: 'Phòng 204, Trường',
    URL: 'https://a.vn/classes/c1',
  })
})

test('what is off is taken out', () => {
  expect(read('LIST_FIXED')?.STATUS).toBeUndefined()
  expect(read('POSTPONED')?.STATUS).toBe('CANCELLED')
})
