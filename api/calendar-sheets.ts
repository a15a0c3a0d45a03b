import type { HolidayView, MomentView } from '../domain/cycle/calendar.contract.ts'
import { day, writeDay } from '../domain/grammar/day.ts'
import { type Language, say } from '../domain/text/say.ts'
import type { Sheet } from './xlsx.ts'

const speaker = (language: Language) => (key: string, params?: Record<string, number>) =>
  say(language, `cycle.pages.calendar.${key}`, params)

export function holidaysSheet(
  rows: readonly HolidayView[],
  year: number,
  language: Language,
): Sheet<HolidayView> {
  const word = speaker(language)
  return {
    fileName: `${word('holidays')} ${year}`,
    sheet: String(year),
    rows,
    columns: [
      { head: word('day'), width: 14, cell: (row) => writeDay(day(row.day)) },
      { head: word('holiday'), width: 44, cell: ({ name }) => name },
      { head: word('kind'), width: 22, cell: ({ kind }) => word(`kinds.${kind}`) },
      {
        head: word('provisional'),
        width: 24,
        cell: ({ provisional }) => (provisional ? 'x' : null),
      },
    ],
  }
}

/** The dates of a year, in their order. */
export function momentsSheet(
  rows: readonly MomentView[],
  planYear: number,
  language: Language,
): Sheet<MomentView> {
  const word = speaker(language)
  return {
    fileName: word('title', { planYear }),
    sheet: String(planYear),
    rows,
    columns: [
      {
        head: word('moment'),
        width: 44,
        cell: ({ moment }) => say(language, `cycle.moments.${moment}`),
      },
      { head: word('day'), width: 14, cell: ({ on }) => writeDay(day(on)) },
      {
        head: word('phase'),
        width: 18,
        cell: ({ phase }) => say(language, `cycle.phases.${phase}`),
      },
      {
        head: word('announced'),
        width: 14,
        cell: ({ announced }) => word(announced ? 'announced' : 'notAnnounced'),
      },
    ],
  }
}
