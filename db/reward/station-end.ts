import type { ClassState } from '../../domain/classes/class-state.ts'
import type { InspectionState } from '../../domain/inspection/states.ts'
import type { StationEndView } from '../../domain/reward/results.contract.ts'
import { classesNotBegun, linesNotOpened } from '../classes/not-run.ts'
import type { Entered } from '../context.ts'
import { cycleOfYear } from '../cycle/find.ts'
import type { Tx } from '../database.ts'

/** What ending the present station of a year would leave behind, by name. */
export async function stationEndOf(
  { tx }: Pick<Entered, 'tx'>,
  planYear: number,
): Promise<StationEndView> {
  const cycle = await cycleOfYear(tx, planYear)
  const isOfClasses = cycle.phase === 'classes'
  const classes = isOfClasses ? await classesNotBegun(tx, cycle.id) : []
  return {
    phase: cycle.phase,
    classes: classes.map(({ organiserUnitId: _, state, ...row }) => ({
      ...row,
      // Held to these words by a check of the table.
      state: state as ClassState,
    })),
    lines: isOfClasses ? await linesNotOpened(tx, cycle) : [],
    inspections: cycle.phase === 'inspection' ? await inspectionsUnderWay(tx, cycle.id) : [],
  }
}

async function inspectionsUnderWay(tx: Tx, cycleId: string) {
  const rows = await tx
    .selectFrom('inspection')
    .select(['id as inspectionId', 'unitName', 'subject', 'state', 'visitFrom'])
    .where('cycleId', '=', cycleId)
    .where('state', 'not in', ['NOTICE_ISSUED', 'FOLLOW_UP', 'CLOSED', 'CANCELLED'])
    .orderBy('visitFrom')
    .orderBy('id')
    .execute()
  // Held to these words by a check of the table.
  return rows.map(({ state, ...row }) => ({ ...row, state: state as InspectionState }))
}
