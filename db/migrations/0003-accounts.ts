import { type Kysely, sql } from 'kysely'

/** The first seven statements are better-auth's own, printed by compileMigrations and frozen here. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table "auth_user" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "name" text not null, "email" text not null unique, "email_verified" boolean not null, "image" text, "created_at" timestamptz default CURRENT_TIMESTAMP not null, "updated_at" timestamptz default CURRENT_TIMESTAMP not null, "username" text unique, "display_username" text);
    create table "auth_session" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "expires_at" timestamptz not null, "token" text not null unique, "created_at" timestamptz default CURRENT_TIMESTAMP not null, "updated_at" timestamptz not null, "ip_address" text, "user_agent" text, "user_id" uuid not null references "auth_user" ("id") on delete cascade);
    create table "auth_account" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "account_id" text not null, "provider_id" text not null, "user_id" uuid not null references "auth_user" ("id") on delete cascade, "access_token" text, "refresh_token" text, "id_token" text, "access_token_expires_at" timestamptz, "refresh_token_expires_at" timestamptz, "scope" text, "password" text, "created_at" timestamptz default CURRENT_TIMESTAMP not null, "updated_at" timestamptz not null);
    create table "auth_verification" ("id" uuid default pg_catalog.gen_random_uuid() not null primary key, "identifier" text not null, "value" text not null, "expires_at" timestamptz not null, "created_at" timestamptz default CURRENT_TIMESTAMP not null, "updated_at" timestamptz default CURRENT_TIMESTAMP not null);
    create index "auth_session_user_id_idx" on "auth_session" ("user_id");
    create index "auth_account_user_id_idx" on "auth_account" ("user_id");
    create index "auth_verification_identifier_idx" on "auth_verification" ("identifier");
  `.execute(db)

  await sql`
    -- Which official stands behind an account.
    create table account (
      user_id uuid primary key references auth_user,
      official_id uuid not null unique references official,
      federation_id uuid not null references federation,
      username text not null unique,
      must_change_password boolean not null default false,
      suspended_at timestamptz
    );

    -- The last time the password was shown again in a session, asked for before votes and signatures.
    create table step_up (
      session_id uuid primary key references auth_session on delete cascade,
      confirmed_at timestamptz not null default clock_timestamp()
    );

    -- Failed sign-ins, counted per account and per address.
    create table sign_in_failure (
      id bigint generated always as identity primary key,
      username text not null,
      address text not null,
      at timestamptz not null default clock_timestamp()
    );
    create index sign_in_failure_username on sign_in_failure (username, at);
    create index sign_in_failure_address on sign_in_failure (address, at);

    -- With DEMO=none: the one-time link of the first administrator.
    create table first_administrator (
      token_sha256 text primary key,
      made_at timestamptz not null default clock_timestamp(),
      used_at timestamptz
    );
  `.execute(db)
}
