import { sql } from 'kysely'
import { carryRoutes as routes, type MatterView } from '../../domain/draft/carry.contract.ts'
import { clausePosition, nextClauseCode, nextCode } from '../../domain/draft/codes.ts'
import { draftDeeds as deeds } from '../../domain/draft/deeds.ts'
import { SECTIONS } from '../../domain/draft/plan.ts'
import { allowedActions, mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { found } from '../subject.ts'
import { onPlan, type PlanStanding, planToWrite } from './writing.ts'

type Before = { id: string; planYear: number; planType: string }

/** The year before that of the plan; null for the first year there is. */
async function yearBefore(tx: Tx, planId: string): Promise<Before | null> {
  const { rows } = await sql<Before>`
    select b.id, b.plan_year, p.plan_type from plan p join cycle c on c.id = p.cycle_id
    join cycle b on b.unit_id = c.unit_id and b.plan_year = c.plan_year - 1 where p.id = ${planId}`.execute(
    tx,
  )
  return rows[0] ?? null
}

/** Classes that were not run, targets missed, remedies still open: one statement. */
async function mattersOf(tx: Tx, planId: string, before: Before): Promise<MatterView[]> {
  const { id, planYear, planType } = before
  const { rows } = await sql<MatterView>`
    with matter (kind, origin, title, planned, done, scheduled_on) as (
      select 'CLASS', 'L-' || ${planYear}::text || '-' || substring(r.code from 2), r.title,
        r.planned::float8, r.done::float8, null::text
      from year_result r where r.cycle_id = ${id} and r.kind = 'CLASS' and coalesce(r.done, 0) = 0
      union all
      select 'CLASS', 'L-' || ${planYear}::text || '-' || substring(l.code from 2), l.topic, l.seats::float8, 0,
        (select k.starts_on::text from training_class k where k.plan_id = p.id and k.line_code = l.code
          and k.state in ('PLANNED', 'OPEN_FOR_NOMINATION', 'LIST_FIXED'))
      from class_line l join plan p on p.id = l.plan_id join cycle y on y.id = p.cycle_id
      where p.cycle_id = ${id} and p.state in ('ISSUED', 'IN_EXECUTION', 'CLOSED') and not exists (
        select from training_class k where k.plan_id = p.id and k.line_code = l.code
          and k.state not in ('CANCELLED', 'POSTPONED', 'PLANNED')
          -- when the station of classes is over, also early, only what has begun is not offered
          and (y.phase = 'classes' or k.state not in ('OPEN_FOR_NOMINATION', 'LIST_FIXED')))
      union all
      select 'TARGET', r.code || '-' || ${planYear}::text, r.title, r.planned::float8, r.done::float8, null
      from year_result r where r.cycle_id = ${id} and r.kind = 'TARGET' and r.done < r.planned
        and (r.code like 'M%') = (${planType} = 'MEMBERSHIP_DEVELOPMENT')
      union all
      select 'REMEDY', 'KN-' || ${planYear}::text || '-' || r.number || '-' || left(i.id::text, 4),
        i.unit_name || ': ' || r.measure, null, null, null
      from remedy r join inspection i on i.id = r.inspection_id
      where i.cycle_id = ${id} and r.state <> 'CLOSED'
    )
    select m.*, c.outcome, c.because, c.taken_as from matter m
    left join carried_matter c on c.plan_id = ${planId} and c.kind = m.kind and c.origin = m.origin
    where m.kind = 'TARGET' or ${planType} = 'TRAINING'
    order by array_position(array['CLASS', 'TARGET', 'REMEDY'], m.kind), m.origin`.execute(tx)
  return rows
}

export async function unfinishedFor({ tx, caller }: Entered, planId: string) {
  const plan = found(
    await tx
      .selectFrom('plan')
      .select(['state', 'planYear'])
      .where('id', '=', planId)
      .executeTakeFirst(),
  )
  const before = await yearBefore(tx, planId)
  return {
    fromYear: plan.planYear - 1,
    matters: before ? await mattersOf(tx, planId, before) : [],
    allowedActions: allowedActions([deeds.matterTaken, deeds.matterLeft], caller, {
      state: plan.state,
    }),
  }
}

type Wanted = { kind: MatterView['kind']; origin: string }

async function matterToDecide(tx: Tx, plan: PlanStanding, { kind, origin }: Wanted) {
  const before = found((await yearBefore(tx, plan.planId)) ?? undefined)
  const matters = await mattersOf(tx, plan.planId, before)
  const matter = found(matters.find((each) => each.kind === kind && each.origin === origin))
  if (matter.outcome)
    throw new Refusal('draft.matter-decided', 'wrong-state', { params: { origin } })
  return { before, matter }
}

type Decided = { plan: PlanStanding; before: Before; matter: MatterView; by: string }
type Outcome = { outcome: 'TAKEN' | 'LEFT'; because?: string; takenAs?: string }

function record(tx: Tx, { plan, before, matter, by }: Decided, outcome: Outcome) {
  const { kind, origin, title } = matter
  const { planId, federationId } = plan
  return tx
    .insertInto('carriedMatter')
    .values({
      ...outcome,
      kind,
      origin,
      title,
      planId,
      federationId,
      fromCycleId: before.id,
      decidedBy: by,
    })
    .execute()
}

export const carryPerformers = [
  performs(routes.takeOver, async ({ tx, caller }, { params, body }) => {
    const plan = await planToWrite(tx, params.planId)
    const as = mustAllow(deeds.matterTaken, caller, plan)
    const { before, matter } = await matterToDecide(tx, plan, body)
    const takenAs =
      matter.kind === 'CLASS' ? await asLine(tx, plan, matter) : await asClause(tx, plan, matter)
    const decided = { plan, before, matter, by: caller.officialId }
    await record(tx, decided, { outcome: 'TAKEN', takenAs })
    const facts = { origin: matter.origin, title: matter.title, takenAs }
    return { reply: { takenAs }, as, ...onPlan(plan), facts }
  }),

  performs(routes.leaveBehind, async ({ tx, caller }, { params, body }) => {
    const plan = await planToWrite(tx, params.planId)
    const as = mustAllow(deeds.matterLeft, caller, plan)
    const { before, matter } = await matterToDecide(tx, plan, body)
    const decided = { plan, before, matter, by: caller.officialId }
    await record(tx, decided, { outcome: 'LEFT', because: body.reason })
    const facts = { origin: matter.origin, title: matter.title, reason: body.reason }
    return { reply: { origin: matter.origin }, as, ...onPlan(plan), facts }
  }),
]

/** A class that was not run becomes a line of the annex, with where it comes from. */
async function asLine(tx: Tx, { planId, federationId }: PlanStanding, matter: MatterView) {
  const taken = await tx
    .selectFrom('classLine')
    .select(['code', 'position'])
    .where('planId', '=', planId)
    .execute()
  const code = nextCode(
    'L',
    taken.map((line) => line.code),
    2,
  )
  const seats = Math.max(1, matter.planned ?? 1)
  await tx
    .insertInto('classLine')
    .values({
      planId,
      federationId,
      code,
      position: Math.max(0, ...taken.map(({ position }) => position)) + 1,
      topic: matter.title,
      audience: matter.title,
      deliveryForm: 'DIRECT',
      days: '1',
      seats,
      month: 4,
      leadUnit: '',
      budgetDong: 0n,
      lastYearSeats: matter.planned,
      lastYearDone: matter.done,
      carriedFrom: matter.origin,
    })
    .execute()
  return code
}

/** Anything else becomes a clause of the measures, whose words name their origin. */
async function asClause(tx: Tx, { planId, federationId }: PlanStanding, matter: MatterView) {
  const taken = await tx.selectFrom('clause').select('code').where('planId', '=', planId).execute()
  const section = SECTIONS.VI
  const code = nextClauseCode(
    section,
    taken.map((clause) => clause.code),
  )
  await tx
    .insertInto('clause')
    .values({
      planId,
      federationId,
      code,
      section,
      position: clausePosition(code),
      heading: `Việc chuyển từ năm trước (${matter.origin})`,
      text: matter.title,
    })
    .execute()
  return code
}
