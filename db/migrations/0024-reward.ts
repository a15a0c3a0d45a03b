import { type Kysely, sql } from 'kysely'

/** What units report of their members, what is awarded and how, and what goes over to the next year. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- One form per unit and month. Counts, never a net figure: that one follows from them.
    create table movement_form (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      cycle_id uuid not null references cycle,
      unit_id uuid not null references unit,
      unit_path ltree not null,
      month integer not null check (month between 1 and 12),
      newly_developed integer not null check (newly_developed >= 0),
      other_decrease integer not null check (other_decrease >= 0),
      transfer_in integer not null check (transfer_in >= 0),
      transfer_out integer not null check (transfer_out >= 0),
      state text not null check (state in ('DRAFT', 'SENT')),
      -- a year from before this system comes in with the paper forms of its units
      source text not null default 'UNIT' check (source in ('UNIT', 'IMPORTED')),
      written_by uuid references official,
      written_at timestamptz not null default clock_timestamp(),
      sent_by uuid references official,
      sent_at timestamptz,
      revision integer not null default 1,
      unique (cycle_id, unit_id, month),
      check ((state = 'SENT') = (sent_at is not null))
    );
    create index movement_form_unit on movement_form (unit_id, cycle_id);

    -- What was sent and turned out wrong: the figures before and after, with the reason.
    create table movement_correction (
      id bigint generated always as identity primary key,
      federation_id uuid not null references federation,
      form_id uuid not null references movement_form,
      before jsonb not null,
      after jsonb not null,
      because text not null,
      corrected_by uuid not null references official,
      corrected_at timestamptz not null default clock_timestamp()
    );
    create index movement_correction_form on movement_correction (form_id);

    -- Without it a unit is not considered for the year's comprehensive award.
    create table award_registration (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      cycle_id uuid not null references cycle,
      unit_id uuid not null references unit,
      unit_path ltree not null,
      form text not null check (form in ('FLAG', 'MERIT_CERTIFICATE', 'CERTIFICATE')),
      pledge text not null,
      source text not null default 'UNIT' check (source in ('UNIT', 'IMPORTED')),
      registered_by uuid references official,
      registered_at timestamptz not null default clock_timestamp(),
      unique (cycle_id, unit_id)
    );

    create table commendation (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      cycle_id uuid not null references cycle,
      unit_id uuid not null references unit,
      body_id uuid not null references body,
      kind text not null check (kind in ('COMPREHENSIVE', 'THEMATIC')),
      number integer not null check (number > 0),
      title text not null,
      state text not null check (state in ('FILING', 'CHECKING', 'VOTING', 'WITH_CHAIR', 'VOTED', 'SIGNED', 'DECIDED',
        'CLOSED')),
      process_id text not null unique,
      files_due_at timestamptz not null,
      council_due_at timestamptz not null,
      extended_at timestamptz,
      -- what is voted on: the checked files, frozen when the council is opened
      content_sha256 text,
      signer_id uuid references official,
      signer_name text,
      signer_position text,
      signed_at timestamptz,
      opened_by uuid references official,
      opened_at timestamptz not null default clock_timestamp(),
      voted_at timestamptz,
      revision integer not null default 1,
      unique (cycle_id, kind, number),
      -- @NOTE all-round merit is weighed once a year; themes may be several
      check (kind = 'THEMATIC' or number = 1)
    );

    create table award_file (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      commendation_id uuid not null references commendation,
      number integer not null,
      unit_id uuid not null references unit,
      unit_path ltree not null,
      -- null: the unit itself is proposed
      official_id uuid references official,
      subject_name text not null,
      form text not null check (form in ('FLAG', 'MERIT_CERTIFICATE', 'CERTIFICATE')),
      citation text not null,
      origin text not null check (origin in ('INSPECTION', 'FIGURES')),
      -- @NOTE no foreign key: inspections have a migration of their own
      inspection_id uuid,
      -- the year's figures as they were shown when it was proposed
      figures jsonb not null default '{}',
      state text not null check (state in ('PROPOSED', 'CHECKED', 'COUNCIL_VOTED', 'DECIDED', 'AWARDED', 'REJECTED')),
      rejected_because text,
      award_number integer,
      handed_over_on date,
      handed_over_to text,
      proposed_by uuid not null references official,
      proposed_at timestamptz not null default clock_timestamp(),
      revision integer not null default 1,
      unique (commendation_id, number),
      check ((state = 'AWARDED') = (handed_over_on is not null))
    );
    create unique index one_file_per_subject on award_file
      (commendation_id, unit_id, coalesce(official_id, '00000000-0000-0000-0000-000000000000'::uuid));
    create index award_file_unit on award_file (unit_id);

    -- What the unit says of itself; the last one counts.
    create table award_report (
      id bigint generated always as identity primary key,
      federation_id uuid not null references federation,
      file_id uuid not null references award_file,
      unit_path ltree not null,
      text text not null,
      reported_by uuid not null references official,
      reported_at timestamptz not null default clock_timestamp()
    );
    create index award_report_file on award_report (file_id, id desc);

    create table award_check (
      file_id uuid primary key references award_file,
      federation_id uuid not null references federation,
      outcome text not null check (outcome in ('PASSED', 'REJECTED')),
      remark text,
      checked_by uuid not null references official,
      checked_at timestamptz not null default clock_timestamp()
    );

    -- Every ballot cast stays; the last one of a member on a file counts.
    create table award_ballot (
      id bigint generated always as identity primary key,
      federation_id uuid not null references federation,
      commendation_id uuid not null references commendation,
      file_id uuid not null references award_file,
      official_id uuid not null references official,
      vote text not null check (vote in ('AGREE', 'DISAGREE', 'ABSTAIN')),
      remark text,
      content_sha256 text not null,
      cast_at timestamptz not null default clock_timestamp()
    );
    create index award_ballot_counted on award_ballot (commendation_id, file_id, official_id, id desc);

    alter table paper add column commendation_id uuid references commendation;
    create unique index one_paper_per_commendation on paper (commendation_id) where state <> 'VOID';

    -- What became of an unfinished matter of the year before: taken over or left, by whom and why.
    create table carried_matter (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      from_cycle_id uuid not null references cycle,
      plan_id uuid not null references plan,
      kind text not null check (kind in ('CLASS', 'TARGET', 'NEED', 'REMEDY')),
      -- 'L-2026-07', as the origin is printed beside the new line
      origin text not null,
      title text not null,
      outcome text not null check (outcome in ('TAKEN', 'LEFT')),
      because text,
      taken_as text,
      decided_by uuid not null references official,
      decided_at timestamptz not null default clock_timestamp(),
      unique (plan_id, kind, origin),
      check (outcome = 'TAKEN' or because is not null)
    );
    alter table class_line add column carried_from text;
  `.execute(db)

  await sql`
    do $$
    declare t text;
    begin
      foreach t in array array['movement_form', 'movement_correction', 'award_registration', 'commendation',
        'award_file', 'award_report', 'award_check', 'award_ballot', 'carried_matter'] loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        execute format(
          'create policy own_federation on %I as restrictive for all using (federation_id = (select app_federation()))', t);
        execute format('grant select, insert on %I to training_api, training_worker', t);
      end loop;
      -- What only the offices and the processes see: votes among them.
      foreach t in array array['award_check', 'award_ballot', 'carried_matter'] loop
        execute format(
          'create policy of_the_offices on %I for all using ((select app_reaches_all())) with check ((select app_reaches_all()))', t);
      end loop;
      -- A unit's own forms: the offices read them and bring in old ones, and never write for a unit.
      foreach t in array array['movement_form', 'award_registration'] loop
        execute format('create policy seen_by_unit_and_offices on %I for select using (
          (select app_reaches_all()) or unit_path <@ any ((select app_paths())::ltree[]))', t);
        execute format($p$create policy written_by_unit on %I for insert with check (
          unit_path <@ any ((select app_paths())::ltree[])
          or (source = 'IMPORTED' and (select app_reaches_all())))$p$, t);
      end loop;
    end $$;
    grant update on movement_form, commendation, award_file to training_api, training_worker;
    grant usage on all sequences in schema public to training_api, training_worker;

    create policy changed_by_unit on movement_form for update using (
      unit_path <@ any ((select app_paths())::ltree[]));
    create policy seen_with_form on movement_correction for select using (
      exists (select from movement_form f where f.id = form_id));
    create policy written_by_unit on movement_correction for insert with check (
      exists (select from movement_form f where f.id = form_id
        and f.unit_path <@ any ((select app_paths())::ltree[])));

    create policy readable on commendation for select using (true);
    create policy written_by_offices on commendation for insert with check ((select app_reaches_all()));
    create policy changed_by_offices on commendation for update using ((select app_reaches_all()));
    -- A unit sees its own files, and everybody what was awarded.
    create policy seen_files on award_file for select using (
      (select app_reaches_all()) or unit_path <@ any ((select app_paths())::ltree[])
      or state in ('DECIDED', 'AWARDED'));
    create policy written_by_offices on award_file for insert with check ((select app_reaches_all()));
    create policy changed_by_offices on award_file for update using ((select app_reaches_all()));
    create policy seen_by_unit_and_offices on award_report for select using (
      (select app_reaches_all()) or unit_path <@ any ((select app_paths())::ltree[]));
    create policy written_by_unit on award_report for insert with check (
      unit_path <@ any ((select app_paths())::ltree[]));
  `.execute(db)
}
