import { isOutstanding } from '../../domain/feedback/answer.ts'
import { day } from '../../domain/grammar/day.ts'
import { type CalendarEvent, iCalendar } from '../../domain/grammar/icalendar.ts'
import { type Language, say } from '../../domain/text/say.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { conferencesOfRound } from './conference-row.ts'
import type { RoundRow } from './round.ts'
import { answers, obligationOf, withState } from './obligation.ts'

/** What a unit has to remember of a round: its deadline while it is open, and the explanations. */
export async function calendarOfAnswer(
  tx: Tx,
  answerId: string,
  language: Language,
): Promise<{ name: string; text: string }> {
  const row = found(await answers(tx).where('answer.id', '=', answerId).executeTakeFirst())
  const { answer, round, dueAt, clock } = await obligationOf(tx, withState(row))
  const params = { number: answer.number, planYear: round.planYear, unit: answer.unitName }
  const said = (event: 'due' | 'explained') => ({
    uid: `${event}-${answerId}@training-year`,
    summary: say(language, `feedback.calendar.${event}`, params),
    description: say(language, `feedback.calendar.${event}Help`, params),
  })
  const isOpen = round.closedAt === null && isOutstanding(answer.state)
  const explained = await explainedOn(tx, round.cycleId)
  const events: CalendarEvent[] = [
    ...(isOpen ? [{ ...said('due'), on: null, at: dueAt }] : []),
    ...(await meetingsIn(tx, round, language)),
    ...(explained ? [{ ...said('explained'), on: day(explained), at: null }] : []),
  ]
  return { name: answer.number, text: iCalendar(events, clock) }
}

/** Set anew, a conference is the same event with a higher sequence, so that it moves and does not double. */
async function meetingsIn(tx: Tx, round: RoundRow, language: Language): Promise<CalendarEvent[]> {
  return (await conferencesOfRound(tx, round.id)).map((meeting) => ({
    uid: `conference-${meeting.id}@training-year`,
    on: null,
    at: meeting.startsAt,
    until: meeting.endsAt,
    summary: say(language, `feedback.calendar.${meeting.kind}`, { planYear: round.planYear }),
    description: `${say(language, 'feedback.calendar.chair', { chair: meeting.chairName })}\n${meeting.agenda}`,
    location: meeting.place,
    sequence: meeting.revision,
  }))
}

/** The day of the year's calendar on which every opinion must have its explanation. */
export async function explainedOn(tx: Tx, cycleId: string): Promise<string | null> {
  const moment = await tx
    .selectFrom('cycleMoment')
    .select('day')
    .where('cycleId', '=', cycleId)
    .where('moment', '=', 'revisionDue')
    .executeTakeFirst()
  return moment?.day ?? null
}
