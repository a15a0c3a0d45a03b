import { type Kysely, sql } from 'kysely'

/**
 * How a round is prepared, kept before it opens; the department's own questions, of which every
 * change is a version of its own; and the answers to them, pinned to the version they were given on.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table round_preparation (
      cycle_id uuid primary key references cycle,
      federation_id uuid not null references federation,
      form jsonb not null,
      revision integer not null default 1,
      saved_at timestamptz not null default clock_timestamp(),
      saved_by uuid references official
    );
    alter table round_preparation enable row level security;
    alter table round_preparation force row level security;
    create policy own_federation on round_preparation as restrictive for all
      using (federation_id = (select app_federation()));
    create policy of_the_offices on round_preparation for all
      using ((select app_reaches_all())) with check ((select app_reaches_all()));
    grant select, insert, update on round_preparation to training_api, training_worker;

    alter table round
      add column kinds text[] not null default '{WRITTEN}'
        check (cardinality(kinds) > 0 and kinds <@ array['WRITTEN', 'CONFERENCE', 'WORKSHOP']),
      add column invited jsonb not null default '{"everyone": true, "kinds": [], "units": [], "without": []}',
      -- working days before the deadline
      add column reminder_days integer[] not null default '{5,1}',
      add column contact_name text,
      add column contact_phone text,
      add column form_version integer not null default 1,
      add check ((contact_name is null) = (contact_phone is null));

    create table round_form (
      round_id uuid not null references round,
      version integer not null check (version > 0),
      federation_id uuid not null references federation,
      questions jsonb not null check (jsonb_typeof(questions) = 'array'),
      changed_because text,
      made_by uuid references official,
      made_at timestamptz not null default clock_timestamp(),
      primary key (round_id, version),
      check ((version = 1) = (changed_because is null))
    );
    alter table round_form enable row level security;
    alter table round_form force row level security;
    create policy own_federation on round_form as restrictive for all
      using (federation_id = (select app_federation()));
    create policy readable on round_form for select using (true);
    create policy written_by_offices on round_form for insert with check ((select app_reaches_all()));
    grant select, insert on round_form to training_api, training_worker;

    alter table answer_version add column form_version integer not null default 1;

    create table own_answer (
      answer_id uuid not null,
      version integer not null,
      federation_id uuid not null references federation,
      round_id uuid not null references round,
      unit_id uuid not null references unit,
      form_version integer not null,
      question_id text not null,
      kind text not null check (kind in ('TEXT', 'NUMBER', 'CHOICE', 'SCALE')),
      text text,
      number numeric,
      choice text,
      primary key (answer_id, version, question_id),
      foreign key (answer_id, version) references answer_version,
      foreign key (round_id, form_version) references round_form,
      check ((kind = 'TEXT') = (text is not null)),
      check ((kind in ('NUMBER', 'SCALE')) = (number is not null)),
      check ((kind = 'CHOICE') = (choice is not null))
    );
    create index own_answer_round on own_answer (round_id, question_id);
    alter table own_answer enable row level security;
    alter table own_answer force row level security;
    create policy own_federation on own_answer as restrictive for all
      using (federation_id = (select app_federation()));
    create policy seen_by_unit_and_offices on own_answer for select using ((select app_reaches_all())
      or unit_id in (select u.id from unit u where u.path <@ any ((select app_paths())::ltree[])));
    create policy written_by_unit on own_answer for insert with check (
      unit_id in (select u.id from unit u where u.path <@ any ((select app_paths())::ltree[])));
    grant select, insert on own_answer to training_api, training_worker;

    -- The definition that the screen and the door go by is also the database's: an answer that its
    -- question cannot take is written by nobody.
    create function own_answer_fits() returns trigger language plpgsql set search_path = public, pg_temp as $$
    declare v_question jsonb;
    begin
      select q into v_question
        from round_form f, jsonb_array_elements(f.questions) q
        where f.round_id = new.round_id and f.version = new.form_version and q ->> 'id' = new.question_id;
      if v_question is null or v_question ->> 'kind' <> new.kind
        or (new.kind = 'TEXT' and btrim(new.text) = '')
        or (new.kind = 'NUMBER' and new.number < 0)
        or (new.kind = 'SCALE' and new.number not in (1, 2, 3, 4, 5))
        or (new.kind = 'CHOICE' and not exists (
          select from jsonb_array_elements(v_question -> 'choices') c where c ->> 'id' = new.choice))
      then
        raise exception 'the question % of form % does not take this answer', new.question_id, new.form_version
          using errcode = 'check_violation';
      end if;
      return new;
    end $$;
    create trigger fits before insert on own_answer for each row execute function own_answer_fits();
  `.execute(db)
}
