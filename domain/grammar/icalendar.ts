import { addDays, type Day } from './day.ts'

export type CalendarEvent = {
  /** The same for ever, so that a calendar that reads the file again changes and does not double. */
  uid: string
  /** A whole day, or an instant (ISO) that something is due at. */
  on: Day | null
  at: string | null
  /** When something that takes its time ends. */
  until?: string
  summary: string
  description?: string
  url?: string
  location?: string
  /** How often it was changed: a calendar takes the highest. */
  sequence?: number
  isCancelled?: boolean
}

/** A calendar file (RFC 5545): CRLF, no line over 75 octets, texts escaped. */
export function iCalendar(events: readonly CalendarEvent[], stampedAt: string): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//training-year//VI',
    'CALSCALE:GREGORIAN',
    ...events.flatMap((event) => linesOf(event, stampedAt)),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

function linesOf(event: CalendarEvent, stampedAt: string) {
  const { uid, on, at, until, summary, description, url, location } = event
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${inUtc(stampedAt)}`,
    ...(on ? [`DTSTART;VALUE=DATE:${plain(on)}`, `DTEND;VALUE=DATE:${plain(addDays(on, 1))}`] : []),
    ...(at ? [`DTSTART:${inUtc(at)}`] : []),
    ...(until ? [`DTEND:${inUtc(until)}`] : []),
    `SUMMARY:${escaped(summary)}`,
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    ...(location ? [`LOCATION:${escaped(location)}`] : []),
    ...(event.sequence === undefined ? [] : [`SEQUENCE:${event.sequence}`]),
    ...(event.isCancelled ? ['STATUS:CANCELLED'] : []),
    'END:VEVENT',
  ]
}

function plain(on: Day): string {
  return on.replaceAll('-', '')
}

function inUtc(instant: string): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '')
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r\n|\r|\n/g, '\\n')
}

const most = 75
const utf8 = new TextEncoder()

/** Folds by octets and never inside a character; the space that begins a further line counts. */
function folded(line: string): string {
  let [written, octets] = ['', 0]
  for (const character of line) {
    const length = utf8.encode(character).length
    if (octets + length > most) {
      written += '\r\n '
      octets = 1
    }
    written += character
    octets += length
  }
  return written
}
