import { expect, it } from 'vitest'
import { iCalendar } from '../../domain/grammar/icalendar.ts'
import { day } from '../../domain/grammar/day.ts'
import { readCalendar } from '../setup/read-calendar.ts'
import { fc, test } from './properties.ts'

const stampedAt = '2026-12-18T03:04:05.678Z'
const whole = (summary: string) => ({
  uid: 'a@b',
  on: day('2027-01-08'),
  at: null,
  summary,
})

it('a whole day ends on the next one, an instant is written in UTC', () => {
  const text = iCalendar(
    [whole('Giải trình'), { ...whole('Hạn'), on: null, at: '2026-12-18T10:00:00.000Z' }],
    stampedAt,
  )
  expect(text).toContain('DTSTART;VALUE=DATE:20270108\r\nDTEND;VALUE=DATE:20270109\r\n')
  expect(text).toContain('DTSTART:20261218T100000Z\r\n')
  expect(text).toContain('DTSTAMP:20261218T030405Z\r\n')
})

test.prop([fc.string({ unit: 'grapheme', maxLength: 300 })])(
  'whatever the words are, they are read back, and no line is over 75 octets',
  (given) => {
    const words = given.replaceAll(/[^\P{Cc}\n]/gu, '')
    const text = iCalendar([whole(`Hạn góp ý; Kế hoạch, “${words}”\\n`)], stampedAt)
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const [event] = readCalendar(text)
    expect(event?.SUMMARY).toBe(`Hạn góp ý; Kế hoạch, “${words}”\\n`)
  },
)
