import { type Kysely, sql } from 'kysely'

/**
 * What a deed does to the account library's tables, in the deed's own transaction, so that neither
 * the register row nor the change exists without the other. The API's role cannot reach these
 * tables in any other way; each function judges again whose account it is.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- The key of the founding deed: a lost reply is answered again to the same client only.
    alter table first_administrator add column used_with uuid;
    -- People by unit: one index walk down the units and their people.
    create index unit_in_order on unit (federation_id, name collate vi_natural, id);

    create function app_account() returns uuid language sql stable parallel safe
      return nullif(split_part(coalesce(current_setting('app.actor', true), ''), 'account:', 2), '')::uuid;

    create function must_govern(p_account uuid) returns void language plpgsql stable security definer
      set search_path = public, pg_temp as $$
    begin
      if not exists (select from account a where a.user_id = p_account and a.federation_id = app_federation()
                     and (app_administers() or a.user_id = app_account())) then
        raise exception 'not an account of this person' using errcode = 'insufficient_privilege';
      end if;
    end $$;

    create function open_account(p_official uuid, p_name text, p_username text, p_hash text, p_must_change boolean)
      returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
    declare v_user uuid;
    begin
      if not app_administers() or not exists (
        select from official o where o.id = p_official and o.federation_id = app_federation()) then
        raise exception 'only an administrator opens accounts' using errcode = 'insufficient_privilege';
      end if;
      -- The library wants an address of its own; letters go to the official's.
      insert into auth_user (name, email, email_verified, username, display_username)
        values (p_name, p_username || '@account.invalid', true, p_username, p_username) returning id into v_user;
      insert into auth_account (account_id, provider_id, user_id, password, updated_at)
        values (v_user::text, 'credential', v_user, p_hash, clock_timestamp());
      insert into account (user_id, official_id, federation_id, username, must_change_password)
        values (v_user, p_official, app_federation(), p_username, p_must_change);
      return v_user;
    end $$;

    create function end_sessions(p_account uuid, p_only uuid, p_keep uuid) returns integer
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare v_ended integer;
    begin
      perform must_govern(p_account);
      delete from auth_session s where s.user_id = p_account
        and (p_only is null or s.id = p_only) and (p_keep is null or s.id <> p_keep);
      get diagnostics v_ended = row_count;
      return v_ended;
    end $$;

    create function set_password(p_account uuid, p_hash text, p_must_change boolean, p_keep_session uuid)
      returns integer language plpgsql security definer set search_path = public, pg_temp as $$
    begin
      perform must_govern(p_account);
      update auth_account set password = p_hash, updated_at = clock_timestamp()
        where user_id = p_account and provider_id = 'credential';
      update account set must_change_password = p_must_change where user_id = p_account;
      delete from sign_in_failure f using account a
        where a.user_id = p_account and f.username = a.username;
      return end_sessions(p_account, null, p_keep_session);
    end $$;

    create function my_sessions() returns table (
      session_id uuid, since timestamptz, last_seen_at timestamptz, address text, browser text)
      language sql stable security definer set search_path = public, pg_temp as $$
      select s.id, s.created_at, s.updated_at, s.ip_address, s.user_agent
      from auth_session s where s.user_id = app_account() and s.expires_at > now()
      order by s.updated_at desc
    $$;

    -- Asked after the password was found right, so that nobody learns who is suspended.
    create function may_sign_in(p_username text) returns boolean language sql stable security definer
      set search_path = public, pg_temp as $$
      select exists (select from account where username = p_username and suspended_at is null)
    $$;

    -- The sign-in page's heading, before anybody is known.
    create function federation_at_the_door() returns table (
      name text, place text, help_name text, help_phone text, is_demo boolean)
      language sql stable security definer set search_path = public, pg_temp as $$
      select name, place, help_name, help_phone, is_demo from federation order by created_at limit 1
    $$;

    -- Asked before a password is hashed for somebody unknown.
    create function link_is_known(p_token_sha256 text) returns boolean language sql stable security definer
      set search_path = public, pg_temp as $$
      select exists (select from first_administrator where token_sha256 = p_token_sha256)
    $$;

    -- The first federation and its administrator, by the one-time link. Null when the link is not
    -- good; the same key again finds what it made.
    create function found_federation(
      p_token_sha256 text, p_key uuid, p_federation jsonb, p_official jsonb, p_username text, p_hash text)
      returns jsonb language plpgsql security definer set search_path = public, pg_temp as $$
    declare
      v_link first_administrator; v_federation uuid; v_unit uuid; v_official uuid; v_user uuid;
      v_path ltree := lower(regexp_replace(p_federation->>'code', '[^A-Za-z0-9]', '_', 'g'))::ltree;
    begin
      select * into v_link from first_administrator where token_sha256 = p_token_sha256 for update;
      if v_link.token_sha256 is null then return null; end if;
      if v_link.used_at is not null then
        return case when v_link.used_with = p_key then jsonb_build_object('repeated', true) end;
      end if;
      if exists (select from federation) then return null; end if;
      insert into federation (name, short_name, place, superior_name, symbol, help_name, help_phone)
        values (p_federation->>'name', p_federation->>'shortName', p_federation->>'place',
          p_federation->>'superiorName', p_federation->>'symbol', p_federation->>'helpName', p_federation->>'helpPhone')
        returning id into v_federation;
      insert into unit (federation_id, code, name, level, kind, path, symbol, valid_from)
        values (v_federation, p_federation->>'code', p_federation->>'name', 'PROVINCIAL', 'PROVINCIAL_FEDERATION',
          v_path, p_federation->>'symbol', (p_federation->>'foundedOn')::date) returning id into v_unit;
      insert into official (federation_id, unit_id, unit_path, full_name, sort_name, sex, birth_year, employment,
          level, position)
        values (v_federation, v_unit, v_path, p_official->>'fullName', p_official->>'sortName', p_official->>'sex',
          (p_official->>'birthYear')::integer, 'FULL_TIME', 'PROVINCIAL', 'SPECIALIST') returning id into v_official;
      insert into auth_user (name, email, email_verified, username, display_username)
        values (p_official->>'fullName', p_username || '@account.invalid', true, p_username, p_username)
        returning id into v_user;
      insert into auth_account (account_id, provider_id, user_id, password, updated_at)
        values (v_user::text, 'credential', v_user, p_hash, clock_timestamp());
      insert into account (user_id, official_id, federation_id, username)
        values (v_user, v_official, v_federation, p_username);
      insert into role_grant (federation_id, official_id, role, unit_id)
        values (v_federation, v_official, 'administrator', v_unit);
      update first_administrator set used_at = clock_timestamp(), used_with = p_key
        where token_sha256 = p_token_sha256;
      return jsonb_build_object('repeated', false, 'accountId', v_user);
    end $$;

    -- Under the fence a path condition cannot use its index (ltree's operators are not leakproof);
    -- ids are compared by one that is.
    create function unit_ids_below(p_unit uuid) returns setof uuid language sql stable security definer
      set search_path = public, pg_temp as $$
      select u.id from unit u
      where u.federation_id = app_federation() and u.path <@ (
        select top.path from unit top where top.id = p_unit and top.federation_id = app_federation())
    $$;
    create function unit_ids_in_reach() returns setof uuid language sql stable security definer
      set search_path = public, pg_temp as $$
      select u.id from unit u where u.federation_id = app_federation() and u.path <@ any (app_paths())
    $$;

    revoke execute on function must_govern(uuid), open_account(uuid, text, text, text, boolean),
      end_sessions(uuid, uuid, uuid), set_password(uuid, text, boolean, uuid), my_sessions(), may_sign_in(text),
      federation_at_the_door(), link_is_known(text), found_federation(text, uuid, jsonb, jsonb, text, text),
      unit_ids_below(uuid),
      unit_ids_in_reach() from public;
    grant execute on function open_account(uuid, text, text, text, boolean), end_sessions(uuid, uuid, uuid),
      set_password(uuid, text, boolean, uuid), my_sessions(), federation_at_the_door(),
      link_is_known(text),
      found_federation(text, uuid, jsonb, jsonb, text, text), unit_ids_below(uuid), unit_ids_in_reach()
      to training_api;
    grant execute on function may_sign_in(text) to training_accounts;
  `.execute(db)
}
