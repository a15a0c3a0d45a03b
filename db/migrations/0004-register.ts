import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- One row per Idempotency-Key: what was asked, by whom, and the reply given to every repetition.
    create table command (
      key uuid primary key,
      federation_id uuid not null references federation,
      account_id uuid not null,
      route text not null,
      deed text not null,
      input jsonb not null,
      input_sha256 text not null,
      trace text not null,
      reply jsonb,
      -- what the waiting process learns of it; told again when the process lost its answer
      process jsonb,
      asked_at timestamptz not null default clock_timestamp(),
      done_at timestamptz
    );
    create index command_age on command (asked_at);

    create table register_entry (
      id bigint generated always as identity primary key,
      federation_id uuid not null references federation,
      at timestamptz not null default clock_timestamp(),
      account_id uuid,
      official_id uuid,
      actor_name text not null,
      role text,
      acting_for uuid,
      deed text not null,
      object_type text not null,
      object_id uuid not null,
      object_revision integer,
      cycle_id uuid,
      unit_id uuid,
      facts jsonb not null default '{}',
      content_sha256 text not null,
      trace text not null,
      -- @NOTE one deed leaves one entry a key; a system deed has a key made of its process and step
      key text not null unique
    );
    create index register_object on register_entry (object_type, object_id, id desc);
    create index register_cycle on register_entry (cycle_id, id desc);

    create table seal (
      federation_id uuid not null references federation,
      seq bigint not null,
      entry_id bigint not null unique references register_entry,
      previous text not null,
      hash text not null,
      sealed_at timestamptz not null default clock_timestamp(),
      primary key (federation_id, seq)
    );

    -- The outbox and the bell in one: what is told to whom. One letter per event and person.
    create table letter (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      event_key text not null,
      official_id uuid not null references official,
      unit_id uuid references unit,
      text_key text not null,
      params jsonb not null default '{}',
      link text not null,
      created_at timestamptz not null default clock_timestamp(),
      read_at timestamptz,
      sent_at timestamptz,
      tries integer not null default 0,
      next_try_at timestamptz not null default clock_timestamp(),
      last_error text,
      unique (event_key, official_id)
    );
    create index letter_mine on letter (official_id, created_at desc, id);
    create index letter_waiting on letter (next_try_at) where sent_at is null;

    -- What waits for whom. Written in the transaction of the deed that makes it wait.
    create table task (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      cycle_id uuid,
      kind text not null,
      object_type text not null,
      object_id uuid not null,
      role text not null,
      unit_id uuid not null references unit,
      department_id uuid references department,
      official_id uuid references official,
      params jsonb not null default '{}',
      link text not null,
      due_at timestamptz,
      opened_at timestamptz not null default clock_timestamp(),
      done_at timestamptz,
      done_by uuid references official,
      ended_because text
    );
    -- @NOTE one open task per thing and addressee: doing a step twice must not fill the inbox twice
    create unique index one_open_task on task
      (kind, object_id, role, unit_id, coalesce(official_id, '00000000-0000-0000-0000-000000000000'))
      where done_at is null;
    create index task_waiting on task (unit_id, role) where done_at is null;
    create index task_object on task (object_type, object_id) where done_at is null;
    create index task_done on task (done_by, done_at desc) where done_at is not null;

    -- A process asked for in the same transaction as the row it belongs to; a relay starts it.
    create table process_request (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      workflow_type text not null,
      workflow_id text not null,
      message text not null check (message in ('start', 'signal')),
      name text not null,
      input jsonb not null,
      key text not null unique,
      asked_at timestamptz not null default clock_timestamp(),
      done_at timestamptz,
      tries integer not null default 0,
      last_error text
    );
    create index process_request_open on process_request (asked_at) where done_at is null;

    -- A worker that polls says so every two seconds; the health page believes nothing else.
    create table worker_beat (
      worker text primary key,
      at timestamptz not null default clock_timestamp()
    );

    create table attention (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      workflow_id text not null,
      step text not null,
      error text not null,
      raised_at timestamptz not null default clock_timestamp(),
      resolution text check (resolution in ('RETRY', 'SKIP')),
      resolved_at timestamptz,
      resolved_by uuid references official
    );

    create table job (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      kind text not null,
      object_id uuid not null,
      state text not null default 'WAITING' check (state in ('WAITING', 'RUNNING', 'DONE', 'CANCELLED')),
      asked_by uuid references official,
      asked_at timestamptz not null default clock_timestamp(),
      finished_at timestamptz
    );
    create table job_item (
      job_id uuid not null references job,
      item_id uuid not null,
      federation_id uuid not null references federation,
      state text not null default 'WAITING' check (state in ('WAITING', 'DONE', 'FAILED')),
      error text,
      done_at timestamptz,
      primary key (job_id, item_id)
    );
    create index job_item_waiting on job_item (job_id) where state = 'WAITING';
  `.execute(db)
}
