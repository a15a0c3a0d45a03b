import { type Kysely, sql } from 'kysely'

/**
 * Where each reader has last read a plan, so that a page can say what has changed since. It is the
 * reader's own: nobody else sees it, and no process.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table plan_reading (
      plan_id uuid not null references plan,
      official_id uuid not null references official,
      federation_id uuid not null references federation,
      -- a frozen version, or the words as they stood where none was
      version integer,
      content jsonb,
      read_at timestamptz not null default clock_timestamp(),
      primary key (plan_id, official_id),
      foreign key (plan_id, version) references plan_version,
      check ((version is null) <> (content is null))
    );
    alter table plan_reading enable row level security;
    alter table plan_reading force row level security;
    create policy own_federation on plan_reading as restrictive for all
      using (federation_id = (select app_federation()));
    create policy of_the_reader on plan_reading for all
      using (official_id = (select app_official())) with check (official_id = (select app_official()));
    grant select, insert, update on plan_reading to training_api;
  `.execute(db)
}
