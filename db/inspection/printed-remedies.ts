import { day, writeDay } from '../../domain/grammar/day.ts'
import type { Tx } from '../database.ts'

/** The remedies as rows of a paper: number, measure, who, until when. */
export async function printedRemedies(tx: Tx, inspectionId: string): Promise<string[][]> {
  const rows = await tx
    .selectFrom('remedy')
    .innerJoin('unit', 'unit.id', 'remedy.ownerUnitId')
    .leftJoin('department', 'department.id', 'remedy.departmentId')
    .select([
      'remedy.number',
      'remedy.measure',
      'remedy.dueOn',
      'unit.name as unitName',
      'department.name as departmentName',
    ])
    .where('remedy.inspectionId', '=', inspectionId)
    .orderBy('remedy.number')
    .execute()
  return rows.map(({ number, measure, dueOn, unitName, departmentName }) => [
    String(number),
    measure,
    departmentName ?? unitName,
    writeDay(day(dueOn)),
  ])
}
