import type { CycleRow } from '../cycle/find.ts'
import type { Tx } from '../database.ts'
import { openedLines, plannedLinesOf } from './lines.ts'

/** Classes of a year that were opened and have not begun, by their first day. */
export async function classesNotBegun(tx: Tx, cycleId: string) {
  const rows = await tx
    .selectFrom('trainingClass')
    .innerJoin('unit', 'unit.id', 'trainingClass.organiserUnitId')
    .select([
      'trainingClass.id as classId',
      'trainingClass.code',
      'trainingClass.title',
      'trainingClass.state',
      'trainingClass.startsOn',
      'trainingClass.organiserUnitId',
      'trainingClass.planId',
      'unit.name as organiserName',
    ])
    .where('trainingClass.cycleId', '=', cycleId)
    .where('trainingClass.state', 'in', [
      'PLANNED',
      'OPEN_FOR_NOMINATION',
      'LIST_FIXED',
      'POSTPONED',
    ])
    .orderBy('trainingClass.startsOn')
    .orderBy('trainingClass.code')
    .execute()
  return rows.map(({ planId, ...row }) => ({
    ...row,
    isOfLine: planId !== null,
    // a class that is put off has no day
    startsOn: row.state === 'POSTPONED' ? null : row.startsOn,
  }))
}

/** Lines of the issued plan from which no class was opened. */
export async function linesNotOpened(tx: Tx, cycle: CycleRow) {
  if (cycle.imported) return []
  const opened = await openedLines(tx, cycle.id)
  const { lines } = await plannedLinesOf(tx, cycle)
  return lines
    .filter(({ code }) => !opened.has(code))
    .map(({ code, topic, seats }) => ({ code, topic, seats }))
}
