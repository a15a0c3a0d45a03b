import { type Kysely, sql } from 'kysely'

/**
 * A unit asks for more time: a row with the day wanted and why, at most one that waits, and how it
 * ended. Both triggers exist because whoever ends a request may not see the other side's rows: a
 * president who signs ends a task of the department, an administrator who merges units ends both.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table extension_request (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      answer_id uuid not null references answer,
      wanted_on date not null,
      reason text not null,
      asked_by uuid not null references official,
      asked_at timestamptz not null default clock_timestamp(),
      outcome text not null default 'OPEN'
        check (outcome in ('OPEN', 'GRANTED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
      refused_because text,
      ended_by uuid references official,
      ended_at timestamptz,
      check ((outcome = 'OPEN') = (ended_at is null)),
      check ((outcome = 'REFUSED') = (refused_because is not null)),
      -- what lapses was ended by another deed, which says who
      check ((outcome in ('OPEN', 'LAPSED')) = (ended_by is null))
    );
    create unique index one_open_extension_request on extension_request (answer_id) where outcome = 'OPEN';
    create index extension_request_answer on extension_request (answer_id, asked_at desc);

    alter table extension_request enable row level security;
    alter table extension_request force row level security;
    create policy own_federation on extension_request as restrictive for all
      using (federation_id = (select app_federation()));
    create policy seen_by_unit_and_offices on extension_request for select using ((select app_reaches_all())
      or (select a.unit_path from answer a where a.id = answer_id) <@ any ((select app_paths())::ltree[]));
    create policy asked_by_unit on extension_request for insert with check (outcome = 'OPEN'
      and (select a.unit_path from answer a where a.id = answer_id) <@ any ((select app_paths())::ltree[]));
    -- What has ended is changed by nobody; a unit takes back, and cannot grant itself anything.
    create policy taken_back_by_unit on extension_request for update
      using (outcome = 'OPEN'
        and (select a.unit_path from answer a where a.id = answer_id) <@ any ((select app_paths())::ltree[]))
      with check (outcome = 'WITHDRAWN'
        and (select a.unit_path from answer a where a.id = answer_id) <@ any ((select app_paths())::ltree[]));
    create policy decided_by_offices on extension_request for update
      using (outcome = 'OPEN' and (select app_reaches_all()))
      with check (outcome in ('GRANTED', 'REFUSED', 'LAPSED') and (select app_reaches_all()));
    grant select, insert, update on extension_request to training_api, training_worker;

    -- Signed or excused, also by a merger: there is nothing left to have more time for. The close ends
    -- all requests of its round in one statement, not 127,000 answers one by one.
    create function lapse_extension_request() returns trigger language plpgsql security definer
      set search_path = public, pg_temp as $$
    begin
      update extension_request set outcome = 'LAPSED', ended_at = clock_timestamp()
        where answer_id = new.id and outcome = 'OPEN';
      return null;
    end $$;
    create trigger request_lapses after update of state on answer for each row
      when (old.state is distinct from new.state and new.state in ('SUBMITTED', 'EXCUSED'))
      execute function lapse_extension_request();

    create function end_extension_task() returns trigger language plpgsql security definer
      set search_path = public, pg_temp as $$
    begin
      update task set done_at = clock_timestamp(), ended_because = 'feedback.no-extension-asked'
        where object_type = 'answer' and object_id = new.answer_id and kind = 'feedback.decideExtension'
          and done_at is null;
      return null;
    end $$;
    create trigger task_ends after update of outcome on extension_request for each row
      when (old.outcome = 'OPEN' and new.outcome <> 'OPEN') execute function end_extension_task();
    revoke execute on function lapse_extension_request(), end_extension_task() from public;
  `.execute(db)
}
