import { sayKey } from '../text.ts'

type Table = 'positions' | 'levels' | 'ownerships' | 'employments'

/** What a code of the federation is called: `wordOf('positions', 'PRESIDENT')`. */
export function wordOf(table: Table, code: string): string {
  return sayKey(`federation.${table}.${code}`) ?? code
}

export function choicesOf(
  table: Table,
  codes: readonly string[],
): { value: string; label: string }[] {
  return codes.map((value) => ({ value, label: wordOf(table, value) }))
}
