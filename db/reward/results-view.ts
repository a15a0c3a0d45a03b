import { ratingFiguresOf } from '../../domain/classes/rating.ts'
import { cycleDeeds } from '../../domain/cycle/deeds.ts'
import { allowedActions } from '../../domain/grammar/deed.ts'
import type { ResultsView } from '../../domain/reward/results.contract.ts'
import type { Entered } from '../context.ts'
import { cycleOfYear } from '../cycle/find.ts'
import { obstaclesToClosing } from '../cycle/obstacles.ts'
import { countedOf } from './counted-targets.ts'

/** The year-end board: at most eight statements, whatever the number of classes, seats and units. */
export async function resultsOf({ tx, caller }: Entered, planYear: number): Promise<ResultsView> {
  const cycle = await cycleOfYear(tx, planYear)
  const { targets, classes } = await countedOf(tx, cycle)
  const unfinished = await obstaclesToClosing(tx, cycle.id)
  const isClosed = cycle.closedAt !== null
  return {
    planYear,
    isClosed,
    phase: cycle.phase,
    targets,
    classes: classes.map(
      ({ classId, code, title, unitName, planned, attended, tested, passed, rated }) => ({
        classId,
        code,
        title,
        unitName,
        planned,
        attended,
        tested,
        passed,
        ratings: ratingFiguresOf([rated]),
      }),
    ),
    unfinished: unfinished.map(({ code, params = {} }) => ({ code, params: { ...params } })),
    allowedActions: allowedActions([cycleDeeds.stationEnded, cycleDeeds.closed], caller, {
      state: isClosed ? 'CLOSED' : cycle.phase,
    }),
  }
}
