import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table approval (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      plan_id uuid not null references plan,
      cycle_id uuid not null references cycle,
      body_id uuid not null references body,
      number integer not null,
      version integer not null,
      content_sha256 text not null,
      state text not null check (state in
        ('CHECKING', 'AWAITING_COMMITTEE', 'WITH_CHAIR', 'APPROVED', 'SIGNED', 'ISSUED', 'RETURNED')),
      process_id text not null unique,
      due_at timestamptz not null,
      extended_at timestamptz,
      members_total integer not null,
      submitted_by uuid not null references official,
      opened_at timestamptz not null default clock_timestamp(),
      decided_at timestamptz,
      returned_by uuid references official,
      returned_because text,
      revision integer not null default 1,
      unique (plan_id, number),
      foreign key (plan_id, version) references plan_version
    );
    -- @NOTE at most one way to approval is open for a plan
    create unique index one_open_approval on approval (plan_id) where state not in ('RETURNED', 'ISSUED');

    create table approval_check (
      approval_id uuid not null references approval,
      kind text not null check (kind in ('CONTENT', 'FORM')),
      federation_id uuid not null references federation,
      outcome text not null check (outcome in ('PASSED', 'RETURNED')),
      remark text,
      checked_by uuid not null references official,
      checked_at timestamptz not null default clock_timestamp(),
      primary key (approval_id, kind)
    );

    create table dossier_reading (
      approval_id uuid not null references approval,
      official_id uuid not null references official,
      federation_id uuid not null references federation,
      first_read_at timestamptz not null default clock_timestamp(),
      place_code text,
      primary key (approval_id, official_id)
    );

    -- Every ballot cast stays; the last one of a member counts.
    create table ballot (
      id bigint generated always as identity primary key,
      federation_id uuid not null references federation,
      approval_id uuid not null references approval,
      official_id uuid not null references official,
      vote text not null check (vote in ('AGREE', 'AGREE_WITH_REMARK', 'DISAGREE', 'ABSTAIN')),
      remark text,
      content_sha256 text not null,
      cast_at timestamptz not null default clock_timestamp()
    );
    create index ballot_counted on ballot (approval_id, official_id, id desc);

    create table signature (
      approval_id uuid primary key references approval,
      federation_id uuid not null references federation,
      official_id uuid not null references official,
      signer_name text not null,
      signer_position text not null,
      capacity text not null,
      content_sha256 text not null,
      signed_at timestamptz not null default clock_timestamp()
    );

    -- One gapless series per issuing body, document type and calendar year of issue.
    create table number_series (
      federation_id uuid not null references federation,
      issuing_body text not null,
      doc_type text not null,
      series_year integer not null,
      last_number integer not null default 0,
      primary key (federation_id, issuing_body, doc_type, series_year)
    );

    create table paper (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      issuing_body text not null,
      doc_type text not null,
      series_year integer not null,
      number integer not null check (number > 0),
      symbol text not null,
      abstract text not null,
      signer text not null,
      signing_capacity text not null,
      recipients text[] not null default '{}',
      issued_on date not null,
      state text not null check (state in ('NUMBERED', 'ISSUED', 'VOID')),
      void_because text,
      cycle_id uuid references cycle,
      plan_id uuid references plan,
      approval_id uuid references approval,
      content jsonb,
      content_sha256 text,
      numbered_by uuid references official,
      numbered_at timestamptz not null default clock_timestamp(),
      issued_at timestamptz,
      unique (federation_id, issuing_body, doc_type, series_year, number),
      check ((state = 'VOID') = (void_because is not null))
    );
    create unique index one_paper_per_approval on paper (approval_id) where state <> 'VOID';
    create index paper_latest on paper (federation_id, issued_on desc, number desc);

    create table receipt (
      paper_id uuid not null references paper,
      unit_id uuid not null references unit,
      federation_id uuid not null references federation,
      sent_at timestamptz not null default clock_timestamp(),
      received_by uuid references official,
      received_at timestamptz,
      primary key (paper_id, unit_id)
    );
  `.execute(db)
}
