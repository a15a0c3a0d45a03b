import type { ClassRowView, NomineeView, UnitListView } from '../domain/classes/views.contract.ts'
import { day, writeDay } from '../domain/grammar/day.ts'
import { type Language, say } from '../domain/text/say.ts'
import type { Sheet } from './xlsx.ts'

type Rows<Row> = Iterable<Row> | AsyncIterable<Row>

export function classesSheet(rows: Rows<ClassRowView>, language: Language): Sheet<ClassRowView> {
  const word = (key: string) => say(language, `classes.${key}`)
  return {
    fileName: word('list.title'),
    sheet: word('list.title'),
    rows,
    columns: [
      { head: word('list.code'), width: 14, cell: ({ code }) => code },
      { head: word('list.name'), width: 44, cell: ({ title }) => title },
      { head: word('list.audience'), width: 40, cell: ({ audience }) => audience },
      { head: word('list.organiser'), width: 40, cell: ({ organiserName }) => organiserName },
      { head: word('list.venue'), width: 36, cell: ({ venue }) => venue },
      { head: word('list.from'), width: 12, cell: ({ startsOn }) => writeDay(day(startsOn)) },
      { head: word('list.to'), width: 12, cell: ({ endsOn }) => writeDay(day(endsOn)) },
      { head: word('list.seats'), width: 10, cell: ({ seats }) => seats },
      { head: word('list.nominated'), width: 12, cell: ({ counts }) => counts.nominated },
      { head: word('list.confirmed'), width: 12, cell: ({ counts }) => counts.confirmed },
      { head: word('list.state'), width: 22, cell: ({ state }) => word(`states.${state}`) },
    ],
  }
}

type Row = NomineeView & { unitName: string }

export function nominationsSheet(units: readonly UnitListView[], language: Language): Sheet<Row> {
  const word = (key: string) => say(language, `classes.${key}`)
  const rows = units.flatMap(({ unitName, nominees }) =>
    nominees.map((nominee) => ({ ...nominee, unitName })),
  )
  return {
    fileName: word('nominees.title'),
    sheet: word('nominees.title'),
    rows,
    columns: [
      { head: word('nominees.unit'), width: 36, cell: ({ unitName }) => unitName },
      { head: word('nominees.priority'), width: 8, cell: ({ priority }) => priority },
      { head: word('nominees.name'), width: 28, cell: ({ fullName }) => fullName },
      { head: word('nominees.birthYear'), width: 10, cell: ({ birthYear }) => birthYear },
      {
        head: word('nominees.position'),
        width: 30,
        cell: ({ position }) => say(language, `federation.positions.${position}`),
      },
      { head: word('nominees.workplace'), width: 40, cell: ({ workplace }) => workplace },
      { head: word('nominees.state'), width: 22, cell: ({ state }) => word(`nomination.${state}`) },
      {
        head: word('nominees.release'),
        width: 22,
        cell: ({ release }) => word(`release.${release}`),
      },
      {
        head: word('nominees.letterNo'),
        width: 18,
        cell: ({ releaseLetterNo }) => releaseLetterNo,
      },
      { head: word('nominees.because'), width: 36, cell: ({ releaseBecause }) => releaseBecause },
    ],
  }
}
