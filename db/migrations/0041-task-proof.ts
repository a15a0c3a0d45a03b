import { type Kysely, sql } from 'kysely'

/**
 * A department's task says what it is about and whose it is by name; it is done once whoever gave
 * it has accepted a report with its proof. What was reported before then counts as accepted.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table revision_task
      -- somebody of the department; null: whoever of it comes first
      add column official_id uuid references official,
      add column comment_id uuid references comment,
      -- a place of the plan: 'CLAUSE II.1'
      add column place text,
      -- every place of the plan as it stood when the task was given, as hashes of its words
      add column as_given jsonb not null default '{}',
      add column withdrawn_by uuid references official,
      add column withdrawn_at timestamptz,
      add column withdrawn_because text,
      add check ((withdrawn_by is null) = (withdrawn_at is null)),
      add check ((withdrawn_by is null) = (withdrawn_because is null));

    create table revision_task_report (
      task_id uuid not null references revision_task,
      number integer not null check (number > 0),
      federation_id uuid not null references federation,
      result text not null,
      changed_places text[] not null default '{}',
      reported_by uuid not null references official,
      reported_at timestamptz not null default clock_timestamp(),
      is_accepted boolean,
      remark text,
      judged_by uuid references official,
      judged_at timestamptz,
      primary key (task_id, number),
      check ((is_accepted is null) = (judged_by is null)),
      check ((is_accepted is null) = (judged_at is null)),
      check (is_accepted is distinct from false or remark is not null)
    );
    -- one report waits at a time, and after an accepted one there is none
    create unique index revision_task_report_standing on revision_task_report (task_id)
      where is_accepted is distinct from false;
    insert into revision_task_report (task_id, number, federation_id, result, reported_by, reported_at,
        is_accepted, judged_by, judged_at)
      select id, 1, federation_id, coalesce(result, ''), done_by, done_at, true, assigned_by, done_at
      from revision_task where done_at is not null;
    alter table revision_task drop column result, drop column done_by, drop column done_at;

    create table revision_task_file (
      -- the upload it came by, so that attaching it twice attaches it once
      id uuid primary key,
      federation_id uuid not null references federation,
      task_id uuid not null references revision_task,
      -- the report it proves; null: still to be reported
      report integer,
      name text not null,
      kind text not null,
      size integer not null,
      sha256 text not null,
      attached_by uuid not null references official,
      attached_at timestamptz not null default clock_timestamp(),
      foreign key (task_id, report) references revision_task_report,
      foreign key (federation_id, sha256) references stored_file
    );
    create index revision_task_file_task on revision_task_file (task_id);
    create index revision_task_file_content on revision_task_file (federation_id, sha256);

    create table revision_task_reminder (
      task_id uuid not null references revision_task,
      moment text not null,
      federation_id uuid not null references federation,
      reminded_at timestamptz not null default clock_timestamp(),
      primary key (task_id, moment)
    );

    do $$
    declare t text;
    begin
      foreach t in array array['revision_task_report', 'revision_task_file', 'revision_task_reminder'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own_federation on %I as restrictive for all
          using (federation_id = (select app_federation()))', t);
        execute format('create policy of_the_offices on %I for all
          using ((select app_reaches_all())) with check ((select app_reaches_all()))', t);
        execute format('grant select on %I to training_api, training_worker', t);
      end loop;
    end $$;
    grant insert on revision_task_report to training_api;
    -- what was reported stays as it was; the judgement is added to it, once
    grant update (is_accepted, remark, judged_by, judged_at) on revision_task_report to training_api;
    grant insert, delete on revision_task_file to training_api;
    grant update (report) on revision_task_file to training_api;
    grant insert on revision_task_reminder to training_worker;

    alter policy seen_by_use on stored_file using (
      exists (select from upload u where u.federation_id = stored_file.federation_id
        and u.kept_sha256 = stored_file.sha256)
      or exists (select from answer_file f where f.federation_id = stored_file.federation_id
        and f.sha256 = stored_file.sha256)
      or exists (select from finding_photo p where p.federation_id = stored_file.federation_id
        and p.sha256 = stored_file.sha256)
      or exists (select from revision_task_file t where t.federation_id = stored_file.federation_id
        and t.sha256 = stored_file.sha256));

    create or replace function clear_files() returns integer language plpgsql security definer
      set search_path = public, pg_temp as $$
    declare cleared integer;
    begin
      delete from upload where touched_at < now() - interval '1 day';
      delete from stored_file s where wanted_at < now() - interval '1 day'
        and not exists (select from upload u where u.federation_id = s.federation_id and u.kept_sha256 = s.sha256)
        and not exists (select from answer_file f where f.federation_id = s.federation_id and f.sha256 = s.sha256)
        and not exists (select from finding_photo p where p.federation_id = s.federation_id and p.sha256 = s.sha256)
        and not exists (select from revision_task_file t where t.federation_id = s.federation_id and t.sha256 = s.sha256);
      get diagnostics cleared = row_count;
      return cleared;
    end $$;
  `.execute(db)
}
