import type { z } from 'zod'
import type { pastYearForm } from '../../domain/cycle/past.contract.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'

type PastUnit = z.output<typeof pastYearForm>['units'][number]
type Past = { federationId: string; cycleId: string; at: string }

/** The paper forms of a year's units: three statements, whatever their number. */
export async function bringInUnits(tx: Tx, past: Past, given: readonly PastUnit[]): Promise<void> {
  if (given.length === 0) return
  const units = await known(tx, given)
  const { at, ...owner } = past
  await tx
    .insertInto('movementForm')
    .values(
      units.flatMap(({ months, unitId, unitPath }) =>
        months.map((counts) => ({
          ...counts,
          ...owner,
          unitId,
          unitPath,
          state: 'SENT',
          source: 'IMPORTED',
          sentAt: at,
        })),
      ),
    )
    .execute()
  const registered = units.flatMap(({ registered: row, unitId, unitPath }) =>
    row ? [{ ...row, ...owner, unitId, unitPath, source: 'IMPORTED' }] : [],
  )
  if (registered.length > 0) await tx.insertInto('awardRegistration').values(registered).execute()
}

async function known(tx: Tx, given: readonly PastUnit[]) {
  const rows = await tx
    .selectFrom('unit')
    .select(['id as unitId', 'code', 'path as unitPath'])
    .where(
      'code',
      'in',
      given.map(({ unitCode }) => unitCode),
    )
    .execute()
  const byCode = new Map(rows.map((row) => [row.code, row]))
  return given.map((unit, index) => {
    const row = byCode.get(unit.unitCode)
    if (row) return { ...unit, ...row }
    const params = { unitCode: unit.unitCode }
    const at = `/units/${index}/unitCode`
    throw new Refusal('cycle.unit-unknown', 'invalid', {
      params,
      faults: [{ code: 'cycle.unit-unknown', at, params }],
    })
  })
}
