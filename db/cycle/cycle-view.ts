import type { CycleListView, CyclePaperView, CycleView } from '../../domain/cycle/cycle.contract.ts'
import { cycleDeeds } from '../../domain/cycle/deeds.ts'
import { nextYear } from '../../domain/cycle/next-year.ts'
import type { Phase } from '../../domain/cycle/phases.ts'
import type { PlanState } from '../../domain/cycle/plan-state.ts'
import { addDays, type Day, dayOfInstant } from '../../domain/grammar/day.ts'
import { allowedActions, type Caller, verdictOn } from '../../domain/grammar/deed.ts'
import type { Entered } from '../context.ts'
import { holidaysOf } from '../federation/holidays.ts'
import { calendarOf, momentViews } from './calendar.ts'
import { type CycleRow, cycleOfYear, everyCycle } from './find.ts'
import { lastDeedsOf } from './history.ts'
import { papersOfCycle } from './papers-of-cycle.ts'
import { countsOf, ribbonFrom } from './stations.ts'
import { waitingFor } from './waiting.ts'

const weeksAhead = 5

/** The page of a year: the same nine statements for every year and every reader. */
export async function cycleView(entered: Entered, planYear: number): Promise<CycleView> {
  const { tx, caller, at } = entered
  const cycle = await cycleOfYear(tx, planYear)
  const rows = await calendarOf(tx, cycle)
  const holidays = await holidaysOf(tx)
  const counts = await countsOf(tx, cycle, caller)
  const papers = await papersOfCycle(entered, cycle.id)
  const today = dayOfInstant(at)
  return {
    cycleId: cycle.id,
    planYear,
    state: stateOf(cycle, papers),
    needsSurvey: needsSurveyOf(cycle),
    openedAt: cycle.openedAt,
    imported: cycle.imported,
    today,
    ribbon: ribbonFrom({ cycle, rows, holidays, counts, at }),
    waiting: await waitingFor(entered, { cycleId: cycle.id, holidays }),
    moments: momentViews(rows, at),
    holidays: holidays
      .filter(({ day }) => day >= addDays(today, -7) && day <= addDays(today, 7 * weeksAhead + 7))
      .map((holiday) => ({ ...holiday, provisional: false })),
    recent: await lastDeedsOf(tx, cycle.id),
    papers,
    allowedActions: allowedActions([cycleDeeds.needsSkipped, cycleDeeds.momentMoved], caller, {
      unitId: cycle.unitId,
      state: cycle.phase,
    }),
  }
}

/** Every year there is, and the one that may be opened early. */
export async function cycleList({ tx, caller, at }: Entered): Promise<CycleListView> {
  const cycles = await everyCycle(tx)
  const open = cycles.filter((cycle) => !cycle.closedAt)
  return {
    // The year people work on: of those that run, the newest that has left its first station.
    current:
      (open.find((cycle) => cycle.phase !== 'needs') ?? open[0] ?? cycles[0])?.planYear ?? null,
    mayOpen: mayOpen(cycles, caller, dayOfInstant(at)),
    cycles: cycles.map(({ planYear, phase, closedAt, imported }) => ({
      planYear,
      phase,
      isClosed: closedAt !== null,
      imported,
    })),
  }
}

function mayOpen(cycles: readonly CycleRow[], caller: Caller, today: Day): number | null {
  const next = nextYear(cycles, today)
  return verdictOn(cycleDeeds.opened, caller, {}).allowed ? next : null
}

function stateOf({ phase, closedAt }: CycleRow, papers: readonly CyclePaperView[]): string {
  if (closedAt) return 'CLOSED'
  return papers.find((paper) => paper.planType === 'TRAINING')?.state ?? stateOfPhase[phase]
}

const stateOfPhase = {
  needs: 'COLLECTING_NEEDS',
  draft: 'DRAFTING',
  feedback: 'CONSULTING',
  revision: 'REVISING',
  approval: 'CHECKING',
  classes: 'IN_EXECUTION',
  inspection: 'IN_EXECUTION',
  reward: 'IN_EXECUTION',
} as const satisfies Record<Phase, PlanState>

function needsSurveyOf({ needsSurvey }: CycleRow): CycleView['needsSurvey'] {
  return needsSurvey === 'HELD' || needsSurvey === 'SKIPPED' ? needsSurvey : 'OPEN'
}
