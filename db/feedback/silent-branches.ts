import { sql } from 'kysely'
import type { Tx } from '../database.ts'
import { linkOf } from './round-link.ts'
import type { RoundRow } from './round.ts'

export type Summary = { eventKey: string; dueOn: string; daysLeft: number }

/**
 * Each superior is told whom of its own branch the round still waits for: the federation's
 * departments, and between them and the grassroots the unit above. One letter a person, one statement.
 */
export async function tellSuperiors(tx: Tx, round: RoundRow, summary: Summary): Promise<void> {
  const { eventKey, ...due } = summary
  await sql`
    with branch as (
      select u.parent_id as unit_id, count(*)::integer as units,
        string_agg(u.name, '; ' order by u.place) filter (where u.place <= ${NAMED}) as names
      from (
        select p.parent_id, p.name, row_number() over (
          partition by p.parent_id order by p.code collate vi_natural) as place
        from answer a join unit p on p.id = a.unit_id
        where a.round_id = ${round.id}
          and a.state not in ('SUBMITTED', 'COUNTED', 'NO_ANSWER', 'EXCUSED')
      ) u
      where u.parent_id is not null
      group by u.parent_id
    )
    insert into letter (federation_id, official_id, unit_id, event_key, text_key, params, link)
    select distinct on (g.official_id) g.federation_id, g.official_id, g.unit_id, ${eventKey},
      'feedback.letters.stillSilent',
      ${JSON.stringify({ planYear: round.planYear, ...due })}::jsonb || jsonb_build_object(
        'units', b.units, 'names', b.names || case when b.units > ${NAMED} then '; …' else '' end),
      ${linkOf(round)}
    from role_grant g join branch b on b.unit_id = g.unit_id
    where g.federation_id = ${round.federationId}
      and g.role in ('departmentHead', 'departmentDrafter', 'unitHead', 'unitDrafter')
      and g.since <= current_date and (g.until is null or g.until >= current_date)
    on conflict do nothing`.execute(tx)
}

/** So many are named in the letter; the board has them all. */
const NAMED = 5
