import { type Kysely, sql } from 'kysely'

/**
 * Each act on the table of opinions, with every row as it found it and as it left it, so that one
 * act can be taken back, and only while nobody has gone on from there.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table revision_act (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      plan_id uuid not null references plan,
      number bigint generated always as identity,
      kind text not null check (kind in ('DISPOSED', 'REOPENED', 'GROUPED', 'SPLIT', 'BULK', 'REDISTRIBUTED')),
      -- the target of a redistribution
      target_id uuid references target on delete cascade,
      job_id uuid references job,
      done_by uuid not null references official,
      done_at timestamptz not null,
      undone_by uuid references official,
      undone_at timestamptz,
      check ((kind = 'BULK') = (job_id is not null)),
      check ((kind = 'REDISTRIBUTED') = (target_id is not null)),
      check ((undone_by is null) = (undone_at is null))
    );
    create index revision_act_last on revision_act (plan_id, done_by, number desc) where undone_at is null;
    create unique index revision_act_job on revision_act (job_id);

    create table revision_act_row (
      act_id uuid not null references revision_act on delete cascade,
      -- the comment, or the unit whose share it is
      row_id uuid not null,
      federation_id uuid not null references federation,
      -- null: there was no row, or none was left
      before jsonb,
      after jsonb,
      primary key (act_id, row_id)
    );
  `.execute(db)
  for (const table of ['revision_act', 'revision_act_row']) {
    const name = sql.ref(table)
    await sql`
      alter table ${name} enable row level security;
      alter table ${name} force row level security;
      create policy own_federation on ${name} as restrictive for all
        using (federation_id = (select app_federation()));
      create policy of_offices on ${name} for all
        using ((select app_reaches_all())) with check ((select app_reaches_all()));
      grant select, insert on ${name} to training_api, training_worker;
    `.execute(db)
  }
  // What an act found and left is written once; that it was taken back is added to it.
  await sql`
    grant update (undone_by, undone_at) on revision_act to training_api;
    grant usage on all sequences in schema public to training_api, training_worker;
  `.execute(db)
}
