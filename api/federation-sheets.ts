import type { AccountView } from '../domain/federation/accounts.contract.ts'
import type { OfficialRowView } from '../domain/federation/officials.contract.ts'
import { unitListHeads } from '../domain/federation/unit-list.ts'
import type { UnitRowView } from '../domain/federation/units.contract.ts'
import { day, writeDay } from '../domain/grammar/day.ts'
import { type Language, say } from '../domain/text/say.ts'
import type { Sheet } from './xlsx.ts'

type Rows<Row> = Iterable<Row> | AsyncIterable<Row>

const written = (value: string | null) => (value === null ? null : writeDay(day(value)))
const speaker = (language: Language) => (key: string) => say(language, `federation.${key}`)

export function officialsSheet(
  rows: Rows<OfficialRowView>,
  language: Language,
): Sheet<OfficialRowView> {
  const word = speaker(language)
  const yes = word('words.yes')
  return {
    fileName: word('officials.title'),
    sheet: word('officials.title'),
    rows,
    columns: [
      { head: word('officials.name'), width: 28, cell: ({ fullName }) => fullName },
      { head: word('words.birthYear'), width: 10, cell: ({ birthYear }) => birthYear },
      { head: word('words.sex'), width: 10, cell: ({ sex }) => word(`sexes.${sex}`) },
      {
        head: word('words.position'),
        width: 30,
        cell: ({ position }) => word(`positions.${position}`),
      },
      { head: word('words.department'), width: 26, cell: ({ departmentName }) => departmentName },
      { head: word('words.unit'), width: 44, cell: ({ unitName }) => unitName },
      { head: word('words.above'), width: 40, cell: ({ aboveName }) => aboveName },
      { head: word('words.level'), width: 20, cell: ({ level }) => word(`levels.${level}`) },
      {
        head: word('words.employment'),
        width: 18,
        cell: ({ employment }) => word(`employments.${employment}`),
      },
      {
        head: word('officials.since'),
        width: 14,
        cell: ({ positionSince }) => written(positionSince),
      },
      { head: word('officials.newInTerm'), cell: ({ newInTerm }) => (newInTerm ? yes : '') },
    ],
  }
}

export function unitsSheet(rows: Rows<UnitRowView>, language: Language): Sheet<UnitRowView> {
  const word = speaker(language)
  return {
    fileName: word('units.title'),
    sheet: word('units.title'),
    rows,
    columns: [
      { head: word('words.code'), width: 14, cell: ({ code }) => code },
      { head: word('units.name'), width: 48, cell: ({ name }) => name },
      { head: word('words.kind'), width: 30, cell: ({ kind }) => word(`kinds.${kind}`) },
      { head: word('words.level'), width: 20, cell: ({ level }) => word(`levels.${level}`) },
      { head: word('words.above'), width: 40, cell: ({ aboveName }) => aboveName },
      { head: word('words.sector'), width: 24, cell: ({ sector }) => sector },
      {
        head: word('words.ownership'),
        width: 20,
        cell: ({ ownership }) => (ownership ? word(`ownerships.${ownership}`) : null),
      },
      { head: word('words.workers'), width: 12, cell: ({ workers }) => workers },
      { head: word('words.members'), width: 12, cell: ({ members }) => members },
      { head: word('units.from'), width: 14, cell: ({ validFrom }) => written(validFrom) },
      { head: word('units.to'), width: 14, cell: ({ validTo }) => written(validTo) },
      {
        head: word('units.successors'),
        width: 60,
        cell: ({ successors }) => successors.map(({ name }) => name).join('; '),
      },
    ],
  }
}

export function accountsSheet(rows: Rows<AccountView>, language: Language): Sheet<AccountView> {
  const word = speaker(language)
  return {
    fileName: word('accounts.title'),
    sheet: word('accounts.title'),
    rows,
    columns: [
      { head: word('officials.name'), width: 28, cell: ({ fullName }) => fullName },
      { head: word('accounts.username'), width: 20, cell: ({ username }) => username },
      { head: word('words.unit'), width: 44, cell: ({ unitName }) => unitName },
      {
        head: word('accounts.roles'),
        width: 50,
        cell: ({ roles }) => roles.map((role) => word(`roles.${role}`)).join(', '),
      },
      {
        head: word('accounts.state'),
        width: 16,
        cell: ({ isSuspended }) => word(isSuspended ? 'accounts.suspended' : 'accounts.active'),
      },
    ],
  }
}

/** The empty list of units: its heads are what the reader of lists looks for. */
export function unitListSheet(language: Language): Sheet<never> {
  const word = speaker(language)
  return {
    fileName: word('setUp.templateName'),
    sheet: word('units.title'),
    rows: [],
    columns: unitListHeads.map((head) => ({ head, width: 22, cell: () => null })),
  }
}
