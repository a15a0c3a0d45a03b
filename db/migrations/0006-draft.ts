import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table plan (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      cycle_id uuid not null references cycle,
      unit_id uuid not null references unit,
      plan_type text not null check (plan_type in ('TRAINING', 'MEMBERSHIP_DEVELOPMENT')),
      plan_year integer not null,
      title text not null,
      state text not null,
      department_id uuid references department,
      drafted_by uuid references official,
      copied_from uuid references plan,
      term text,
      headline_classes integer,
      headline_trainees integer,
      recipients text[] not null default '{}',
      signing_capacity text not null default 'ON_BEHALF_OF_COLLECTIVE',
      published_version integer not null default 0,
      approval_number integer not null default 0,
      returned_because text,
      revision integer not null default 1,
      created_at timestamptz not null default clock_timestamp(),
      unique (cycle_id, plan_type)
    );

    create table legal_basis (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      plan_id uuid not null references plan,
      position integer not null,
      doc_type text not null,
      number text,
      issued_on date,
      issuer text,
      abstract text not null,
      revision integer not null default 1
    );
    create index legal_basis_plan on legal_basis (plan_id, position);

    create table clause (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      plan_id uuid not null references plan,
      -- @NOTE 'II.3': comments, changes and differences between versions hang on it, not on the row
      code text not null,
      position integer not null,
      section text not null,
      heading text not null,
      text text not null,
      last_year_text text,
      finished boolean not null default false,
      revision integer not null default 1,
      unique (plan_id, code)
    );

    create table target (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      plan_id uuid not null references plan,
      code text not null,
      position integer not null,
      text text not null,
      kind text not null check (kind in ('PERCENT', 'MIN', 'RANGE', 'EXACT', 'FORMULA')),
      value numeric,
      min_value numeric,
      max_value numeric,
      formula text,
      measured_in text not null,
      measure text not null,
      period text not null default 'YEAR' check (period in ('YEAR', 'TERM')),
      population jsonb not null default '{}',
      denominator integer,
      denominator_on date,
      is_allocated boolean not null default false,
      last_year_text text,
      last_year_value numeric,
      last_year_done numeric,
      -- the clause under which it is printed
      clause_code text,
      revision integer not null default 1,
      unique (plan_id, code),
      foreign key (plan_id, clause_code) references clause (plan_id, code)
    );

    create table allocation (
      target_id uuid not null references target,
      unit_id uuid not null references unit,
      federation_id uuid not null references federation,
      value numeric not null check (value >= 0),
      last_year_value numeric,
      last_year_done numeric,
      revision integer not null default 1,
      primary key (target_id, unit_id)
    );

    create table class_line (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      plan_id uuid not null references plan,
      code text not null,
      position integer not null,
      topic text not null,
      audience text not null,
      delivery_form text not null,
      days numeric(4, 1) not null check (days > 0),
      seats integer not null check (seats > 0),
      month integer not null check (month between 1 and 12),
      venue text,
      lead_unit text not null,
      coordinating_unit text,
      budget_dong bigint not null check (budget_dong >= 0),
      last_year_seats integer,
      last_year_done integer,
      last_year_budget_dong bigint,
      revision integer not null default 1,
      unique (plan_id, code)
    );

    -- A version is frozen when it is published: its whole content, with the hash that votes refer to.
    create table plan_version (
      plan_id uuid not null references plan,
      version integer not null check (version > 0),
      federation_id uuid not null references federation,
      content jsonb not null,
      content_sha256 text not null,
      published_at timestamptz not null default clock_timestamp(),
      published_by uuid references official,
      primary key (plan_id, version)
    );
  `.execute(db)
}
