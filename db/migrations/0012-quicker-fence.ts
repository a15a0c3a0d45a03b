import { type Kysely, sql } from 'kysely'

/**
 * The same fence, asked of one row instead of a list: "its unit is among all units below mine" read
 * every unit of the federation for each statement, "its unit lies below mine" reads that one unit.
 * A scalar subquery and no EXISTS, which the planner may turn into the list again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$
    declare
      t text;
      below text := '(select u.path from unit u where u.id = %1$I.unit_id) <@ any ((select app_paths())::ltree[])';
      seen text := '(select app_reaches_all()) or ' || below;
      mine text := '(select app_reaches_all()) or official_id = (select app_official()) or ' || below;
    begin
      execute format('alter policy of_the_unit on answer_form using (' || below || ') with check (' || below || ')',
        'answer_form');
      foreach t in array array['answer_version', 'stance', 'comment', 'target_request'] loop
        execute format('alter policy seen_by_unit_and_offices on %1$I using (' || seen || ')', t);
        execute format('alter policy written_by_unit on %1$I with check (' || below || ')', t);
        execute format('alter policy withdrawn_by_unit on %1$I using (' || below || ')', t);
      end loop;
      foreach t in array array['extension', 'reminder', 'receipt'] loop
        execute format('alter policy seen_by_unit_and_offices on %1$I using (' || seen || ')', t);
      end loop;
      execute format('alter policy acknowledged_by_unit on %1$I using (' || below || ')', 'receipt');
      execute format('alter policy seen_tasks on %1$I using (' || mine || ')', 'task');
      execute format('alter policy seen_history on %1$I using (' || mine || ')', 'register_entry');
    end $$;

    -- The immediate-upper union it lies in: the first two steps of the path, as text, because only
    -- text is compared below the fence by an operator that may use its index. In this order a
    -- unit's own people are walked from either end; sorting them cost twenty times a page.
    alter table unit add column area text
      generated always as (ltree2text(subpath(path, 0, least(2, nlevel(path))))) stored;
    alter table official add column area text
      generated always as (ltree2text(subpath(unit_path, 0, least(2, nlevel(unit_path))))) stored;
    create index unit_in_area on unit (area, name collate vi_natural, id);
    create index official_in_area on official (area, sort_name, id);

    -- Who holds a unit's keys: asked whenever an answer is sent on or signed.
    create index role_grant_unit on role_grant (unit_id, role);

    -- What a process needs to do a deed that was laid down: the command, held, and its person entered.
    create function enter_to_perform(p_key uuid) returns table (caller jsonb, account_id uuid, deed text,
      input jsonb, trace text, is_done boolean, process jsonb)
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare c command;
    begin
      select * into c from command where key = p_key for update;
      if c.key is null then return; end if;
      return query select enter_as(c.account_id), c.account_id, c.deed, c.input, c.trace,
        c.done_at is not null, c.process;
    end $$;

    -- The reply of a command that a process has done, for the person who asked and nobody else.
    create function reply_of(p_key uuid, p_account uuid) returns table (reply jsonb, is_done boolean)
      language sql stable security definer set search_path = public, pg_temp as $$
      select c.reply, c.done_at is not null from command c join account a on a.user_id = c.account_id
      where c.key = p_key and c.account_id = p_account and a.suspended_at is null
    $$;
    revoke execute on function enter_to_perform(uuid), reply_of(uuid, uuid) from public;
    grant execute on function enter_to_perform(uuid) to training_worker, training_api;
    grant execute on function reply_of(uuid, uuid) to training_api;
  `.execute(db)
}
