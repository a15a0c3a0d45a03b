import { type Kysely, sql } from 'kysely'

/** What the way from a line to the running class needs beside the tables of 0020. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table training_class
      add column nominations_open_at timestamptz,
      -- when a wait was really over, by the timer or early
      add column nominations_closed_at timestamptz,
      add column releases_closed_at timestamptz,
      -- first and last day of the sessions, so that the list of a year is one index walk
      add column starts_on date,
      add column ends_on date,
      -- how often the dates were changed since the calendar files went out (SEQUENCE)
      add column calendar_sequence integer not null default 0,
      add column folded text generated always as (fold(code || ' ' || title || ' ' || topic)) stored;
    create index training_class_by_day on training_class
      (federation_id, cycle_id, (starts_on - date '2000-01-01'), id);
    create index training_class_folded on training_class using gin (folded gin_trgm_ops);

    -- A task is about one thing, and the thing a unit works on is its own part of a class.
    alter table class_quota add column id uuid not null default gen_random_uuid() unique;

    -- A unit may not change a class, and yet what it does must hold it still: nobody takes the last
    -- seat, or fixes the list, in the middle of it.
    create function hold_class(p_class uuid) returns void language plpgsql security definer
      set search_path = public, pg_temp as $$
    begin
      perform from training_class c where c.id = p_class and c.federation_id = app_federation() for update;
    end $$;

    -- When somebody of mine sits in another class, whichever unit sent them there.
    create function busy_times(p_officials uuid[])
      returns table (official_id uuid, class_id uuid, code text, title text, starts_at timestamptz, ends_at timestamptz)
      language sql stable security definer set search_path = public, pg_temp as $$
      select n.official_id, c.id, c.code, c.title, s.starts_at, s.ends_at
      from nomination n
      join official o on o.id = n.official_id
      join training_class c on c.id = n.class_id
      join class_session s on s.class_id = c.id
      where n.official_id = any (p_officials) and n.federation_id = app_federation()
        and n.state in ('PROPOSED', 'UNIT_APPROVED', 'RELEASE_PENDING', 'CONFIRMED', 'WAITLISTED')
        and c.state in ('PLANNED', 'OPEN_FOR_NOMINATION', 'LIST_FIXED', 'RUNNING')
        and (app_reaches_all() or o.unit_path <@ any (app_paths()) or o.id = app_official())
    $$;

    -- Figures of a class for everybody: how many seats are spoken for, never by whom.
    create function class_counts(p_class uuid)
      returns table (quotas integer, units integer, nominating integer, approved integer, nominated integer,
        confirmed integer, waitlisted integer, asked integer, granted integer, refused integer, unanswered integer)
      language sql stable security definer set search_path = public, pg_temp as $$
      select q.quotas, q.units, n.units, q.approved, n.nominated, n.confirmed, n.waitlisted,
        n.asked, n.granted, n.refused, n.unanswered
      from (
        select coalesce(sum(seats - given_back), 0)::integer as quotas, count(*)::integer as units,
          count(approved_at)::integer as approved
        from class_quota where class_id = p_class and federation_id = app_federation()
      ) q, (
        select count(distinct unit_id)::integer as units,
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

    revoke execute on function hold_class(uuid), busy_times(uuid[]), class_counts(uuid) from public;
    grant execute on function hold_class(uuid), busy_times(uuid[]), class_counts(uuid)
      to training_api, training_worker;
  `.execute(db)
}
