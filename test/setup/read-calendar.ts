/** The events of a calendar file, read as RFC 5545 says; it shares no code with what writes them. */
export function readCalendar(text: string): Record<string, string>[] {
  if (!text.endsWith('\r\n')) throw new Error('the last line is not ended')
  const lines = text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n')
  if (lines[0] !== 'BEGIN:VCALENDAR' || lines.at(-1) !== 'END:VCALENDAR')
    throw new Error('not a calendar')
  const events: Record<string, string>[] = []
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') events.push({})
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).split(';')[0] ?? ''
    const value = line.slice(colon + 1)
    const plain = value.replace(/\\([\\;,nN])/g, (_, mark: string) =>
      mark.toLowerCase() === 'n' ? '\n' : mark,
    )
    const event = events.at(-1)
    if (event && name !== 'BEGIN' && name !== 'END') event[name] = plain
  }
  return events
}
