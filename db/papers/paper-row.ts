import type { Day } from '../../domain/grammar/day.ts'
import { day } from '../../domain/grammar/day.ts'
import { writeOrdinal } from '../../domain/papers/number.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'

export type PaperRow = {
  id: string
  approvalId: string
  planId: string
  number: number
  symbol: string
  state: string
  issuedOn: Day
}

/** A plan's paper, held until the transaction ends; papers of past years belong to no approval. */
export async function paperForDeed(tx: Tx, paperId: string): Promise<PaperRow> {
  return paperOf(await papers(tx, paperId).forUpdate().executeTakeFirst())
}

export async function paperById(tx: Tx, paperId: string): Promise<PaperRow> {
  return paperOf(await papers(tx, paperId).executeTakeFirst())
}

/** '08/KH-LĐLĐ', as the register and the history write it. */
export function numberOf({ number, symbol }: { number: number; symbol: string }): string {
  return `${writeOrdinal(number)}/${symbol}`
}

function papers(tx: Tx, paperId: string) {
  return tx
    .selectFrom('paper')
    .select(['id', 'approvalId', 'planId', 'number', 'symbol', 'state', 'issuedOn'])
    .where('id', '=', paperId)
}

type Selected = Omit<PaperRow, 'approvalId' | 'planId' | 'issuedOn'> & {
  approvalId: string | null
  planId: string | null
  issuedOn: string
}

function paperOf(row: Selected | undefined): PaperRow {
  const { approvalId, planId, issuedOn, ...rest } = found(row)
  return {
    ...rest,
    approvalId: found(approvalId ?? undefined),
    planId: found(planId ?? undefined),
    issuedOn: day(issuedOn),
  }
}
