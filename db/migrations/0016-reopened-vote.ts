import { type Kysely, sql } from 'kysely'

/** The chair opens a voting once more, with a new deadline: one row for an approval, never two. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table vote_reopening (
      approval_id uuid primary key references approval,
      federation_id uuid not null references federation,
      due_at timestamptz not null,
      reason text not null,
      reopened_by uuid not null references official,
      reopened_at timestamptz not null default clock_timestamp()
    );
    alter table vote_reopening enable row level security;
    alter table vote_reopening force row level security;
    create policy own_federation on vote_reopening as restrictive for all
      using (federation_id = (select app_federation()));
    create policy of_the_offices on vote_reopening for all
      using ((select app_reaches_all())) with check ((select app_reaches_all()));
    grant select, insert on vote_reopening to training_api, training_worker;
  `.execute(db)
}
