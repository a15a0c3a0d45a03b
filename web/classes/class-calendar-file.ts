import type { ClassState } from '../../domain/classes/class-state.ts'
import { iCalendar } from '../../domain/grammar/icalendar.ts'
import { saveFile } from '../kit/save-file.ts'

/** What a calendar has to know of a class … */
export type CalendarClass = {
  classId: string
  title: string
  venue: string | null
  state: ClassState
  calendarSequence: number
}

/** … and of one of its sessions. */
export type CalendarSession = {
  number: number
  startsAt: string
  endsAt: string
  topic: string
  room: string | null
}

type Entry = { of: CalendarClass; session: CalendarSession }

/** Sessions for the calendar of one's telephone. */
export function saveSessions(name: string, entries: readonly Entry[]): void {
  const text = calendarText(entries, location.origin, new Date().toISOString())
  saveFile(`${name}.ics`, 'text/calendar', text)
}

/**
 * Read once more after the days have changed, the file moves the sessions instead of doubling them:
 * from whichever page it comes they keep their number and carry how often they were changed. What
 * is off is taken out.
 */
export function calendarText(entries: readonly Entry[], origin: string, stampedAt: string): string {
  return iCalendar(
    entries.map(({ of, session }) => ({
      uid: `${of.classId}-${session.number}@training-year`,
      on: null,
      at: session.startsAt,
      until: session.endsAt,
      summary: `${of.title}: ${session.topic}`,
      location: [session.room, of.venue].filter(Boolean).join(', '),
      url: `${origin}/classes/${of.classId}`,
      sequence: of.calendarSequence,
      isCancelled: of.state === 'CANCELLED' || of.state === 'POSTPONED',
    })),
    stampedAt,
  )
}
