import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'

export type UnitRow = Awaited<ReturnType<typeof unitRow>>

/** A unit that a deed is about to change, or to lean on: nobody changes it meanwhile. */
export async function unitRow(tx: Tx, unitId: string) {
  const row = await tx
    .selectFrom('unit')
    .select(['id', 'federationId', 'name', 'path', 'level', 'kind', 'parentId', 'validFrom'])
    .select(['validTo', 'revision', 'symbol', 'sector', 'ownership', 'workerCount', 'memberCount'])
    .select(['contactName', 'contactPhone'])
    .where('id', '=', unitId)
    .forUpdate()
    .executeTakeFirst()
  return found(row)
}

export async function hasOpenChildren(tx: Tx, unitId: string): Promise<boolean> {
  const child = await tx
    .selectFrom('unit')
    .select('id')
    .where('parentId', '=', unitId)
    .where('validTo', 'is', null)
    .limit(1)
    .executeTakeFirst()
  return child !== undefined
}

export function refused(code: string, at: string): Refusal {
  return new Refusal(code, 'invalid', { faults: [{ code, at }] })
}
