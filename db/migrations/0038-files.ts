import { type Kysely, sql } from 'kysely'

/**
 * Files lie in the database under the hash of their bytes: one copy a federation, in the same
 * transaction, fence and backup as the words they belong to. On their way in they are pieces that
 * only their sender sees; kept, they are seen by whoever sees something that they are attached to.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table stored_file (
      federation_id uuid not null references federation,
      sha256 text not null,
      kind text not null check (kind in ('pdf', 'docx', 'xlsx', 'jpeg', 'png')),
      size integer not null,
      bytes bytea not null,
      -- @NOTE when it was last wanted by an upload; nothing younger than a day is cleared
      wanted_at timestamptz not null default clock_timestamp(),
      primary key (federation_id, sha256),
      -- what lies under a hash has that hash, whoever wrote it
      constraint as_its_hash_says check (sha256 = encode(sha256(bytes), 'hex')),
      constraint as_long_as_it_says check (size = length(bytes) and size between 1 and 10485760)
    );
    -- not compressed again, so that a slice is read without reading the whole
    alter table stored_file alter column bytes set storage external;

    create table upload (
      id uuid primary key,
      federation_id uuid not null references federation,
      official_id uuid not null references official,
      name text not null,
      size integer not null check (size between 1 and 10485760),
      -- what the sender says; a browser without https cannot
      sha256 text,
      received integer not null default 0 check (received between 0 and size),
      -- what it became: the bytes as they are kept, or why it was not taken
      kept_sha256 text,
      refused_because text,
      begun_at timestamptz not null default clock_timestamp(),
      touched_at timestamptz not null default clock_timestamp(),
      check (kept_sha256 is null or refused_because is null),
      foreign key (federation_id, kept_sha256) references stored_file deferrable initially deferred
    );
    create index upload_of_official on upload (official_id);
    create index upload_by_age on upload (touched_at);
    create index upload_by_content on upload (federation_id, kept_sha256);
    create table upload_piece (
      upload_id uuid not null references upload on delete cascade,
      federation_id uuid not null references federation,
      starts_at integer not null,
      bytes bytea not null check (length(bytes) between 1 and 1048576),
      primary key (upload_id, starts_at)
    );
    alter table upload_piece alter column bytes set storage external;

    create table answer_file (
      -- the upload it came by, so that attaching it twice attaches it once
      id uuid primary key,
      federation_id uuid not null references federation,
      answer_id uuid not null references answer,
      unit_id uuid not null references unit,
      -- the place of the drafts it belongs to; null: the answer as a whole
      place text,
      name text not null,
      kind text not null,
      size integer not null,
      sha256 text not null,
      attached_by uuid not null references official,
      attached_at timestamptz not null default clock_timestamp(),
      removed_at timestamptz,
      foreign key (federation_id, sha256) references stored_file
    );
    create index answer_file_answer on answer_file (answer_id);
    create index answer_file_content on answer_file (federation_id, sha256);
    -- Which files a signed version was signed with.
    create table answer_version_file (
      answer_id uuid not null,
      version integer not null,
      file_id uuid not null references answer_file,
      federation_id uuid not null references federation,
      primary key (answer_id, version, file_id),
      foreign key (answer_id, version) references answer_version
    );
    create index answer_version_file_file on answer_version_file (file_id);

    do $$
    declare t text;
    begin
      foreach t in array array['stored_file', 'upload', 'upload_piece', 'answer_file', 'answer_version_file'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own_federation on %I as restrictive for all
          using (federation_id = (select app_federation()))', t);
      end loop;
    end $$;

    create policy of_the_sender on upload for all using (official_id = (select app_official()))
      with check (official_id = (select app_official()));
    create policy of_the_sender on upload_piece for all
      using ((select u.official_id from upload u where u.id = upload_id) = (select app_official()))
      with check ((select u.official_id from upload u where u.id = upload_id) = (select app_official()));

    -- A file is the unit's own until it is signed; then it is seen like the answer it was signed with.
    create policy of_the_unit on answer_file for all
      using ((select u.path from unit u where u.id = unit_id) = any ((select app_paths())::ltree[]))
      with check ((select u.path from unit u where u.id = unit_id) = any ((select app_paths())::ltree[]));
    create policy seen_when_signed on answer_version_file for select using (exists (
      select from answer_version v where v.answer_id = answer_version_file.answer_id
        and v.version = answer_version_file.version));
    create policy signed_by_unit on answer_version_file for insert with check (
      (select u.path from answer a join unit u on u.id = a.unit_id where a.id = answer_id)
        = any ((select app_paths())::ltree[]));
    create policy seen_when_signed on answer_file for select using (exists (
      select from answer_version_file f join answer_version v on v.answer_id = f.answer_id and v.version = f.version
      where f.file_id = answer_file.id and v.withdrawn_at is null));

    -- Bytes have no owner: who sees a use of them sees them, and their sender while they are new.
    create policy seen_by_use on stored_file for select using (
      exists (select from upload u where u.federation_id = stored_file.federation_id
        and u.kept_sha256 = stored_file.sha256)
      or exists (select from answer_file f where f.federation_id = stored_file.federation_id
        and f.sha256 = stored_file.sha256));
    create policy kept_by_sender on stored_file for insert with check (
      exists (select from upload u where u.federation_id = stored_file.federation_id
        and u.kept_sha256 = stored_file.sha256));
    create policy wanted_by_sender on stored_file for update using (
      exists (select from upload u where u.federation_id = stored_file.federation_id
        and u.kept_sha256 = stored_file.sha256));

    grant select, insert, update on upload to training_api;
    grant select, insert, delete on upload_piece to training_api;
    grant select, insert on stored_file to training_api;
    grant update (wanted_at) on stored_file to training_api;
    grant select, insert, delete on answer_file to training_api;
    grant update (removed_at) on answer_file to training_api;
    grant select, insert on answer_version_file to training_api;

    -- What was begun and left lying, and bytes that nothing uses any more. Held by any use it stays:
    -- the references say so, whatever is counted here.
    create function clear_files() returns integer language plpgsql security definer
      set search_path = public, pg_temp as $$
    declare cleared integer;
    begin
      delete from upload where touched_at < now() - interval '1 day';
      delete from stored_file s where wanted_at < now() - interval '1 day'
        and not exists (select from upload u where u.federation_id = s.federation_id and u.kept_sha256 = s.sha256)
        and not exists (select from answer_file f where f.federation_id = s.federation_id and f.sha256 = s.sha256);
      get diagnostics cleared = row_count;
      return cleared;
    end $$;
    revoke execute on function clear_files() from public;
    grant execute on function clear_files() to training_worker;
  `.execute(db)
}
