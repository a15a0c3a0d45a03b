import { sql } from 'kysely'
import { CERTIFICATE_SERIES } from '../../domain/classes/certificate.ts'
import type { Tx } from '../database.ts'
import type { ClassRow } from './class-row.ts'

export type Signer = { officialId: string; fullName: string; position: string }

/** Who may stand under the certificates of a class: the leaders of the unit that organises it. */
export async function signersOf(tx: Tx, { organiserUnitId }: ClassRow): Promise<Signer[]> {
  const { rows } = await sql<Signer>`
    select distinct on (o.id) o.id as official_id, o.full_name, o.position
    from role_grant g join official o on o.id = g.official_id
    where g.unit_id = ${organiserUnitId} and g.role in ('committeeLeader', 'unitHead')
      and g.since <= current_date and (g.until is null or g.until >= current_date)
    order by o.id`.execute(tx)
  return rows.toSorted((a, b) => rankOf(a) - rankOf(b))
}

const rankOf = ({ position }: Signer) => (position === 'PRESIDENT' ? 0 : 1)

/** The name under which the certificates of a class are numbered: 'LĐLĐ'. */
export async function bodyOf(
  tx: Tx,
  { organiserUnitId }: Pick<ClassRow, 'organiserUnitId'>,
): Promise<string> {
  const { symbol, code } = await tx
    .selectFrom('unit')
    .select(['symbol', 'code'])
    .where('id', '=', organiserUnitId)
    .executeTakeFirstOrThrow()
  return symbol ?? code
}

type Series = { federationId: string; issuingBody: string; year: number }

/**
 * The next number of the register. Its row is held until the transaction ends, and a transaction
 * that fails gives its numbers back: none is used twice and none is missing.
 */
export async function takeRegisterNumber(tx: Tx, { federationId, issuingBody, year }: Series) {
  const { lastNumber } = await tx
    .insertInto('numberSeries')
    .values({
      federationId,
      issuingBody,
      docType: CERTIFICATE_SERIES,
      seriesYear: year,
      lastNumber: 1,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['federationId', 'issuingBody', 'docType', 'seriesYear'])
        .doUpdateSet((update) => ({ lastNumber: update('numberSeries.lastNumber', '+', 1) })),
    )
    .returning('lastNumber')
    .executeTakeFirstOrThrow()
  return lastNumber
}

/** The date of the last certificate of a run, which no later number may precede. */
export async function lastIssuedOn(tx: Tx, { federationId, issuingBody, year }: Series) {
  const { last } = await tx
    .selectFrom('certificate')
    .select(({ fn }) => fn.max('issuedOn').as('last'))
    .where('federationId', '=', federationId)
    .where('issuingBody', '=', issuingBody)
    .where('registerYear', '=', year)
    .executeTakeFirstOrThrow()
  return last
}
