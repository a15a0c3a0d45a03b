import { sql } from 'kysely'
import type { MatterView } from '../../domain/draft/carry.contract.ts'
import type { Tx } from '../database.ts'
import { countedOf } from '../reward/counted-targets.ts'

export type Before = {
  id: string
  planYear: number
  /** Of the plan that is drafted, not of that year. */
  planType: string
  /** The station of its classes is over, also early. */
  isTaught: boolean
  /** Its last station has begun, and with it the data of its classes are closed. */
  isCounted: boolean
}
type Matter = Omit<MatterView, 'outcome' | 'because' | 'takenAs'>

/** A class that has begun is run, however it ends. */
const run = sql`('RUNNING', 'MARKING', 'CERTIFYING', 'SETTLED', 'CLOSED')`

/** The year before that of the plan; null for the first year there is. */
export async function yearBefore(tx: Tx, planId: string): Promise<Before | null> {
  const { rows } = await sql<Before>`
    select b.id, b.plan_year, p.plan_type,
      b.closed_at is not null or b.phase <> 'classes' as is_taught,
      b.closed_at is not null or b.phase = 'reward' as is_counted
    from plan p join cycle c on c.id = p.cycle_id
    join cycle b on b.unit_id = c.unit_id and b.plan_year = c.plan_year - 1 where p.id = ${planId}`.execute(
    tx,
  )
  return rows[0] ?? null
}

/**
 * What that year left, with what became of it in this plan. A figure is missed and people are left
 * waiting only once the year is counted: what is not done yet may be done tomorrow.
 */
export async function mattersOf(tx: Tx, planId: string, before: Before): Promise<MatterView[]> {
  const isTraining = before.planType === 'TRAINING'
  const matters = [
    ...(isTraining ? await classesNotRun(tx, before) : []),
    ...(isTraining && before.isCounted ? await needsUncovered(tx, before) : []),
    ...(before.isCounted ? await targetsMissed(tx, before) : []),
    ...(isTraining ? await openRemedies(tx, before) : []),
  ]
  const decided = await decisionsOn(tx, planId)
  return matters.map((matter) => {
    const found = decided.find(
      ({ kind, origin }) => kind === matter.kind && origin === matter.origin,
    )
    return {
      ...matter,
      outcome: found?.outcome ?? null,
      because: found?.because ?? null,
      takenAs: found?.takenAs ?? null,
    }
  })
}

type Decision = Omit<MatterView, 'title' | 'planned' | 'done' | 'scheduledOn'>

/** What was taken over and removed again stands open again. */
async function decisionsOn(tx: Tx, planId: string): Promise<Decision[]> {
  const { rows } = await sql<Decision>`
    select m.kind, m.origin, m.outcome, m.because, m.taken_as from carried_matter m
    where m.plan_id = ${planId} and (m.outcome = 'LEFT'
      or exists (select from class_line l where l.plan_id = m.plan_id and l.code = m.taken_as)
      or exists (select from clause c where c.plan_id = m.plan_id and c.code = m.taken_as))`.execute(
    tx,
  )
  return rows
}

/** A class that still has its day is offered with it, once the station of classes is over. */
async function classesNotRun(tx: Tx, { id, planYear, isTaught }: Before): Promise<Matter[]> {
  const { rows } = await sql<Matter>`
    select m.* from (
      select 'CLASS' as kind, r.code || '-' || ${planYear}::text as origin, r.title,
        r.planned::float8 as planned, coalesce(r.done, 0)::float8 as done, null::text as scheduled_on
      from year_result r where r.cycle_id = ${id} and r.kind = 'CLASS' and coalesce(r.done, 0) = 0
      union all
      select 'CLASS', l.code || '-' || ${planYear}::text, l.topic, l.seats::float8, 0,
        (select k.starts_on::text from training_class k where k.plan_id = p.id and k.line_code = l.code
          and k.state in ('PLANNED', 'OPEN_FOR_NOMINATION', 'LIST_FIXED'))
      from class_line l join plan p on p.id = l.plan_id
      where p.cycle_id = ${id} and p.state in ('ISSUED', 'IN_EXECUTION', 'AMENDING', 'CLOSED')
        and not exists (select from training_class k
          where k.plan_id = p.id and k.line_code = l.code and (k.state in ${run}
            or (not ${isTaught}::boolean and k.state in ('OPEN_FOR_NOMINATION', 'LIST_FIXED'))))
    ) m order by m.origin collate vi_natural`.execute(tx)
  return rows
}

/** Who was nominated to a class and did not learn there, and nobody went in their place. */
async function needsUncovered(tx: Tx, { id }: Before): Promise<Matter[]> {
  const { rows } = await sql<Matter>`
    select 'NEED' as kind, k.code as origin, k.title, null::text as scheduled_on, count(*)::float8 as planned,
      (count(*) filter (where n.state = 'ATTENDED'))::float8 as done
    from training_class k join nomination n on n.class_id = k.id
    where k.cycle_id = ${id} and k.state in ${run}
      and (n.state in ('ATTENDED', 'NO_SHOW', 'WAITLISTED') or (n.state = 'REFUSED_BY_EMPLOYER'
        and not exists (select from nomination s where s.substitute_for = n.id)))
    group by k.id having count(*) > count(*) filter (where n.state = 'ATTENDED')
    order by k.code collate vi_natural`.execute(tx)
  return rows
}

/** As the year-end board shows them: a figure that is not known was not missed. */
async function targetsMissed(tx: Tx, before: Before): Promise<Matter[]> {
  const { targets } = await countedOf(tx, before)
  const isOfPlan = ({ planType, code }: (typeof targets)[number]) =>
    (planType ?? (code.startsWith('M') ? 'MEMBERSHIP_DEVELOPMENT' : 'TRAINING')) === before.planType
  return targets
    .filter((target) => target.isReached === false && isOfPlan(target))
    .map(({ code, text, planned, done }) => ({
      kind: 'TARGET',
      origin: `${code}-${before.planYear}`,
      title: text,
      planned,
      done,
      scheduledOn: null,
    }))
}

async function openRemedies(tx: Tx, { id, planYear }: Before): Promise<Matter[]> {
  const { rows } = await sql<Matter>`
    select 'REMEDY' as kind,
      'KN-' || ${planYear}::text || '-' || r.number || '-' || left(i.id::text, 4) as origin,
      i.unit_name || ': ' || r.measure as title, null::float8 as planned, null::float8 as done,
      null::text as scheduled_on
    from remedy r join inspection i on i.id = r.inspection_id
    where i.cycle_id = ${id} and r.state in ('OPEN', 'ANSWERED', 'SENT_BACK')
    order by i.unit_name collate vi_natural, r.number`.execute(tx)
  return rows
}
