import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table disposition (
      comment_id uuid primary key references comment,
      federation_id uuid not null references federation,
      round_id uuid not null references round,
      disposition text not null check (disposition in
        ('ACCEPTED', 'PARTLY', 'NOT_ACCEPTED', 'NOTED', 'FORWARDED', 'MERGED', 'OUT_OF_SCOPE')),
      explanation text,
      merged_into uuid references comment,
      forwarded_to uuid references department,
      forwarded_answer text,
      changed_places text[] not null default '{}',
      decided_by uuid not null references official,
      decided_at timestamptz not null default clock_timestamp(),
      revision integer not null default 1,
      check (disposition = 'ACCEPTED' or explanation is not null or disposition in ('MERGED', 'FORWARDED')),
      check ((disposition = 'MERGED') = (merged_into is not null)),
      check ((disposition = 'FORWARDED') = (forwarded_to is not null))
    );
    create index disposition_round on disposition (round_id);

    create table request_decision (
      target_request_id uuid primary key references target_request,
      federation_id uuid not null references federation,
      round_id uuid not null references round,
      outcome text not null check (outcome in ('ACCEPTED', 'PARTLY', 'NOT_ACCEPTED')),
      granted numeric not null check (granted >= 0),
      explanation text,
      decided_by uuid not null references official,
      decided_at timestamptz not null default clock_timestamp(),
      revision integer not null default 1,
      check (outcome = 'ACCEPTED' or explanation is not null)
    );

    create table revision_task (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      cycle_id uuid not null references cycle,
      plan_id uuid not null references plan,
      department_id uuid not null references department,
      text text not null,
      due_on date not null,
      assigned_by uuid not null references official,
      assigned_at timestamptz not null default clock_timestamp(),
      result text,
      done_by uuid references official,
      done_at timestamptz,
      revision integer not null default 1
    );
    create index revision_task_plan on revision_task (plan_id);
  `.execute(db)
}
