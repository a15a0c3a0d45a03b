import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table cycle (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      unit_id uuid not null references unit,
      plan_year integer not null check (plan_year between 2000 and 2100),
      phase text not null,
      process_id text not null unique,
      needs_survey text not null default 'OPEN' check (needs_survey in ('OPEN', 'HELD', 'SKIPPED')),
      opened_at timestamptz not null,
      closed_at timestamptz,
      imported boolean not null default false,
      revision integer not null default 1,
      unique (unit_id, plan_year)
    );

    create table cycle_moment (
      cycle_id uuid not null references cycle,
      federation_id uuid not null references federation,
      moment text not null,
      phase text not null,
      day date not null,
      at timestamptz not null,
      announced boolean not null default false,
      primary key (cycle_id, moment)
    );

    -- What a year brought, per target and class line; also brought in by an import of past years.
    create table year_result (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      cycle_id uuid not null references cycle,
      kind text not null check (kind in ('TARGET', 'CLASS')),
      code text not null,
      title text not null,
      planned numeric,
      done numeric,
      facts jsonb not null default '{}',
      unique (cycle_id, kind, code)
    );
  `.execute(db)
}
