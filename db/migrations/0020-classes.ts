import { type Kysely, sql } from 'kysely'

/** Classes, who goes to them, what they brought, and the certificates. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table training_class (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      cycle_id uuid not null references cycle,
      -- @NOTE null for a class of an imported year, which has results and no plan
      plan_id uuid references plan,
      line_code text,
      organiser_unit_id uuid not null references unit,
      department_id uuid references department,
      code text not null,
      title text not null,
      topic text not null,
      audience text not null,
      training_kind text not null check (training_kind in ('FORMAL', 'UPSKILLING', 'WORKSHOP')),
      mode text not null default 'DIRECT' check (mode in ('DIRECT', 'JOINT', 'SENT')),
      delivery_form text not null,
      partner_id uuid references partner,
      venue text,
      seats integer not null check (seats > 0),
      -- employment and positions that are asked for; empty: everybody
      eligibility jsonb not null default '{}',
      needs_release boolean not null default true,
      state text not null check (state in ('PLANNED', 'OPEN_FOR_NOMINATION', 'LIST_FIXED', 'RUNNING', 'MARKING',
        'CERTIFYING', 'SETTLED', 'CLOSED', 'POSTPONED', 'CANCELLED')),
      state_because text,
      process_id text not null unique,
      nominations_due_at timestamptz,
      release_due_at timestamptz,
      list_fixed_at timestamptz,
      list_due_at timestamptz,
      min_attendance_percent integer not null default 80 check (min_attendance_percent between 0 and 100),
      test_required boolean not null default true,
      pass_mark numeric(5, 2) not null default 5,
      max_mark numeric(5, 2) not null default 10,
      certificate_type text not null default 'CERTIFICATE'
        check (certificate_type in ('CERTIFICATE', 'COMPLETION_NOTE')),
      opened_by uuid references official,
      created_at timestamptz not null default clock_timestamp(),
      closed_at timestamptz,
      revision integer not null default 1,
      unique (cycle_id, code),
      check (pass_mark <= max_mark)
    );
    create index training_class_organiser on training_class (organiser_unit_id, cycle_id);
    -- @NOTE a line of the plan is opened once; a cancelled class frees its line
    create unique index one_class_per_line on training_class (plan_id, line_code) where state <> 'CANCELLED';

    create table class_session (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      class_id uuid not null references training_class,
      number integer not null check (number > 0),
      starts_at timestamptz not null,
      ends_at timestamptz not null,
      kind text not null check (kind in ('THEORY', 'PRACTICE', 'Q_AND_A', 'TEST', 'VISIT', 'OPENING', 'CLOSING')),
      topic text not null,
      lecturer_id uuid references lecturer,
      -- @NOTE as they were on the day of the class (S3.07), whatever becomes of the lecturer later
      lecturer_name text,
      lecturer_title text,
      lecturer_unit text,
      room text,
      url text,
      revision integer not null default 1,
      unique (class_id, number),
      check (ends_at > starts_at)
    );
    create index class_session_time on class_session (starts_at);
    create index class_session_lecturer on class_session (lecturer_id, starts_at);

    create table class_quota (
      class_id uuid not null references training_class,
      unit_id uuid not null references unit,
      federation_id uuid not null references federation,
      seats integer not null check (seats >= 0),
      given_back integer not null default 0 check (given_back >= 0 and given_back <= seats),
      -- the president of the unit has approved its list
      approved_at timestamptz,
      approved_by uuid references official,
      revision integer not null default 1,
      primary key (class_id, unit_id)
    );

    create table nomination (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      class_id uuid not null references training_class,
      -- the unit whose quota it takes
      unit_id uuid not null references unit,
      unit_path ltree not null,
      official_id uuid not null references official,
      priority integer not null default 1,
      reason text,
      needs_lodging boolean not null default false,
      state text not null check (state in ('PROPOSED', 'UNIT_APPROVED', 'RELEASE_PENDING', 'CONFIRMED', 'WAITLISTED',
        'REFUSED_BY_EMPLOYER', 'WITHDRAWN', 'ATTENDED', 'NO_SHOW')),
      state_because text,
      release_state text not null default 'NOT_ASKED'
        check (release_state in ('NOT_NEEDED', 'NOT_ASKED', 'ASKED', 'GRANTED', 'REFUSED', 'NO_ANSWER')),
      release_asked_at timestamptz,
      release_answered_at timestamptz,
      release_because text,
      release_letter_no text,
      substitute_for uuid references nomination,
      proposed_by uuid not null references official,
      proposed_at timestamptz not null default clock_timestamp(),
      revision integer not null default 1
    );
    -- @NOTE partial: who was withdrawn or refused may be nominated anew
    create unique index one_living_nomination on nomination (class_id, official_id)
      where state not in ('WITHDRAWN', 'REFUSED_BY_EMPLOYER');
    create index nomination_of_class on nomination (class_id, state);
    create index nomination_of_official on nomination (official_id);
    create index nomination_of_unit on nomination (unit_id, class_id);

    -- Every mark taken stays; the last of a trainee in a session counts. A correction has its reason.
    create table attendance (
      id bigint generated always as identity primary key,
      federation_id uuid not null references federation,
      class_id uuid not null references training_class,
      session_id uuid not null references class_session,
      nomination_id uuid not null references nomination,
      mark text not null check (mark in ('PRESENT', 'LATE', 'ABSENT', 'EXCUSED')),
      because text,
      method text not null check (method in ('LIST', 'QR', 'PAPER')),
      -- information only: when the device without a network took it
      noted_at timestamptz,
      taken_by uuid not null references official,
      taken_at timestamptz not null default clock_timestamp()
    );
    create index attendance_last on attendance (session_id, nomination_id, id desc);
    create index attendance_of_class on attendance (class_id);

    -- As with attendance: the last mark of a trainee counts.
    create table test_mark (
      id bigint generated always as identity primary key,
      federation_id uuid not null references federation,
      class_id uuid not null references training_class,
      nomination_id uuid not null references nomination,
      kind text not null check (kind in ('PAPER', 'ESSAY', 'QUIZ')),
      -- null: did not sit the test
      mark numeric(5, 2) check (mark >= 0),
      because text,
      marked_by uuid not null references official,
      marked_at timestamptz not null default clock_timestamp()
    );
    create index test_mark_last on test_mark (class_id, nomination_id, id desc);

    create table certificate (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      class_id uuid not null references training_class,
      nomination_id uuid not null references nomination,
      official_id uuid not null references official,
      type text not null check (type in ('CERTIFICATE', 'COMPLETION_NOTE')),
      issuing_body text not null,
      register_year integer not null,
      register_number integer not null check (register_number > 0),
      -- '0138/2027/CN-LĐLĐ': what is printed, and looked up
      register_no text not null,
      verify_code text not null unique,
      full_name text not null,
      birth_year integer,
      unit_name text not null,
      programme text not null,
      held_from date not null,
      held_to date not null,
      hours numeric(6, 1) not null,
      grade text check (grade in ('EXCELLENT', 'GOOD', 'AVERAGE')),
      issued_on date not null,
      signer_name text not null,
      signer_position text not null,
      state text not null default 'VALID' check (state in ('VALID', 'REISSUED', 'REVOKED')),
      state_because text,
      state_at timestamptz,
      reissue_of uuid references certificate,
      issued_at timestamptz not null default clock_timestamp(),
      revision integer not null default 1,
      unique (federation_id, issuing_body, register_year, register_number),
      unique (federation_id, register_no)
    );
    -- @NOTE one certificate of a trainee is valid at a time; an earlier one stays as reissued or revoked
    create unique index one_valid_certificate on certificate (nomination_id) where state = 'VALID';
    create index certificate_official on certificate (official_id);
    create index certificate_class on certificate (class_id);
  `.execute(db)

  await sql`
    do $$
    declare t text;
    begin
      foreach t in array array['training_class', 'class_session', 'class_quota', 'nomination', 'attendance', 'test_mark',
        'certificate'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format(
          'create policy own_federation on %I as restrictive for all using (federation_id = (select app_federation()))', t);
        execute format('grant select, insert on %I to training_api, training_worker', t);
      end loop;
    end $$;
    grant update on training_class, class_session, class_quota, nomination, certificate to training_api, training_worker;
    grant delete on class_session, class_quota to training_api, training_worker;

    create function app_reaches_unit(p_unit uuid) returns boolean language sql stable as $$
      select app_reaches_all() or exists (select from unit u where u.id = p_unit and u.path <@ any (app_paths())) $$;
    create function app_organises(p_class uuid) returns boolean language sql stable as $$
      select app_reaches_all() or exists (select from training_class c join unit u on u.id = c.organiser_unit_id
        where c.id = p_class and u.path <@ any (app_paths())) $$;
    -- The lecturer of a session sees and marks the people of its class, whoever organises it.
    create function app_teaches(p_class uuid) returns boolean language sql stable as $$
      select exists (select from class_session s join lecturer l on l.id = s.lecturer_id
        where s.class_id = p_class and l.official_id = app_official()) $$;

    -- Which classes there are is known to all; a class is written by who organises it.
    create policy readable on training_class for select using (true);
    create policy written_by_organiser on training_class for insert with check (app_reaches_unit(organiser_unit_id));
    create policy changed_by_organiser on training_class for update using (app_reaches_unit(organiser_unit_id));
    create policy readable on class_session for select using (true);
    create policy written_by_organiser on class_session for all
      using (app_organises(class_id)) with check (app_organises(class_id));
    create policy seen_by_unit on class_quota for select using (app_reaches_unit(unit_id) or app_organises(class_id));
    create policy written_by_organiser on class_quota for all
      using (app_organises(class_id)) with check (app_organises(class_id));
    create policy approved_by_unit on class_quota for update
      using (app_reaches_unit(unit_id)) with check (app_reaches_unit(unit_id));

    create policy seen_nominations on nomination for select using (
      (select app_reaches_all()) or unit_path <@ any ((select app_paths())::ltree[])
      or official_id = (select app_official()) or app_organises(class_id) or app_teaches(class_id));
    create policy proposed_by_unit on nomination for insert with check (
      unit_path <@ any ((select app_paths())::ltree[]) or (select app_is_system()));
    create policy changed_nominations on nomination for update using (
      (select app_reaches_all()) or unit_path <@ any ((select app_paths())::ltree[])
      or official_id = (select app_official()) or app_organises(class_id) or app_teaches(class_id));

    do $$
    declare t text;
    begin
      foreach t in array array['attendance', 'test_mark'] loop
        execute format('create policy seen_with_nomination on %I for select using (
          exists (select from nomination n where n.id = nomination_id))', t);
        execute format('create policy taken_in_class on %I for insert with check (
          app_organises(class_id) or app_teaches(class_id))', t);
      end loop;
    end $$;
    create policy seen_with_nomination on certificate for select using (
      official_id = (select app_official()) or exists (select from nomination n where n.id = nomination_id));
    create policy issued_by_organiser on certificate for insert with check (app_organises(class_id));
    create policy changed_by_organiser on certificate for update using (app_organises(class_id));
    grant usage on all sequences in schema public to training_api, training_worker;

    -- @NOTE plpgsql, because the tables of later migrations are named in it
    create or replace function federation_of_process(p_owner text, p_id text) returns uuid
      language plpgsql stable security definer set search_path = public, pg_temp as $$
    declare found uuid;
    begin
      if p_owner = 'workflow' then
        return coalesce(
          (select federation_id from process_request where workflow_id = p_id limit 1),
          (select federation_id from cycle where process_id = p_id),
          (select id from federation limit 1));
      end if;
      if p_owner not in ('cycle', 'round', 'approval', 'training_class', 'inspection', 'commendation', 'job') then
        raise exception 'no process belongs to %', p_owner;
      end if;
      execute format('select federation_id from %I where id::text = $1', p_owner) into found using p_id;
      return found;
    end $$;
  `.execute(db)
}
