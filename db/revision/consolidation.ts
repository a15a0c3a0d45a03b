import { sql } from 'kysely'
import { isBeingRevised } from '../../domain/cycle/plan-state.ts'
import { planContent, type PlanContent } from '../../domain/draft/plan-content.ts'
import { allowedActions } from '../../domain/grammar/deed.ts'
import { revisionDeeds } from '../../domain/revision/deeds.ts'
import type { CommentRow, ConsolidationView } from '../../domain/revision/views.contract.ts'
import { isDisposed, progressOf } from '../../domain/revision/disposition.ts'
import { resemblances } from '../../domain/revision/resemblance.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { filesOnPlan } from '../feedback/answer-files.ts'
import { workingContent } from '../draft/working-content.ts'
import { type CommentOfPlan, commentsOnPlan } from './comments.ts'
import { departmentsOf } from './departments.ts'
import { lastJobOf } from './dispose-many.ts'
import { planPlaces } from './given-places.ts'
import { lastActOf } from './last-act.ts'
import { clauseRows, commentedPlaces } from './places.ts'
import { momentOf, planOf, planOfCycle, plansOfCycle, roundsOfPlan } from './plan.ts'
import { requestsOnPlan, sharedTargets, targetIds } from './requests.ts'
import { ledgerOf, obstaclesBeforeSubmitting } from './standing.ts'
import { isOfDepartment, revisionTasks } from './tasks.ts'

/** The consolidation table of a plan: the same number of statements at 10 and at 10,000 comments. */
export async function consolidationOf(
  { tx, caller, at }: Entered,
  planId: string,
): Promise<ConsolidationView> {
  const plan = await planOf(tx, planId)
  const plans = await plansOfCycle(tx, plan.cycleId)
  const rounds = await roundsOfPlan(tx, planId)
  const comments = withStanding(await commentsOnPlan(tx, planId))
  const requests = await requestsOnPlan(tx, planId)
  const consulted = await textsConsulted(tx, planId, rounds)
  const isOpenText = isBeingRevised(plan.state) || plan.publishedVersion === 0
  const now = isOpenText
    ? await workingContent(tx, planId)
    : await contentOfVersion(tx, planId, plan.publishedVersion)
  const tasks = await revisionTasks({ tx, caller, at }, planId, now)
  const departments = await departmentsOf(tx)
  const subject = { state: plan.state }
  return {
    plan: { ...planOfCycle(plan), revision: plan.revision, version: plan.publishedVersion },
    plans,
    rounds: await consultedRounds(tx, planId, rounds),
    totals: countsOf(comments),
    departments,
    myDepartments: departments.map(({ id }) => id).filter((id) => isOfDepartment(caller, id)),
    places: commentedPlaces(comments, { now, consulted, clauses: await clauseRows(tx, planId) }),
    planPlaces: planPlaces(now),
    comments,
    requests,
    files: await filesOnPlan(tx, planId),
    targets: sharedTargets(
      now,
      [...consulted.values()].at(-1) ?? null,
      await targetIds(tx, planId),
    ),
    tasks,
    annex: annexOf(now),
    dueAt: await momentOf(tx, plan.cycleId, 'revisionDue'),
    lastAct: await lastActOf({ tx, caller }, planId),
    job: await lastJobOf(tx, planId),
    obstacles: obstaclesBeforeSubmitting({ comments, requests, tasks, content: now }),
    allowedActions: allowedActions(Object.values(revisionDeeds), caller, subject),
  }
}

function annexOf({ totals }: PlanContent): ConsolidationView['annex'] {
  const { classes, trainees, headlineClasses, headlineTrainees } = totals
  return { classes, trainees, headlineClasses, headlineTrainees }
}

/** A comment merged into another is disposed when that one is. */
export function withStanding(comments: readonly CommentOfPlan[]): CommentRow[] {
  const ledger = ledgerOf(comments)
  const resembling = resemblances(comments)
  return comments.map((comment) => ({
    ...comment,
    isDisposed: isDisposed(comment.id, ledger),
    resembles: resembling.get(comment.id) ?? null,
  }))
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
async function textsConsulted(tx: Tx, planId: string, rounds: readonly RoundOfPlan[]) {
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

const spokeOnly = sql<bigint>`count(*) filter (where answer.state = 'NO_ANSWER' and exists (
  select from conference_opinion o where o.answer_id = answer.id and o.state = 'CONFIRMED'))`

const keepsEarlier = sql<bigint>`count(*) filter (where exists (
  select from answer_version v where v.answer_id = answer.id and v.version = answer.version
    and v.withdrawn_at is null and v.form ->> 'keeps' is not null))`

/** How many units were asked, how many answered, and with which stance on this plan. */
async function answersOf(tx: Tx, of: { roundId: string; planId: string }) {
  const rows = await tx
    .selectFrom('answer')
    .leftJoin('stance', (join) =>
      join
        .onRef('stance.answerId', '=', 'answer.id')
        .onRef('stance.version', '=', 'answer.version')
        .on('stance.planId', '=', of.planId),
    )
    .select((select) => [
      'stance.stance',
      select.fn.countAll<bigint>().as('units'),
      select.fn
        .countAll<bigint>()
        .filterWhere('answer.state', 'in', ['SUBMITTED', 'COUNTED'])
        .as('answered'),
      spokeOnly.as('spoke'),
      keepsEarlier.as('keeps'),
    ])
    .where('answer.roundId', '=', of.roundId)
    .where('answer.state', '<>', 'EXCUSED')
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

function countsOf(comments: readonly CommentOfPlan[]) {
  const { total, disposed, byDisposition } = progressOf(ledgerOf(comments))
  return { comments: total, disposed, byDisposition }
}
