import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table federation (
      id uuid primary key default gen_random_uuid(),
      name text not null,
      short_name text not null,
      place text not null,
      superior_name text not null,
      symbol text not null,
      help_name text,
      help_phone text,
      is_demo boolean not null default false,
      created_at timestamptz not null default now()
    );

    create table unit (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      parent_id uuid references unit,
      code text not null,
      name text not null,
      folded text generated always as (fold(name)) stored,
      level text not null,
      kind text not null,
      path ltree not null,
      symbol text,
      sector text,
      ownership text check (ownership in ('STATE', 'NON_STATE', 'FDI', 'PUBLIC_SERVICE')),
      worker_count integer check (worker_count >= 0),
      member_count integer check (member_count >= 0),
      valid_from date not null,
      valid_to date,
      contact_name text,
      contact_phone text,
      unique (federation_id, code),
      check (valid_to is null or valid_to >= valid_from)
    );
    create index unit_path on unit using gist (path);
    create index unit_folded on unit using gin (folded gin_trgm_ops);
    create index unit_parent on unit (parent_id);
    create index unit_by_name on unit (federation_id, level, name collate vi_natural, id);

    create table unit_succession (
      unit_id uuid not null references unit,
      successor_id uuid not null references unit,
      federation_id uuid not null references federation,
      since date not null,
      primary key (unit_id, successor_id)
    );

    create table department (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      unit_id uuid not null references unit,
      name text not null,
      short_name text not null,
      position integer not null
    );

    create table official (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      unit_id uuid not null references unit,
      -- @NOTE a copy of unit.path, so that "everyone below this unit" is one index condition
      unit_path ltree not null,
      full_name text not null,
      folded text generated always as (fold(full_name)) stored,
      sort_name text collate vi not null,
      sex text not null check (sex in ('F', 'M')),
      birth_year integer,
      employment text not null check (employment in ('FULL_TIME', 'PART_TIME')),
      level text not null,
      position text not null,
      position_since date,
      department_id uuid references department,
      email text,
      phone text,
      new_in_term boolean not null default false
    );
    create index official_by_name on official (federation_id, sort_name, id);
    create index official_by_position on official (federation_id, position, sort_name, id);
    create index official_by_employment on official (federation_id, employment, sort_name, id);
    create index official_unit on official (unit_id, sort_name, id);
    create index official_path on official using gist (unit_path);
    create index official_folded on official using gin (folded gin_trgm_ops);

    create table post (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      official_id uuid not null references official,
      unit_id uuid not null references unit,
      department_id uuid references department,
      position text not null,
      term_from integer,
      term_to integer,
      since date not null,
      until date,
      is_main boolean not null,
      check (until is null or until >= since)
    );
    create index post_official on post (official_id);

    create table body (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      kind text not null check (kind in ('STANDING_COMMITTEE', 'INSPECTION_COMMITTEE', 'EMULATION_COUNCIL')),
      name text not null,
      quorum_numerator integer not null default 2,
      quorum_denominator integer not null default 3,
      unique (federation_id, kind)
    );
    create table body_member (
      body_id uuid not null references body,
      official_id uuid not null references official,
      federation_id uuid not null references federation,
      role text not null check (role in ('CHAIR', 'VICE_CHAIR', 'MEMBER', 'SECRETARY')),
      since date not null,
      until date,
      primary key (body_id, official_id)
    );

    create table role_grant (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      official_id uuid not null references official,
      role text not null,
      unit_id uuid not null references unit,
      department_id uuid references department,
      since date not null default current_date,
      until date,
      substitute_for uuid references official
    );
    create index role_grant_official on role_grant (official_id);
    create index role_grant_holders on role_grant (federation_id, role, unit_id);

    create table holiday (
      federation_id uuid not null references federation,
      day date not null,
      kind text not null check (kind in ('OFF', 'MAKE_UP')),
      name text not null,
      provisional boolean not null default false,
      revision integer not null default 1,
      primary key (federation_id, day)
    );

    create table partner (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      name text not null,
      kind text not null,
      aliases text[] not null default '{}'
    );
    create table lecturer (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      official_id uuid references official,
      full_name text not null,
      title text not null,
      unit_name text not null,
      topics text[] not null default '{}',
      approved_since date
    );
  `.execute(db)
}
