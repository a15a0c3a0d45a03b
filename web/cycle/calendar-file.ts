import type { CycleView } from '../../domain/cycle/cycle.contract.ts'
import { day } from '../../domain/grammar/day.ts'
import { iCalendar } from '../../domain/grammar/icalendar.ts'
import { saveFile } from '../kit/save-file.ts'
import { sayKey } from '../text.ts'

/** The dates that lie ahead as an iCalendar file, for the calendar of one's telephone. */
export function saveCalendarFile(view: CycleView): void {
  saveFile(`chu-trinh-${view.planYear}.ics`, 'text/calendar', calendarText(view))
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
