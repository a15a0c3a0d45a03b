import { type Kysely, sql } from 'kysely'

/**
 * A unit has a row for every class that it may send people to; only those with seats were given
 * any, and they are what a page counts.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create or replace function class_counts(p_class uuid)
      returns table (quotas integer, units integer, nominating integer, approved integer, nominated integer,
        confirmed integer, waitlisted integer, asked integer, granted integer, refused integer, unanswered integer)
      language sql stable security definer set search_path = public, pg_temp as $$
      select q.quotas, q.units, n.units, q.approved, n.nominated, n.confirmed, n.waitlisted,
        n.asked, n.granted, n.refused, n.unanswered
      from (
        select coalesce(sum(seats - given_back), 0)::integer as quotas,
          (count(*) filter (where seats > given_back))::integer as units,
          count(approved_at)::integer as approved
        from class_quota where class_id = p_class and federation_id = app_federation()
      ) q, (
        select (count(distinct unit_id) filter (where state not in ('WITHDRAWN', 'REFUSED_BY_EMPLOYER')))::integer as units,
          (count(*) filter (where state not in ('WITHDRAWN', 'REFUSED_BY_EMPLOYER')))::integer as nominated,
          (count(*) filter (where state in ('CONFIRMED', 'ATTENDED', 'NO_SHOW')))::integer as confirmed,
          (count(*) filter (where state = 'WAITLISTED'))::integer as waitlisted,
          (count(*) filter (where release_state = 'ASKED'))::integer as asked,
          (count(*) filter (where release_state = 'GRANTED'))::integer as granted,
          (count(*) filter (where release_state = 'REFUSED'))::integer as refused,
          (count(*) filter (where release_state = 'NO_ANSWER'))::integer as unanswered
        from nomination where class_id = p_class and federation_id = app_federation()
      ) n
    $$;
  `.execute(db)
}
