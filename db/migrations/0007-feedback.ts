import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table round (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      cycle_id uuid not null references cycle,
      number integer not null,
      process_id text not null unique,
      state text not null default 'OPEN' check (state in ('OPEN', 'CLOSED')),
      opens_at timestamptz not null,
      due_at timestamptz not null,
      grace_days integer not null default 2,
      -- @NOTE the instant until which a late answer of a unit without extension is still taken
      grace_until timestamptz not null,
      closed_at timestamptz,
      closed_because text,
      revision integer not null default 1,
      unique (cycle_id, number)
    );
    create table round_plan (
      round_id uuid not null references round,
      plan_id uuid not null,
      version integer not null,
      federation_id uuid not null references federation,
      primary key (round_id, plan_id),
      foreign key (plan_id, version) references plan_version
    );

    create table answer (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      round_id uuid not null references round,
      unit_id uuid not null references unit,
      unit_path ltree not null,
      number text not null,
      state text not null default 'NOT_OPENED',
      opened_at timestamptz,
      read_at timestamptz,
      written_at timestamptz,
      sent_on_by uuid references official,
      sent_on_at timestamptz,
      returned_because text,
      submitted_at timestamptz,
      is_late boolean not null default false,
      version integer not null default 0,
      comment_count integer not null default 0,
      revision integer not null default 1,
      unique (round_id, unit_id),
      unique (federation_id, number)
    );
    create index answer_by_state on answer (round_id, state);

    -- The text while it is being written stands apart: a superior sees the state, never the draft.
    create table answer_form (
      answer_id uuid primary key references answer,
      federation_id uuid not null references federation,
      unit_id uuid not null references unit,
      form jsonb not null default '{}',
      revision integer not null default 1,
      saved_at timestamptz not null default clock_timestamp(),
      saved_by uuid references official
    );

    create table answer_version (
      answer_id uuid not null references answer,
      version integer not null,
      federation_id uuid not null references federation,
      unit_id uuid not null references unit,
      form jsonb not null,
      content_sha256 text not null,
      signed_by uuid not null references official,
      signed_for uuid references official,
      signed_at timestamptz not null default clock_timestamp(),
      is_late boolean not null,
      withdrawn_at timestamptz,
      withdrawn_by uuid references official,
      primary key (answer_id, version)
    );
    -- @NOTE one effective submission per round and unit, whatever races
    create unique index one_effective_version on answer_version (answer_id) where withdrawn_at is null;

    create table stance (
      answer_id uuid not null,
      version integer not null,
      plan_id uuid not null references plan,
      federation_id uuid not null references federation,
      unit_id uuid not null references unit,
      stance text not null check (stance in ('AGREE', 'AGREE_IN_PRINCIPLE', 'DISAGREE', 'NO_OPINION')),
      remark text,
      primary key (answer_id, version, plan_id),
      foreign key (answer_id, version) references answer_version
    );

    create table comment (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      answer_id uuid not null,
      version integer not null,
      round_id uuid not null references round,
      unit_id uuid not null references unit,
      plan_id uuid not null references plan,
      position integer not null,
      place_kind text not null check (place_kind in ('CLAUSE', 'TARGET', 'LINE', 'GENERAL')),
      place_code text,
      kind text not null check (kind in ('DIFFICULTY', 'PROPOSAL', 'CORRECTION', 'QUESTION')),
      text text not null,
      suggested_text text,
      withdrawn_at timestamptz,
      foreign key (answer_id, version) references answer_version,
      unique (answer_id, version, position)
    );
    create index comment_round on comment (round_id, plan_id, place_kind, place_code) where withdrawn_at is null;

    create table target_request (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      answer_id uuid not null,
      version integer not null,
      round_id uuid not null references round,
      unit_id uuid not null references unit,
      plan_id uuid not null references plan,
      target_code text not null,
      assigned numeric not null,
      requested numeric not null check (requested >= 0),
      reason text not null check (reason in ('ORG_CHANGE', 'NO_PEOPLE', 'BUDGET', 'EMPLOYER', 'SECTOR', 'OTHER')),
      particularity text not null,
      feasibility text not null,
      commitment text,
      withdrawn_at timestamptz,
      foreign key (answer_id, version) references answer_version,
      unique (answer_id, version, plan_id, target_code)
    );
    create index target_request_round on target_request (round_id) where withdrawn_at is null;

    create table extension (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      round_id uuid not null references round,
      unit_id uuid not null references unit,
      due_at timestamptz not null,
      reason text not null,
      granted_by uuid not null references official,
      granted_at timestamptz not null default clock_timestamp()
    );
    create index extension_unit on extension (round_id, unit_id, due_at desc);

    create table reminder (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      round_id uuid not null references round,
      unit_id uuid not null references unit,
      text text not null,
      sent_by uuid references official,
      sent_at timestamptz not null default clock_timestamp()
    );
    create index reminder_unit on reminder (round_id, unit_id, sent_at desc);
  `.execute(db)
}
