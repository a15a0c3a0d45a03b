import type { InspectionView } from '../../domain/inspection/views.contract.ts'
import type { Tx } from '../database.ts'
import { numberOf } from '../papers/paper-row.ts'
import type { InspectionRow } from './inspection-row.ts'

/** Empty where the reader does not see the person. */
export async function nameOf(tx: Tx, officialId: string): Promise<string> {
  const row = await tx
    .selectFrom('official')
    .select('fullName')
    .where('id', '=', officialId)
    .executeTakeFirst()
  return row?.fullName ?? ''
}

/** The result with who signed it and the number it bears; null before the team's draft. */
export async function resultOf(
  tx: Tx,
  inspection: InspectionRow,
): Promise<InspectionView['result']> {
  const { result, passedAt, passedBy, paperId } = inspection
  if (!result) return null
  const paper = await tx
    .selectFrom('paper')
    .select(['number', 'symbol', 'issuedOn', 'signer'])
    .where('id', '=', paperId)
    .executeTakeFirst()
  const { rating, conclusion } = result
  return {
    rating,
    conclusion,
    passedBy: paper?.signer ?? (passedBy && (await nameOf(tx, passedBy))),
    passedAt,
    number: paper ? numberOf(paper) : null,
    issuedOn: paper?.issuedOn ?? null,
  }
}
