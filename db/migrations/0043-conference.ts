import { type Kysely, sql } from 'kysely'

/**
 * A conference or workshop of a round: when, where, under whom; who came; what units said there, which
 * is theirs only once they have confirmed it; and the minutes with their two signatures.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table conference (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      round_id uuid not null references round,
      kind text not null check (kind in ('CONFERENCE', 'WORKSHOP')),
      state text not null default 'OPEN' check (state in ('OPEN', 'CLOSED')),
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      place text not null,
      agenda text not null,
      -- with their names, because units see the conference and not the federation's people
      chair_id uuid not null references official,
      chair_name text not null,
      secretary_id uuid not null references official,
      secretary_name text not null,
      minutes_due_at timestamptz not null,
      -- what the process of the round has done about it
      ended_at timestamptz,
      minutes_reminded_at timestamptz,
      revision integer not null default 1,
      unique (round_id, kind),
      check (starts_at < ends_at),
      check (chair_id <> secretary_id)
    );

    create table conference_attendance (
      conference_id uuid not null references conference,
      unit_id uuid not null references unit,
      federation_id uuid not null references federation,
      state text not null check (state in ('PRESENT', 'ABSENT', 'EXCUSED')),
      representative text,
      noted_by uuid not null references official,
      noted_at timestamptz not null default clock_timestamp(),
      primary key (conference_id, unit_id),
      check (state = 'PRESENT' or representative is null)
    );

    create table conference_opinion (
      -- the key of the deed that recorded it, so that sending it twice records it once
      id uuid primary key,
      federation_id uuid not null references federation,
      conference_id uuid not null references conference,
      round_id uuid not null references round,
      -- whose it is: the answer goes to a successor with all that hangs on it
      answer_id uuid not null references answer,
      unit_name text not null,
      plan_id uuid not null references plan,
      place_kind text not null check (place_kind in ('CLAUSE', 'TARGET', 'LINE', 'GENERAL')),
      place_code text,
      place_name text not null,
      kind text not null check (kind in ('DIFFICULTY', 'PROPOSAL', 'CORRECTION', 'QUESTION')),
      words text not null,
      -- in the unit's own words, where it corrected what was taken down
      unit_words text,
      state text not null default 'RECORDED' check (state in ('RECORDED', 'CONFIRMED', 'DISOWNED', 'STRUCK')),
      struck_because text,
      recorded_by uuid not null references official,
      recorded_at timestamptz not null default clock_timestamp(),
      decided_by uuid references official,
      decided_name text,
      decided_at timestamptz,
      check ((place_kind = 'GENERAL') = (place_code is null)),
      check ((state = 'RECORDED') = (decided_at is null)),
      check ((decided_at is null) = (decided_by is null)),
      check ((state = 'STRUCK') = (struck_because is not null)),
      check (unit_words is null or state = 'CONFIRMED')
    );
    create index conference_opinion_conference on conference_opinion (conference_id, recorded_at);
    create index conference_opinion_answer on conference_opinion (answer_id);

    create table conference_minutes (
      conference_id uuid not null references conference,
      number integer not null check (number > 0),
      federation_id uuid not null references federation,
      content jsonb not null,
      content_sha256 text not null,
      drawn_by uuid not null references official,
      drawn_at timestamptz not null default clock_timestamp(),
      primary key (conference_id, number)
    );
    create table conference_signature (
      conference_id uuid not null,
      minutes_number integer not null,
      federation_id uuid not null references federation,
      side text not null check (side in ('CHAIR', 'SECRETARY')),
      official_id uuid not null references official,
      signer_name text not null,
      signer_position text not null,
      content_sha256 text not null,
      signed_at timestamptz not null,
      primary key (conference_id, side),
      foreign key (conference_id, minutes_number) references conference_minutes
    );

    -- What a unit confirmed is its opinion like any other, of no signed version.
    alter table comment alter column version drop not null,
      add column opinion_id uuid unique references conference_opinion,
      add check ((version is null) = (opinion_id is not null));
  `.execute(db)
  await fence(db)
}

async function fence(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$
    declare t text;
    begin
      foreach t in array array['conference', 'conference_attendance', 'conference_opinion', 'conference_minutes',
        'conference_signature'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format('create policy own_federation on %I as restrictive for all
          using (federation_id = (select app_federation()))', t);
      end loop;
      -- Minutes name every unit and what it said, so they are for the offices.
      foreach t in array array['conference_minutes', 'conference_signature'] loop
        execute format('create policy of_the_offices on %I for all
          using ((select app_reaches_all())) with check ((select app_reaches_all()))', t);
        execute format('grant select, insert on %I to training_api, training_worker', t);
      end loop;
    end $$;

    create policy readable on conference for select using (true);
    create policy written_by_offices on conference for insert with check ((select app_reaches_all()));
    create policy changed_by_offices on conference for update using ((select app_reaches_all()));
    grant select, insert, update on conference to training_api, training_worker;

    create policy seen_by_unit_and_offices on conference_attendance for select using ((select app_reaches_all())
      or (select u.path from unit u where u.id = unit_id) <@ any ((select app_paths())::ltree[]));
    create policy written_by_offices on conference_attendance for insert with check ((select app_reaches_all()));
    create policy changed_by_offices on conference_attendance for update using ((select app_reaches_all()));
    grant select, insert, update on conference_attendance to training_api, training_worker;

    create policy seen_by_unit_and_offices on conference_opinion for select using ((select app_reaches_all())
      or (select a.unit_path from answer a where a.id = answer_id) <@ any ((select app_paths())::ltree[]));
    create policy recorded_by_offices on conference_opinion for insert
      with check (state = 'RECORDED' and (select app_reaches_all()));
    -- An office takes back what it wrote down wrongly; whose the opinion is, the unit alone says.
    create policy struck_by_offices on conference_opinion for update
      using (state = 'RECORDED' and (select app_reaches_all()))
      with check (state = 'STRUCK' and (select app_reaches_all()));
    create policy decided_by_unit on conference_opinion for update
      using (state = 'RECORDED'
        and (select a.unit_path from answer a where a.id = answer_id) <@ any ((select app_paths())::ltree[]))
      with check (state in ('CONFIRMED', 'DISOWNED')
        and (select a.unit_path from answer a where a.id = answer_id) <@ any ((select app_paths())::ltree[]));
    grant select, insert on conference_opinion to training_api, training_worker;
    grant update (state, unit_words, struck_because, decided_by, decided_name, decided_at)
      on conference_opinion to training_api;
  `.execute(db)
}
