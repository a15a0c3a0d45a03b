import { type Kysely, sql } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create extension if not exists ltree;
    create extension if not exists pg_trgm;
    create extension if not exists unaccent;
    create extension if not exists btree_gist;

    create collation if not exists vi (provider = icu, locale = 'vi-VN');
    create collation if not exists vi_natural (provider = icu, locale = 'vi-VN-u-kn-true');

    -- Search without Vietnamese marks, Đ included.
    create function fold(t text) returns text language sql immutable parallel safe strict
      return lower(public.unaccent('public.unaccent'::regdictionary, normalize(t, nfc)));

    -- One group role a process; the login role may become each and owns nothing.
    do $$
    declare r text;
    begin
      foreach r in array array['training_api', 'training_worker', 'training_accounts', 'training_sealer'] loop
        if not exists (select from pg_roles where rolname = r) then
          execute format('create role %I nologin nosuperuser nobypassrls', r);
        end if;
        if exists (select from pg_roles where rolname = 'training_app') then
          execute format('grant %I to training_app', r);
        end if;
      end loop;
    end $$;
    grant usage on schema public to training_api, training_worker, training_accounts, training_sealer;

    -- The context of a transaction, set by set_config(…, true) in its first statement.
    create function app_federation() returns uuid language sql stable parallel safe
      return nullif(current_setting('app.federation', true), '')::uuid;
    create function app_official() returns uuid language sql stable parallel safe
      return nullif(current_setting('app.official', true), '')::uuid;
    create function app_is_system() returns boolean language sql stable parallel safe
      return coalesce(current_setting('app.actor', true), '') like 'system:%';
    create function app_reaches_all() returns boolean language sql stable parallel safe
      return coalesce(current_setting('app.reach', true), '') = 'federation' or app_is_system();
    create function app_paths() returns ltree[] language sql stable parallel safe
      return coalesce(nullif(current_setting('app.paths', true), ''), '{}')::ltree[];
  `.execute(db)
}
