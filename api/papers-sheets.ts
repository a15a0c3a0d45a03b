import { day, dayOfInstant, timeOfInstant, writeDay } from '../domain/grammar/day.ts'
import type { ReceiptView, RegisterRow } from '../domain/papers/papers.contract.ts'
import { type Language, say } from '../domain/text/say.ts'
import type { Sheet } from './xlsx.ts'

/** The ten columns of Annex IV, in its order. */
export function registerSheet(
  rows: readonly RegisterRow[],
  language: Language,
): Sheet<RegisterRow> {
  const word = (key: string) => say(language, `papers.pages.register.${key}`)
  return {
    fileName: word('title'),
    sheet: word('title'),
    rows,
    columns: [
      { head: word('number'), width: 16, cell: ({ number }) => number },
      { head: word('date'), width: 12, cell: ({ issuedOn }) => writeDay(day(issuedOn)) },
      {
        head: word('abstract'),
        width: 60,
        cell: ({ docType, abstract }) => `${docType} ${abstract}`,
      },
      { head: word('signer'), width: 24, cell: ({ signer }) => signer },
      { head: word('recipients'), width: 48, cell: ({ recipients }) => recipients.join('; ') },
      { head: word('keptBy'), width: 18, cell: ({ keptBy }) => keptBy },
      { head: word('copies'), width: 10, cell: ({ copies }) => copies },
      { head: word('sent'), width: 12, cell: ({ sentAt }) => writtenDay(sentAt) },
      {
        head: word('receipt'),
        width: 12,
        cell: ({ received }) => (received ? `${received.done}/${received.total}` : null),
      },
      {
        head: word('note'),
        width: 30,
        cell: ({ state, note }) =>
          [state === 'VOID' ? word('states.VOID') : '', note].filter(Boolean).join(': '),
      },
    ],
  }
}

type Receipts = { number: string; receipts: readonly ReceiptView[] }

export function receiptsSheet(
  { number, receipts }: Receipts,
  language: Language,
): Sheet<ReceiptView> {
  const word = (key: string) => say(language, `papers.pages.receipts.${key}`)
  return {
    fileName: `${word('title')} ${number}`,
    sheet: word('title'),
    rows: receipts,
    columns: [
      { head: word('code'), width: 12, cell: ({ unitCode }) => unitCode },
      { head: word('unit'), width: 44, cell: ({ unitName }) => unitName },
      { head: word('sent'), width: 18, cell: ({ sentAt }) => writtenTime(sentAt) },
      { head: word('received'), width: 18, cell: ({ receivedAt }) => writtenTime(receivedAt) },
      { head: word('by'), width: 28, cell: ({ receivedBy }) => receivedBy },
    ],
  }
}

function writtenDay(at: string | null): string | null {
  return at && writeDay(dayOfInstant(at))
}

function writtenTime(at: string | null): string | null {
  return at && `${writeDay(dayOfInstant(at))} ${timeOfInstant(at)}`
}
