import { type Kysely, sql } from 'kysely'

/**
 * A form on paper has several pages, and a phone takes a picture of each. What stood in columns of
 * the entry becomes a row for each file, in the order of the pages.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table assisted_scan (
      -- the upload it came by
      id uuid not null,
      federation_id uuid not null references federation,
      entry_id uuid not null references assisted_entry,
      position integer not null check (position between 1 and 10),
      name text not null,
      kind text not null,
      size integer not null,
      sha256 text not null,
      primary key (entry_id, id),
      unique (entry_id, position) deferrable initially deferred,
      foreign key (federation_id, sha256) references stored_file
    );
    create index assisted_scan_content on assisted_scan (federation_id, sha256);
    insert into assisted_scan (id, federation_id, entry_id, position, name, kind, size, sha256)
      select gen_random_uuid(), federation_id, id, 1, scan_name, scan_kind, scan_size, scan_sha256
      from assisted_entry where scan_sha256 is not null;

    alter table assisted_scan enable row level security;
    alter table assisted_scan force row level security;
    create policy own_federation on assisted_scan as restrictive for all
      using (federation_id = (select app_federation()));
    -- whoever sees the entry; and it is put together while the department still writes it
    create policy seen_with_entry on assisted_scan for select using (
      exists (select from assisted_entry e where e.id = entry_id));
    create policy added_by_offices on assisted_scan for insert with check ((select app_reaches_all())
      and (select e.state from assisted_entry e where e.id = entry_id) = 'ENTERING');
    create policy put_in_order_by_offices on assisted_scan for update using ((select app_reaches_all())
      and (select e.state from assisted_entry e where e.id = entry_id) = 'ENTERING');
    create policy removed_by_offices on assisted_scan for delete using ((select app_reaches_all())
      and (select e.state from assisted_entry e where e.id = entry_id) = 'ENTERING');
    grant select on assisted_scan to training_api, training_worker;
    grant insert, delete on assisted_scan to training_api;
    grant update (position) on assisted_scan to training_api;

    alter policy seen_by_entry on stored_file using (
      exists (select from assisted_scan s where s.federation_id = stored_file.federation_id
        and s.sha256 = stored_file.sha256));
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
        and not exists (select from assisted_scan e where e.federation_id = s.federation_id and e.sha256 = s.sha256);
      get diagnostics cleared = row_count;
      return cleared;
    end $$;
    alter table assisted_entry drop column scan_name, drop column scan_kind, drop column scan_size,
      drop column scan_sha256;
  `.execute(db)
}
