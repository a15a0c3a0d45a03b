import { type Day, yearOf } from '../grammar/day.ts'
import type { Obstacle } from '../grammar/obstacle.ts'
import { nfc } from '../grammar/text.ts'
import { type DocType, isDocType, symbolOf } from './symbol.ts'

/** 'Số: 08/KH-LĐLĐ'; without a number, room is left for it: 'Số:     /KH-LĐLĐ'. */
export function writeNumber(
  number: number | null,
  docType: DocType,
  body: string,
  department?: string,
): string {
  const written = number === null ? '    ' : writeOrdinal(number)
  return `Số: ${written}/${symbolOf(docType, body, department)}`
}

/** At least two digits: '08', '132'. */
export function writeOrdinal(number: number): string {
  return String(number).padStart(2, '0')
}

/** What one gapless run of numbers belongs to: it begins at 01 each calendar year of issue. */
export type Series = { issuingBody: string; docType: DocType; seriesYear: number }

export function seriesOf(paper: { issuingBody: string; docType: DocType; issuedOn: Day }): Series {
  const { issuingBody, docType, issuedOn } = paper
  return { issuingBody, docType, seriesYear: yearOf(issuedOn) }
}

/** One text for a series, as a key of locks and maps: 'LĐLĐ/KH/2027'. */
export function seriesKey(paper: { issuingBody: string; docType: DocType; issuedOn: Day }): string {
  const { issuingBody, docType, seriesYear } = seriesOf(paper)
  return `${issuingBody}/${docType}/${seriesYear}`
}

/** A void number stays as a row, so the next one only ever follows the last. */
export function numberAfter(last: number | null): number {
  return (last ?? 0) + 1
}

export type Taking = { issuedOn: Day; signedOn: Day; today: Day; lastIssuedOn: Day | null }

/** Numbers and dates are drawn in order, after the signature. */
export function obstaclesToTakingNumber(taking: Taking): Obstacle[] {
  const { issuedOn, signedOn, today, lastIssuedOn } = taking
  const obstacle = (code: string, than: Day): Obstacle[] => [
    { code, params: { issuedOn, than }, at: '/issuedOn' },
  ]
  if (issuedOn > today) return obstacle('papers.date-in-future', today)
  if (issuedOn < signedOn) return obstacle('papers.date-before-signature', signedOn)
  if (lastIssuedOn && yearOf(lastIssuedOn) === yearOf(issuedOn) && issuedOn < lastIssuedOn) {
    return obstacle('papers.date-before-last-number', lastIssuedOn)
  }
  return []
}

export type WrittenNumber = { number: number | null; docType: DocType | null; body: string }

/** Reads a number as officials write it: '08/KH-LĐLĐ', 'Số:   /TTr-CĐCS', '07/TTr-CĐCS/2024'. */
export function parseNumber(raw: string): WrittenNumber | null {
  const pattern =
    /^(?:số\s*:?\s*)?(\d{1,5})?\s*\/\s*([\p{L}\d]+)(?:\s*-\s*([\p{L}\d]+))?(?:\/\d{4})?$/iu
  const [, digits, first, second] = pattern.exec(nfc(raw).trim()) ?? []
  if (!first) return null
  const number = digits ? Number(digits) : null
  if (isDocType(first) && second) return { number, docType: first, body: second }
  return { number, docType: null, body: second ? `${first}-${second}` : first }
}
