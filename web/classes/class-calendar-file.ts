import type { ClassView } from '../../domain/classes/views.contract.ts'
import { iCalendar } from '../../domain/grammar/icalendar.ts'

/** The sessions of a class for the calendar of one's telephone. */
export function saveClassCalendar(view: ClassView): void {
  const text = classCalendarText(view, `${location.origin}/classes/${view.classId}`)
  const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${view.code}.ics`
  link.click()
  URL.revokeObjectURL(address)
}

/**
 * Read once more after the days have changed, the file moves the sessions instead of doubling them:
 * they keep their number and carry how often they were changed. What is off is taken out.
 */
export function classCalendarText(view: ClassView, url: string, now = new Date().toISOString()) {
  const isCancelled = view.state === 'CANCELLED' || view.state === 'POSTPONED'
  const events = view.sessions.map(({ number, startsAt, endsAt, topic, room }) => ({
    uid: `${view.classId}-${number}@training-year`,
    on: null,
    at: startsAt,
    until: endsAt,
    summary: `${view.title}: ${topic}`,
    location: [room, view.venue].filter(Boolean).join(', '),
    url,
    sequence: view.calendarSequence,
    isCancelled,
  }))
  return iCalendar(events, now)
}
