import { sql } from 'kysely'
import { isBeingRevised } from '../../domain/cycle/plan-state.ts'
import { planContent, type PlanContent } from '../../domain/draft/plan-content.ts'
import { allowedActions } from '../../domain/grammar/deed.ts'
import { revisionDeeds } from '../../domain/revision/deeds.ts'
import { opinionCounts, type OpinionCounts } from '../../domain/revision/opinion-counts.ts'
import type { ConsolidationView } from '../../domain/revision/views.contract.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { workingContent } from '../draft/working-content.ts'
import { hasSpoken } from '../feedback/board-rows.ts'
import { departmentsOf } from './departments.ts'
import { lastJobOf } from './dispose-many.ts'
import { planPlaces } from './given-places.ts'
import { lastActOf } from './last-act.ts'
import { opinionCells } from './opinion-cells.ts'
import { placeOrder } from './opinion-order.ts'
import { clauseRows, commentedPlaces } from './places.ts'
import { momentOf, planOf, planOfCycle, type PlanRow, plansOfCycle, roundsOfPlan } from './plan.ts'
import { openRequestsOn } from './requests.ts'
import { obstaclesBeforeSubmitting } from './standing.ts'
import { isOfDepartment, revisionTasks } from './tasks.ts'

/**
 * How the consolidation of a plan stands, counted: the same number of statements and the same few
 * bytes at 10 and at 20,000 comments, which are read page by page (opinions.ts).
 */
export async function consolidationOf(
  { tx, caller, at }: Entered,
  planId: string,
): Promise<ConsolidationView> {
  const plan = await planOf(tx, planId)
  const plans = await plansOfCycle(tx, plan.cycleId)
  const rounds = await roundsOfPlan(tx, planId)
  const cells = await opinionCells(tx, planId, await placeOrder(tx, plan))
  const totals = opinionCounts(cells)
  const openRequests = await openRequestsOn(tx, planId)
  const now = await contentNow(tx, plan)
  const consulted = await textsConsulted(tx, planId, rounds)
  const tasks = await revisionTasks({ tx, caller, at }, planId, now)
  const departments = await departmentsOf(tx)
  return {
    plan: { ...planOfCycle(plan), revision: plan.revision, version: plan.publishedVersion },
    plans,
    rounds: await consultedRounds(tx, planId, rounds),
    totals: totalsOf(totals),
    departments,
    myDepartments: departments.map(({ id }) => id).filter((id) => isOfDepartment(caller, id)),
    places: commentedPlaces(cells, { now, consulted, clauses: await clauseRows(tx, planId) }),
    planPlaces: planPlaces(now),
    openRequests,
    tasks,
    annex: annexOf(now),
    dueAt: await momentOf(tx, plan.cycleId, 'revisionDue'),
    lastAct: await lastActOf({ tx, caller }, planId),
    job: await lastJobOf(tx, planId),
    obstacles: obstaclesBeforeSubmitting({
      openComments: totals.open,
      openRequests,
      tasks,
      content: now,
    }),
    allowedActions: allowedActions(Object.values(revisionDeeds), caller, { state: plan.state }),
  }
}

/** The words as they are written, and once the plan is out of the hands that revise it, its last version. */
export async function contentNow(tx: Tx, plan: PlanRow): Promise<PlanContent> {
  const isOpenText = isBeingRevised(plan.state) || plan.publishedVersion === 0
  return isOpenText
    ? workingContent(tx, plan.id)
    : contentOfVersion(tx, plan.id, plan.publishedVersion)
}

function totalsOf({ total, open, ...counts }: OpinionCounts): ConsolidationView['totals'] {
  return { comments: total, disposed: total - open, ...counts }
}

function annexOf({ totals }: PlanContent): ConsolidationView['annex'] {
  const { classes, trainees, headlineClasses, headlineTrainees } = totals
  return { classes, trainees, headlineClasses, headlineTrainees }
}

export async function contentOfVersion(
  tx: Tx,
  planId: string,
  version: number,
): Promise<PlanContent> {
  const row = await tx
    .selectFrom('planVersion')
    .select('content')
    .where('planId', '=', planId)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return planContent.parse(row.content)
}

type RoundOfPlan = Awaited<ReturnType<typeof roundsOfPlan>>[number]

/** By the number of the round: what its units read. */
export async function textsConsulted(tx: Tx, planId: string, rounds: readonly RoundOfPlan[]) {
  const texts = new Map<number, PlanContent>()
  for (const { number, version } of rounds)
    texts.set(number, await contentOfVersion(tx, planId, version))
  return texts
}

async function consultedRounds(tx: Tx, planId: string, rounds: readonly RoundOfPlan[]) {
  const views: ConsolidationView['rounds'] = []
  for (const { id, number, version, closedAt } of rounds) {
    const answers = await answersOf(tx, { roundId: id, planId })
    views.push({ id, number, version, closedAt, ...answers })
  }
  return views
}

const spokeOnly = sql<bigint>`count(*) filter (where a.state = 'NO_ANSWER' and ${hasSpoken})`

const keepsEarlier = sql<bigint>`count(*) filter (where exists (
  select from answer_version v where v.answer_id = a.id and v.version = a.version
    and v.withdrawn_at is null and v.form ->> 'keeps' is not null))`

/** How many units were asked, how many answered, and with which stance on this plan. */
async function answersOf(tx: Tx, of: { roundId: string; planId: string }) {
  const rows = await tx
    .selectFrom('answer as a')
    .leftJoin('stance', (join) =>
      join
        .onRef('stance.answerId', '=', 'a.id')
        .onRef('stance.version', '=', 'a.version')
        .on('stance.planId', '=', of.planId),
    )
    .select((select) => [
      'stance.stance',
      select.fn.countAll<bigint>().as('units'),
      select.fn
        .countAll<bigint>()
        .filterWhere('a.state', 'in', ['SUBMITTED', 'COUNTED'])
        .as('answered'),
      spokeOnly.as('spoke'),
      keepsEarlier.as('keeps'),
    ])
    .where('a.roundId', '=', of.roundId)
    .where('a.state', '<>', 'EXCUSED')
    .groupBy('stance.stance')
    .execute()
  const sum = (numbers: readonly bigint[]) => numbers.reduce((all, each) => all + Number(each), 0)
  return {
    invited: sum(rows.map((row) => row.units)),
    answered: sum(rows.map((row) => row.answered)),
    spoke: sum(rows.map((row) => row.spoke)),
    keeps: sum(rows.map((row) => row.keeps)),
    byStance: Object.fromEntries(
      rows.flatMap(({ stance, answered }) => (stance ? [[stance, Number(answered)]] : [])),
    ),
  }
}
