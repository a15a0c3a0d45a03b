import type { CycleView } from '../../domain/cycle/cycle.contract.ts'
import { day } from '../../domain/grammar/day.ts'
import { iCalendar } from '../../domain/grammar/icalendar.ts'
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

function calendarText({ planYear, cycleId, moments }: CycleView): string {
  const events = moments
    .filter((moment) => !moment.isPast)
    .map(({ moment, on }) => ({
      uid: `${moment}-${cycleId}`,
      on: day(on),
      at: null,
      summary: `${sayKey(`cycle.moments.${moment}`) ?? moment} (${planYear})`,
    }))
  return iCalendar(events, new Date().toISOString())
}
