import type { Day } from '../../domain/grammar/day.ts'
import { day } from '../../domain/grammar/day.ts'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { numberAfter, obstaclesToTakingNumber, seriesOf } from '../../domain/papers/number.ts'
import type { DocType } from '../../domain/papers/symbol.ts'
import type { Tx } from '../database.ts'

export type Wanted = {
  federationId: string
  issuingBody: string
  docType: DocType
  issuedOn: Day
  signedOn: Day
  today: Day
}

export type Taken = { number: number; seriesYear: number }

/**
 * The next number of its series. The series' row is held until the paper's transaction ends: two
 * clerks get two numbers, and a transaction that fails gives its number back (settled 12).
 */
export async function takeNumber(tx: Tx, wanted: Wanted): Promise<Taken> {
  const { seriesYear } = seriesOf(wanted)
  const { federationId, issuingBody, docType } = wanted
  const key = { federationId, issuingBody, docType, seriesYear }
  await tx
    .insertInto('numberSeries')
    .values(key)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const { lastNumber } = await tx
    .selectFrom('numberSeries')
    .select('lastNumber')
    .where('federationId', '=', key.federationId)
    .where('issuingBody', '=', key.issuingBody)
    .where('docType', '=', key.docType)
    .where('seriesYear', '=', seriesYear)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const [obstacle] = await obstaclesToTaking(tx, wanted)
  if (obstacle)
    throw new Refusal(obstacle.code, 'invalid', {
      ...(obstacle.params && { params: obstacle.params }),
      faults: [
        {
          code: obstacle.code,
          at: obstacle.at ?? '/issuedOn',
          ...(obstacle.params && { params: obstacle.params }),
        },
      ],
    })
  const number = numberAfter(lastNumber)
  await tx
    .updateTable('numberSeries')
    .set({ lastNumber: number })
    .where('federationId', '=', key.federationId)
    .where('issuingBody', '=', key.issuingBody)
    .where('docType', '=', key.docType)
    .where('seriesYear', '=', seriesYear)
    .execute()
  return { number, seriesYear }
}

/** Why this number may not carry this date. */
async function obstaclesToTaking(tx: Tx, wanted: Wanted): Promise<Obstacle[]> {
  const { seriesYear } = seriesOf(wanted)
  const { last } = await tx
    .selectFrom('paper')
    .select(({ fn }) => fn.max('issuedOn').as('last'))
    .where('federationId', '=', wanted.federationId)
    .where('issuingBody', '=', wanted.issuingBody)
    .where('docType', '=', wanted.docType)
    .where('seriesYear', '=', seriesYear)
    .executeTakeFirstOrThrow()
  const { issuedOn, signedOn, today } = wanted
  return obstaclesToTakingNumber({
    issuedOn,
    signedOn,
    today,
    lastIssuedOn: last ? day(last) : null,
  })
}
