/** One session as a calendar shows it. */
export type Entry = {
  sessionId: string
  startsAt: string
  endsAt: string
  topic: string
  title: string
  room: string | null
  venue: string | null
}

/** Sessions as an iCalendar file, for the calendar of one's telephone. */
export function saveSessions(name: string, entries: readonly Entry[]): void {
  const address = URL.createObjectURL(new Blob([sessionsText(entries)], { type: 'text/calendar' }))
  const link = document.createElement('a')
  link.href = address
  link.download = `${name}.ics`
  link.click()
  URL.revokeObjectURL(address)
}

export function sessionsText(entries: readonly Entry[]): string {
  const events = entries.flatMap(({ sessionId, startsAt, endsAt, topic, title, room, venue }) => [
    'BEGIN:VEVENT',
    `UID:${sessionId}@training-year`,
    `DTSTAMP:${stamp(startsAt)}`,
    `DTSTART:${stamp(startsAt)}`,
    `DTEND:${stamp(endsAt)}`,
    `SUMMARY:${escaped(`${title}: ${topic}`)}`,
    `LOCATION:${escaped([room, venue].filter(Boolean).join(', '))}`,
    'END:VEVENT',
  ])
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//training-year//VI', ...events]
  return [...lines, 'END:VCALENDAR', ''].map(folded).join('\r\n')
}

/** '20270413T010000Z'. */
function stamp(instant: string): string {
  return `${instant.slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

function escaped(text: string): string {
  return text.replaceAll(/([,;\\])/g, '\\$1').replaceAll(/\r?\n/g, '\\n')
}

/** RFC 5545: a line has at most 75 octets, the next one begins with a space. */
function folded(line: string): string {
  const encoder = new TextEncoder()
  let octets = 0
  return Array.from(line, (sign) => {
    const size = encoder.encode(sign).length
    const breaks = octets + size > 74
    octets = breaks ? size + 1 : octets + size
    return breaks ? `\r\n ${sign}` : sign
  }).join('')
}
