import type { Obstacle } from '../grammar/obstacle.ts'

/** A term of office, from congress to congress: 2023–2028. */
export type Term = { from: number; to: number }

const YEARS_OF_A_TERM = 5
/** The first congress of the trade unions of Viet Nam sat in 1950. */
const EARLIEST = 1950
const LATEST = 2100

/** Reads "2018-2023" or "2018 – 2023"; refuses "2018-2923" with the reason. */
export function parseTerm(raw: string): { term: Term } | { problem: Obstacle } {
  const text = raw.trim()
  const [, from, to] = /^(\d{4})\s*[-–—]\s*(\d{4})$/.exec(text) ?? []
  if (!from || !to)
    return { problem: { code: 'federation.term-unreadable', params: { raw: text } } }
  const term = { from: Number(from), to: Number(to) }
  const [problem] = obstaclesInTerm(term)
  return problem ? { problem } : { term }
}

export function obstaclesInTerm(term: Term): Obstacle[] {
  const expected = term.from + YEARS_OF_A_TERM
  const params = { from: term.from, to: term.to, expected }
  if (term.from < EARLIEST || expected > LATEST) {
    return [{ code: 'federation.term-implausible', params }]
  }
  return term.to === expected ? [] : [{ code: 'federation.term-not-five-years', params }]
}

export function writeTerm(term: Term): string {
  return `${term.from}–${term.to}`
}

/** Whether a year lies in the term; the year of the next congress belongs to both. */
export function isWithin(term: Term, year: number): boolean {
  return term.from <= year && year <= term.to
}
