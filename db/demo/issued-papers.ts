import { randomFor } from './random.ts'
import type { NumberSeriesRow, PaperRow } from './rows.ts'
import { addDays, dayNumber, dayOf } from './terms.ts'
import { issuedThisYear } from './content/last-year.ts'

/**
 * The register of outgoing papers as it stands at the first start: 01 to 07/KH-LĐLĐ of this
 * calendar year, one of them void and kept as a row, so that the next number is 08.
 */
export function generateIssuedPapers(
  seed: number,
  federationId: string,
  today: string,
  clerkId: string,
) {
  const { uuid } = randomFor(seed, 'papers')
  const year = Number(today.slice(0, 4))
  const written = issuedThisYear(year)
  const days = workingDaysBetween(addDays(`${year}-01-01`, 5), today, written.length)
  const series = {
    federation_id: federationId,
    issuing_body: 'LĐLĐ',
    doc_type: 'KH',
    series_year: year,
  }
  const papers = written.map((paper, index): PaperRow => {
    const issuedOn = days[index] ?? today
    return {
      ...series,
      id: uuid(),
      number: paper.number,
      symbol: 'KH-LĐLĐ',
      abstract: paper.abstract,
      signer: paper.signer,
      signing_capacity: paper.signingCapacity,
      recipients: [...paper.recipients],
      issued_on: issuedOn,
      state: paper.voidBecause ? 'VOID' : 'ISSUED',
      void_because: paper.voidBecause,
      numbered_by: clerkId,
      numbered_at: `${issuedOn}T08:30:00+07:00`,
      issued_at: paper.voidBecause ? null : `${issuedOn}T09:00:00+07:00`,
    }
  })
  const numberSeries: NumberSeriesRow = { ...series, last_number: papers.length }
  return { papers, numberSeries }
}

/** Days in order, spread over the first ten weeks or over what of the year has passed. */
function workingDaysBetween(from: string, until: string, count: number): string[] {
  const first = Math.min(dayNumber(from), dayNumber(until))
  const span = Math.min(dayNumber(until) - first, 70)
  return Array.from({ length: count }, (_, index) => {
    const day = first + Math.floor((span * index) / count)
    const weekday = (day + 4) % 7
    const shift = weekday === 6 ? -1 : weekday === 0 ? -2 : 0
    return dayOf(Math.max(dayNumber(`${until.slice(0, 4)}-01-01`), day + shift))
  })
}
