import { type Kysely, sql } from 'kysely'

/**
 * What a unit sent on paper, entered by the department ("nhập hộ"). It stands apart from the unit's
 * draft, which stays the unit's own, and the fence lets the offices bring it no further than before
 * the unit: only the unit makes an answer of it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table assisted_entry (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      answer_id uuid not null references answer,
      state text not null default 'ENTERING'
        check (state in ('ENTERING', 'OFFERED', 'CONFIRMED', 'REFUSED', 'TAKEN_OVER', 'LAPSED')),
      form jsonb not null,
      revision integer not null default 1,
      -- which paper, in the words of who entered it
      paper text not null default '',
      scan_name text,
      scan_kind text,
      scan_size integer,
      scan_sha256 text,
      entered_by uuid not null references official,
      -- as written then: the fence hides the people of the offices from a unit
      entered_by_name text not null,
      begun_at timestamptz not null default clock_timestamp(),
      saved_at timestamptz not null default clock_timestamp(),
      offered_at timestamptz,
      ended_by uuid references official,
      ended_at timestamptz,
      because text,
      -- the version of the answer that it was signed as
      version integer,
      check (state in ('ENTERING', 'LAPSED') or offered_at is not null),
      check ((state = 'CONFIRMED') = (version is not null)),
      check (num_nulls(scan_name, scan_kind, scan_size, scan_sha256) in (0, 4)),
      foreign key (federation_id, scan_sha256) references stored_file,
      foreign key (answer_id, version) references answer_version deferrable initially deferred
    );
    create unique index one_live_assisted_entry on assisted_entry (answer_id)
      where state in ('ENTERING', 'OFFERED');
    create index assisted_entry_answer on assisted_entry (answer_id, begun_at desc);
    create index assisted_entry_content on assisted_entry (federation_id, scan_sha256);

    alter table assisted_entry enable row level security;
    alter table assisted_entry force row level security;
    create policy own_federation on assisted_entry as restrictive for all
      using (federation_id = (select app_federation()));
    create policy of_the_offices on assisted_entry for select using ((select app_reaches_all()));
    create policy seen_once_offered on assisted_entry for select using (state <> 'ENTERING'
      and offered_at is not null
      and (select a.unit_path from answer a where a.id = answer_id) <@ any ((select app_paths())::ltree[]));
    create policy begun_by_offices on assisted_entry for insert
      with check ((select app_reaches_all()) and state = 'ENTERING');
    create policy offered_by_offices on assisted_entry for update
      using ((select app_reaches_all()) and state in ('ENTERING', 'OFFERED'))
      with check ((select app_reaches_all()) and state in ('ENTERING', 'OFFERED', 'LAPSED'));
    create policy decided_by_unit on assisted_entry for update
      using (state = 'OFFERED'
        and (select a.unit_path from answer a where a.id = answer_id) <@ any ((select app_paths())::ltree[]))
      with check (state in ('CONFIRMED', 'REFUSED', 'TAKEN_OVER')
        and (select a.unit_path from answer a where a.id = answer_id) <@ any ((select app_paths())::ltree[]));
    grant select, insert, update on assisted_entry to training_api;
    grant select, update on assisted_entry to training_worker;

    -- Signed as the unit's own, or excused: there is nothing left to confirm. The close ends all of
    -- its round in one statement.
    create function lapse_assisted_entry() returns trigger language plpgsql security definer
      set search_path = public, pg_temp as $$
    begin
      update assisted_entry set state = 'LAPSED', ended_at = clock_timestamp()
        where answer_id = new.id and state in ('ENTERING', 'OFFERED');
      if found then
        update task set done_at = clock_timestamp(), ended_because = 'feedback.entry-lapsed'
          where object_type = 'answer' and object_id = new.id and kind = 'feedback.confirmEntry'
            and done_at is null;
      end if;
      return null;
    end $$;
    create trigger entry_lapses after update of state on answer for each row
      when (old.state is distinct from new.state and new.state in ('SUBMITTED', 'EXCUSED'))
      execute function lapse_assisted_entry();
    revoke execute on function lapse_assisted_entry() from public;

    create policy seen_by_entry on stored_file for select using (
      exists (select from assisted_entry e where e.federation_id = stored_file.federation_id
        and e.scan_sha256 = stored_file.sha256));
    create or replace function clear_files() returns integer language plpgsql security definer
      set search_path = public, pg_temp as $$
    declare cleared integer;
    begin
      delete from upload where touched_at < now() - interval '1 day';
      delete from stored_file s where wanted_at < now() - interval '1 day'
        and not exists (select from upload u where u.federation_id = s.federation_id and u.kept_sha256 = s.sha256)
        and not exists (select from answer_file f where f.federation_id = s.federation_id and f.sha256 = s.sha256)
        and not exists (select from finding_photo p where p.federation_id = s.federation_id and p.sha256 = s.sha256)
        and not exists (select from revision_task_file t where t.federation_id = s.federation_id and t.sha256 = s.sha256)
        and not exists (select from assisted_entry e where e.federation_id = s.federation_id
          and e.scan_sha256 = s.sha256);
      get diagnostics cleared = row_count;
      return cleared;
    end $$;
  `.execute(db)
}
