import { type Kysely, sql } from 'kysely'

/** Photos of a visit: the team's own like its notes, seen by the unit when the minutes are drawn up. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table finding add column captions jsonb not null default '{}';

    create table finding_photo (
      -- the upload it came by, so that attaching it twice attaches it once
      id uuid primary key,
      federation_id uuid not null references federation,
      inspection_id uuid not null references inspection,
      criterion_id uuid not null references inspection_criterion,
      name text not null,
      kind text not null check (kind in ('jpeg', 'png')),
      size integer not null,
      sha256 text not null,
      taken_by uuid not null references official,
      attached_at timestamptz not null default clock_timestamp(),
      foreign key (federation_id, sha256) references stored_file
    );
    create index finding_photo_inspection on finding_photo (inspection_id);
    create index finding_photo_content on finding_photo (federation_id, sha256);
    alter table finding_photo enable row level security;
    alter table finding_photo force row level security;
    create policy own_federation on finding_photo as restrictive for all
      using (federation_id = (select app_federation()));
    create policy seen_after_minutes on finding_photo for select using (
      (select app_reaches_all()) or (app_is_inspected(inspection_id) and exists (
        select from inspection_minutes m where m.inspection_id = finding_photo.inspection_id)));
    create policy taken_by_team on finding_photo for insert with check (app_inspects(inspection_id));
    create policy removed_by_team on finding_photo for delete using (app_inspects(inspection_id));
    grant select, insert, delete on finding_photo to training_api;
    grant select on finding_photo to training_worker;

    alter policy seen_by_use on stored_file using (
      exists (select from upload u where u.federation_id = stored_file.federation_id
        and u.kept_sha256 = stored_file.sha256)
      or exists (select from answer_file f where f.federation_id = stored_file.federation_id
        and f.sha256 = stored_file.sha256)
      or exists (select from finding_photo p where p.federation_id = stored_file.federation_id
        and p.sha256 = stored_file.sha256));

    create or replace function clear_files() returns integer language plpgsql security definer
      set search_path = public, pg_temp as $$
    declare cleared integer;
    begin
      delete from upload where touched_at < now() - interval '1 day';
      delete from stored_file s where wanted_at < now() - interval '1 day'
        and not exists (select from upload u where u.federation_id = s.federation_id and u.kept_sha256 = s.sha256)
        and not exists (select from answer_file f where f.federation_id = s.federation_id and f.sha256 = s.sha256)
        and not exists (select from finding_photo p where p.federation_id = s.federation_id and p.sha256 = s.sha256);
      get diagnostics cleared = row_count;
      return cleared;
    end $$;
  `.execute(db)
}
