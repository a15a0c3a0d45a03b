import { type Kysely, sql } from 'kysely'

/**
 * A stolen copy of the database opens no session; sessions end by the database's clock; what a
 * person asked for and was answered is that person's alone.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    update auth_session set token = encode(sha256(convert_to(token, 'UTF8')), 'hex');
    -- Protects against a writer that forgets to hash.
    alter table auth_session add constraint token_is_a_hash check (token ~ '^[0-9a-f]{64}$');

    -- Thirty minutes without a call for administrators, sixty for others, twelve hours in all.
    create function session_is_over(p_account uuid, p_created timestamptz, p_seen timestamptz) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
      select clock_timestamp() > p_created + interval '12 hours'
        or clock_timestamp() > p_seen + case when exists (
          select from account a join role_grant g on g.official_id = a.official_id
          where a.user_id = p_account and g.role = 'administrator'
            and g.since <= current_date and (g.until is null or g.until >= current_date))
        then interval '30 minutes' else interval '60 minutes' end
    $$;

    -- Asked at every call of a session: a session that is over is gone with the asking, one that
    -- is not has been seen now, written down once a minute at most.
    create function session_standing(p_session uuid)
      returns table (is_fresh boolean, must_change_password boolean)
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare s auth_session;
    begin
      select * into s from auth_session where id = p_session;
      if s.id is null then return; end if;
      if session_is_over(s.user_id, s.created_at, s.updated_at) then
        delete from auth_session where id = p_session;
        return;
      end if;
      if s.updated_at < clock_timestamp() - interval '1 minute' then
        update auth_session set updated_at = clock_timestamp() where id = p_session;
      end if;
      return query select
        coalesce(u.confirmed_at, s.created_at) > clock_timestamp() - interval '10 minutes', a.must_change_password
      from account a left join step_up u on u.session_id = s.id where a.user_id = s.user_id;
    end $$;

    create or replace function my_sessions() returns table (
      session_id uuid, since timestamptz, last_seen_at timestamptz, address text, browser text)
      language sql stable security definer set search_path = public, pg_temp as $$
      select s.id, s.created_at, s.updated_at, s.ip_address, s.user_agent
      from auth_session s
      where s.user_id = app_account() and not session_is_over(s.user_id, s.created_at, s.updated_at)
      order by s.updated_at desc
    $$;

    -- What a password is compared with. A name that is unknown or suspended has no row, so that
    -- all three kinds of "no" cost the same statement and the same hashing.
    drop function may_sign_in(text);
    create function credential_of(p_username text) returns table (account_id uuid, password_hash text)
      language sql stable security definer set search_path = public, pg_temp as $$
      select a.user_id, c.password from account a
      join auth_account c on c.user_id = a.user_id and c.provider_id = 'credential'
      where a.username = p_username and a.suspended_at is null
    $$;

    revoke execute on function session_is_over(uuid, timestamptz, timestamptz), session_standing(uuid),
      credential_of(text) from public;
    grant execute on function session_standing(uuid), credential_of(text) to training_accounts;
  `.execute(db)

  await sql`
    -- A reply may hold what only its asker may see; the processes read what they are told to do.
    drop policy readable on command;
    drop policy writable on command;
    drop policy changeable on command;
    create policy asked_by_me on command for all
      using (account_id = (select app_account()) or (select app_is_system()))
      with check (account_id = (select app_account()) or (select app_is_system()));
  `.execute(db)
}
