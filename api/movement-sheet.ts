import type { MovementBoardView, MovementRowView } from '../domain/cycle/movement.contract.ts'
import { MOVEMENT_TERMS } from '../domain/cycle/movement.ts'
import { type Language, say } from '../domain/text/say.ts'
import type { Sheet } from './xlsx.ts'

/** Every unit with its terms, as the board of the federation shows them. */
export function movementSheet(
  { planYear, monthsDue, units }: MovementBoardView,
  language: Language,
): Sheet<MovementRowView> {
  const word = (key: string) => say(language, `cycle.movement.${key}`)
  return {
    fileName: say(language, 'cycle.movement.title', { planYear }),
    sheet: word('sheet'),
    rows: units,
    columns: [
      { head: word('unit'), width: 44, cell: ({ name }) => name },
      ...MOVEMENT_TERMS.map((term) => ({
        head: word(`terms.${term}`),
        width: 16,
        cell: (row: MovementRowView) => row[term],
      })),
      { head: word('net'), width: 14, cell: ({ net }) => net },
      { head: word('reported'), width: 14, cell: ({ sent }) => `${sent}/${monthsDue}` },
      { head: word('missing'), width: 24, cell: ({ missing }) => missing.join(', ') },
    ],
  }
}
