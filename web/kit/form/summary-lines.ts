import { sayKey } from '../../text.ts'
import { messageWords } from './fault-words.ts'
import type { FieldFault } from './faults.ts'
import { idOf, type Scope } from './scope.ts'

export type SummaryLine = { id: string | null; message: string }

/** "Buổi 2, Ngày: chưa nhập ngày.": which field it is, as its label says, and what is wrong there. */
export function summaryLines(faults: readonly FieldFault[], scope: Scope): SummaryLine[] {
  return faults.map(({ name, message }) => {
    const words = messageWords(message)
    const row = nearest(name, scope.rows)
    const field = nearest(name, scope.fields) ?? firstWithin(row, scope.fields)
    const id = field === undefined ? null : idOf(scope.prefix, field)
    const place = placeOf(name, { row, field }, scope)
    if (place === '') return { id, message: words }
    const said = sayKey('shell.errors.summaryLine', { place, fault: asRest(words) })
    return { id, message: said ?? words }
  })
}

type Found = { row: string | undefined; field: string | undefined }

/** A fault of the row itself is told by the row's name, though its line leads to the first field. */
function placeOf(name: string, { row, field }: Found, { rows, fields }: Scope): string {
  const isOfField = field !== undefined && isAt(name, field)
  const parts = [row && rows.get(row), isOfField && fields.get(field)]
  return [...new Set(parts.filter((part) => part))].join(', ')
}

/** The field itself, or what it is a part of: one line of a list that is typed as one text. */
function nearest(name: string, named: ReadonlyMap<string, string>): string | undefined {
  return [...named.keys()]
    .filter((at) => isAt(name, at))
    .sort((one, other) => other.length - one.length)[0]
}

function firstWithin(
  row: string | undefined,
  fields: ReadonlyMap<string, string>,
): string | undefined {
  return row === undefined ? undefined : [...fields.keys()].find((name) => isAt(name, row))
}

function isAt(name: string, at: string): boolean {
  return name === at || name.startsWith(`${at}.`)
}

/** A sentence after a colon begins small, unless a name, a number or an abbreviation begins it. */
export function asRest(sentence: string): string {
  const [first = '', second = ''] = sentence.split(' ')
  const isName = /\p{Lu}|\//u.test(first.slice(1)) || /^\p{Lu}/u.test(second)
  return isName ? sentence : sentence.charAt(0).toLowerCase() + sentence.slice(1)
}
