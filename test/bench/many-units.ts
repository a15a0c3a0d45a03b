import { randomUUID } from 'node:crypto'
import { withClient } from '../../local/postgres-client.ts'
import type { SmallFederation } from '../setup/small-federation.ts'

/** Immediate-upper unions with two key-holders each, in the numbers of a whole country. */
export function addUnits(
  ownerUrl: string,
  { federationId, top }: SmallFederation,
  count: number,
): Promise<void> {
  return withClient(ownerUrl, async (client) => {
    await client.query(
      `insert into unit (federation_id, parent_id, code, name, level, kind, path, symbol, valid_from)
       select $1, $2, 'U' || lpad(n::text, 6, '0'), 'Công đoàn phường Số ' || n, 'IMMEDIATE_UPPER',
         'WARD_UNION', ('ht.v' || n)::ltree, 'LĐLĐ', '2025-07-01'
       from generate_series(1, $3::integer) n`,
      [federationId, top.id, count],
    )
    await client.query(
      `with held as (
         insert into official (federation_id, unit_id, unit_path, full_name, sort_name, sex, birth_year,
           employment, level, position)
         select u.federation_id, u.id, u.path, 'Hoàng Thị Lụa', 'lụa', 'F', 1980, 'FULL_TIME',
           'IMMEDIATE_UPPER', case key when 1 then 'SPECIALIST' else 'PRESIDENT' end
         from unit u, generate_series(1, 2) key where u.parent_id = $1
         returning id, federation_id, unit_id, position
       )
       insert into role_grant (federation_id, official_id, role, unit_id, since)
       select federation_id, id, case position when 'SPECIALIST' then 'unitDrafter' else 'unitHead' end,
         unit_id, '2025-07-01' from held`,
      [top.id],
    )
    await client.query('vacuum analyze unit, official, role_grant')
  })
}

/** Each opening needs a year of its own, because a unit owes one answer a round. */
export function addRound(
  ownerUrl: string,
  { federationId, top, departmentId }: SmallFederation,
  planYear: number,
): Promise<{ roundId: string; processId: string }> {
  const [cycleId, roundId] = [randomUUID(), randomUUID()]
  const processId = `cycle/${cycleId}/consultation/1`
  return withClient(ownerUrl, async (client) => {
    await client.query(
      `insert into cycle (id, federation_id, unit_id, plan_year, phase, process_id, opened_at)
       values ($1, $2, $3, $4, 'feedback', $5, now())`,
      [cycleId, federationId, top.id, planYear, `cycle/${cycleId}`],
    )
    await client.query(
      `insert into round (id, federation_id, cycle_id, number, process_id, opens_at, due_at, grace_until)
       values ($1, $2, $3, 1, $4, now(), now() + interval '10 days', now() + interval '12 days')`,
      [roundId, federationId, cycleId, processId],
    )
    await client.query(draft, [federationId, cycleId, top.id, planYear, departmentId, roundId])
    return { roundId, processId }
  })
}

/** A round is about a draft; how long it is matters to nobody here. */
const draft = `
  with plan as (
    insert into plan (federation_id, cycle_id, unit_id, plan_type, plan_year, title, state,
      department_id, published_version)
    values ($1, $2, $3, 'TRAINING', $4, 'Kế hoạch', 'CONSULTING', $5, 1) returning id, federation_id
  ), version as (
    insert into plan_version (plan_id, version, federation_id, content, content_sha256)
    select id, 1, federation_id, '{}', 'bench' from plan returning plan_id, federation_id
  )
  insert into round_plan (round_id, plan_id, version, federation_id)
  select $6, plan_id, 1, federation_id from version`
