import { fromRoman } from './plan.ts'

/** Where a clause stands in the paper, by its code alone: nothing moves when one is added between. */
export function clausePosition(code: string): number {
  const [section = '', number = '0'] = code.split('.')
  return fromRoman(section) * 100 + Number(number)
}

/** The next free code of a section: 'III. NỘI DUNG' after 'III.3' gives 'III.4'. */
export function nextClauseCode(section: string, taken: readonly string[]): string {
  const roman = section.split('.')[0]?.trim() ?? ''
  const numbers = taken
    .filter((code) => code.startsWith(`${roman}.`))
    .map((code) => Number(code.slice(roman.length + 1)))
  return `${roman}.${Math.max(0, ...numbers) + 1}`
}

/** The next free code with a letter: 'T9' gives 'T10', 'L09' gives 'L10'. */
export function nextCode(letter: string, taken: readonly string[], digits = 1): string {
  const numbers = taken
    .filter((code) => code.startsWith(letter))
    .map((code) => Number(code.slice(letter.length)))
    .filter((number) => Number.isInteger(number))
  return `${letter}${String(Math.max(0, ...numbers) + 1).padStart(digits, '0')}`
}

/** Gives each row without a code the next free one, in their order. */
export function withCodes<Row extends { code?: string | undefined }>(
  rows: readonly Row[],
  taken: readonly string[],
  next: (row: Row, taken: readonly string[]) => string,
): (Row & { code: string })[] {
  const used = [...taken]
  return rows.map((row) => {
    const code = row.code ?? next(row, used)
    used.push(code)
    return { ...row, code }
  })
}
