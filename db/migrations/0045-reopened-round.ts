import { type Kysely, sql } from 'kysely'

/**
 * A second round asks the units of the first once more, on the next version of the drafts, and says
 * why. Once: no round is reopened twice.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table round add column reopens uuid references round unique,
      add column reopened_because text,
      add check ((reopens is null) = (reopened_because is null)),
      add check (reopens <> id);

    -- Whom the ribbon counts are the units of the last round; the comments are those of both, because
    -- the plan answers both.
    create or replace function round_standing(p_cycle uuid)
      returns table (invited integer, answered integer, comments integer, disposed integer)
      language sql stable security definer set search_path = public, pg_temp as $$
      select
        (select count(*)::integer from answer a where a.round_id = r.id and a.state <> 'EXCUSED'),
        (select count(*)::integer from answer a where a.round_id = r.id and a.state in ('SUBMITTED', 'COUNTED')),
        (select count(*)::integer from comment c where c.withdrawn_at is null
          and c.round_id in (select id from round where cycle_id = p_cycle)),
        (select count(*)::integer from disposition d
          where d.round_id in (select id from round where cycle_id = p_cycle))
      from round r where r.cycle_id = p_cycle and r.federation_id = app_federation()
      order by r.number desc limit 1
    $$;
  `.execute(db)
}
