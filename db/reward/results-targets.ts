import { type RawBuilder, sql } from 'kysely'
import { population } from '../../domain/draft/plan-content.ts'
import { isOfSome, type Target } from '../../domain/draft/target.ts'
import { sourceOf, yearsCounted } from '../../domain/reward/results.ts'
import type { Tx } from '../database.ts'
import { isOfPopulation } from '../draft/population.ts'

export type PlannedTarget = Target & {
  planType: string
  planYear: number
  /** Of office, as the plan writes it: "2023–2028". */
  term: string | null
  lastYearDone: number | null
  allocations: readonly { unitId: string; value: number }[]
}

/** The targets of the year's issued plans with their shares: one statement. */
export async function plannedTargets(tx: Tx, cycleId: string): Promise<PlannedTarget[]> {
  const { rows } = await sql<PlannedTarget>`
    select p.plan_type, p.plan_year, p.term, t.code, t.text, t.kind, t.value::float8 as value, t.min_value::float8 as min_value,
      t.max_value::float8 as max_value, t.formula, t.measured_in, t.measure, t.period, t.population,
      t.denominator, t.denominator_on::text as denominator_on, t.is_allocated,
      t.last_year_done::float8 as last_year_done,
      coalesce((select jsonb_agg(jsonb_build_object('unitId', a.unit_id, 'value', a.value))
        from allocation a where a.target_id = t.id), '[]'::jsonb) as allocations
    from target t join plan p on p.id = t.plan_id
    where p.cycle_id = ${cycleId} and p.state in ('ISSUED', 'IN_EXECUTION', 'AMENDING', 'CLOSED', 'ARCHIVED')
    order by p.plan_type desc, t.position`.execute(tx)
  return rows.map((row) => ({ ...row, population: population.parse(row.population) }))
}

/** How many people of a population were there, or passed; and how their tests went. */
export type Reached = { people: number; tested: number; passed: number }

/** Whether the people of a target are told from the others: a share has them each once. */
export function asksWho(target: PlannedTarget): boolean {
  const source = sourceOf(target)
  if (source !== 'attended' && source !== 'certified') return false
  return target.kind === 'PERCENT' || isOfSome(target.population)
}

export async function peopleReached(
  tx: Tx,
  cycleId: string,
  targets: readonly PlannedTarget[],
): Promise<Map<string, Reached>> {
  const asked = targets.filter(asksWho)
  if (asked.length === 0) return new Map()
  const counts = asked.map((target) => {
    const each = target.kind === 'PERCENT' ? sql`distinct o.id` : sql`o.id`
    return sql`
      select ${keyOf(target)}::text as key, count(${each})::integer as people,
        (count(${each}) filter (where m.mark is not null))::integer as tested,
        (count(${each}) filter (where m.mark >= k.pass_mark))::integer as passed
      from nomination n join training_class k on k.id = n.class_id
      join official o on o.id = n.official_id join unit u on u.id = o.unit_id
      left join lateral (select t.mark from test_mark t where t.class_id = k.id and t.nomination_id = n.id
      order by t.id desc limit 1) m on true
      where ${ofYearsCounted(target, cycleId)} and k.state <> 'CANCELLED' and n.state = 'ATTENDED'
        and ${isOfPopulation(target.population)}
        and ${
          sourceOf(target) === 'certified'
            ? sql`exists (select from certificate c where c.nomination_id = n.id and c.state = 'VALID')`
            : sql`true`
        }`
  })
  const { rows } = await sql<Reached & { key: string }>`
    ${sql.join(counts, sql` union all `)}`.execute(tx)
  return new Map(rows.map(({ key, ...reached }) => [key, reached]))
}

/** Classes `k` of the target's year; of a term, those of its years so far. */
export function ofYearsCounted(target: PlannedTarget, cycleId: string): RawBuilder<boolean> {
  const { from, to } = yearsCounted(target, target)
  if (from === to) return sql`k.cycle_id = ${cycleId}`
  return sql`k.cycle_id in (select y.id from cycle y join cycle this on this.unit_id = y.unit_id
    where this.id = ${cycleId} and y.plan_year between ${from} and ${to})`
}

export function keyOf({ planType, code }: Pick<PlannedTarget, 'planType' | 'code'>): string {
  return `${planType}/${code}`
}

export type PastTarget = {
  code: string
  title: string
  planned: number | null
  done: number | null
  isNet: boolean
  measuredIn: string
}

/** What a year from before this system came with. */
export async function pastTargets(tx: Tx, cycleId: string): Promise<PastTarget[]> {
  const { rows } = await sql<PastTarget>`
    select code, title, planned::float8 as planned, done::float8 as done, coalesce(facts->>'from' = 'MOVEMENT', false) as is_net,
      coalesce(facts->>'measuredIn', '') as measured_in
    from year_result where cycle_id = ${cycleId} and kind = 'TARGET' order by code`.execute(tx)
  return rows
}
