import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { classForChange, type ClassRow, objectOf } from './class-row.ts'

const columns = [
  'classQuota.id',
  'classQuota.unitId',
  'classQuota.seats',
  'classQuota.givenBack',
  'classQuota.approvedAt',
  'classQuota.revision',
  'unit.name as unitName',
  'unit.path as unitPath',
] as const

/** What a unit has of a class, with the class held: seats and list stand still meanwhile. */
export async function partForChange(tx: Tx, of: { classId: string; unitId: string }) {
  const trained = await classForChange(tx, of.classId)
  const quota = await tx
    .selectFrom('classQuota')
    .innerJoin('unit', 'unit.id', 'classQuota.unitId')
    .select(columns)
    .where('classQuota.classId', '=', of.classId)
    .where('classQuota.unitId', '=', of.unitId)
    .executeTakeFirst()
  return { trained, quota: found(quota) }
}
export type UnitPart = Awaited<ReturnType<typeof partForChange>>

/** What a right of the unit is judged on. */
export function subjectOfPart({ trained, quota }: UnitPart) {
  return { unitId: quota.unitId, unitPath: quota.unitPath, state: trained.state }
}

/** The register keeps a unit's deed under the unit, so that its own people find it there. */
export function objectOfPart({ trained, quota }: UnitPart) {
  return { ...objectOf(trained, trained.revision), unitId: quota.unitId }
}

/** The unit's list is taken until its due time, by the database's clock. */
export function mustStillNominate(trained: ClassRow, at: string): void {
  const { nominationsDueAt, nominationsClosedAt } = trained
  if (nominationsClosedAt !== null || (nominationsDueAt !== null && at > nominationsDueAt))
    throw new Refusal('classes.nominations-over', 'wrong-state')
}
