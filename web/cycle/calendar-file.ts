import type { CycleView } from '../../domain/cycle/cycle.contract.ts'
import { addDays, day } from '../../domain/grammar/day.ts'
import { sayKey } from '../text.ts'

/** The dates that lie ahead as an iCalendar file, for the calendar of one's telephone. */
export function saveCalendarFile(view: CycleView): void {
  const address = URL.createObjectURL(new Blob([calendarText(view)], { type: 'text/calendar' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `chu-trinh-${view.planYear}.ics`
  link.click()
  URL.revokeObjectURL(address)
}

export function calendarText({ planYear, cycleId, moments }: CycleView): string {
  const plain = (on: string) => on.replaceAll('-', '')
  const events = moments
    .filter((moment) => !moment.isPast)
    .flatMap(({ moment, on }) => [
      'BEGIN:VEVENT',
      `UID:${moment}-${cycleId}`,
      `DTSTAMP:${plain(on)}T000000Z`,
      `DTSTART;VALUE=DATE:${plain(on)}`,
      `DTEND;VALUE=DATE:${plain(addDays(day(on), 1))}`,
      `SUMMARY:${(sayKey(`cycle.moments.${moment}`) ?? moment).replaceAll(/([,;\\])/g, '\\$1')} (${planYear})`,
      'END:VEVENT',
    ])
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//training-year//VI', ...events]
  return [...lines, 'END:VCALENDAR', ''].join('\r\n')
}
