import { sql } from 'kysely'
import type { Tx } from '../database.ts'

/**
 * Takes a plan's text over, and lays that text, its figures and what came of them beside each
 * line. Set-based: six statements for a plan of any size.
 */
export async function copyText(tx: Tx, { from, to }: { from: string; to: string }): Promise<void> {
  await sql`
    insert into legal_basis (federation_id, plan_id, position, doc_type, number, issued_on, issuer, abstract)
    select federation_id, ${to}, position, doc_type, number, issued_on, issuer, abstract
    from legal_basis where plan_id = ${from}`.execute(tx)
  await sql`
    insert into clause (federation_id, plan_id, code, position, section, heading, text, last_year_text)
    select federation_id, ${to}, code, position, section, heading, text, text
    from clause where plan_id = ${from}`.execute(tx)
  await copyTargets(tx, from, to)
  await copyAllocations(tx, from, to)
  await copyLines(tx, from, to)
}

/** A denominator is frozen anew each year, so it is not taken over. */
async function copyTargets(tx: Tx, from: string, to: string): Promise<void> {
  await sql`
    insert into target (federation_id, plan_id, code, clause_code, position, text, kind, value, min_value,
      max_value, formula, measured_in, measure, period, population, is_allocated,
      last_year_text, last_year_value, last_year_done)
    select t.federation_id, ${to}, t.code, t.clause_code, t.position, t.text, t.kind, t.value, t.min_value,
      t.max_value, t.formula, t.measured_in, t.measure, t.period, t.population, t.is_allocated,
      t.text, coalesce(t.value, t.min_value, t.max_value), r.done
    from target t
    join plan p on p.id = t.plan_id
    left join year_result r on r.cycle_id = p.cycle_id and r.kind = 'TARGET' and r.code = t.code
    where t.plan_id = ${from}`.execute(tx)
}

/** The share of a union that has ended since is offered to its successor. */
async function copyAllocations(tx: Tx, from: string, to: string): Promise<void> {
  await sql`
    insert into allocation (target_id, unit_id, federation_id, value, last_year_value, last_year_done)
    select mine.id, heir.id, a.federation_id, sum(a.value), sum(a.value), null
    from allocation a
    join target theirs on theirs.id = a.target_id and theirs.plan_id = ${from}
    join target mine on mine.plan_id = ${to} and mine.code = theirs.code
    join unit u on u.id = a.unit_id
    left join lateral (
      select s.successor_id from unit_succession s
      where s.unit_id = u.id and u.valid_to < current_date order by s.since, s.successor_id limit 1
    ) s on true
    join unit heir on heir.id = coalesce(s.successor_id, u.id)
      and (heir.valid_to is null or heir.valid_to >= current_date)
    group by mine.id, heir.id, a.federation_id`.execute(tx)
}

async function copyLines(tx: Tx, from: string, to: string): Promise<void> {
  await sql`
    insert into class_line (federation_id, plan_id, code, position, topic, audience, delivery_form, days, seats,
      month, venue, lead_unit, coordinating_unit, budget_dong,
      last_year_seats, last_year_done, last_year_budget_dong)
    select l.federation_id, ${to}, l.code, l.position, l.topic, l.audience, l.delivery_form, l.days, l.seats,
      l.month, l.venue, l.lead_unit, l.coordinating_unit, l.budget_dong,
      l.seats, r.done::integer, l.budget_dong
    from class_line l
    join plan p on p.id = l.plan_id
    left join year_result r on r.cycle_id = p.cycle_id and r.kind = 'CLASS' and r.code = l.code
    where l.plan_id = ${from}`.execute(tx)
}
