import { type Kysely, sql } from 'kysely'

/** Row-level security: the second fence behind the deeds table, for every row of a federation. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    do $$
    declare t text;
    begin
      for t in
        select c.relname from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'federation_id' and not a.attisdropped
        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
      loop
        execute format('alter table %I enable row level security', t);
        execute format('alter table %I force row level security', t);
        -- A restrictive wall first: nothing crosses the federation, whatever other policies allow.
        execute format(
          'create policy own_federation on %I as restrictive for all using (federation_id = (select app_federation()))', t);
        execute format('grant select on %I to training_api, training_worker', t);
      end loop;
    end $$;

    alter table federation enable row level security;
    alter table federation force row level security;
    create policy own_federation on federation as restrictive using (id = (select app_federation()));
    create policy open_to_all on federation using (true);
    grant select on federation to training_api, training_worker;

    -- 1. What everyone of a federation may read, and its offices write.
    do $$
    declare t text;
    begin
      foreach t in array array[
        'unit', 'unit_succession', 'department', 'body', 'body_member', 'role_grant', 'holiday', 'partner',
        'lecturer', 'account', 'cycle', 'cycle_moment', 'year_result', 'plan', 'plan_version', 'round', 'round_plan',
        'paper', 'command', 'process_request'
      ] loop
        execute format('create policy readable on %I for select using (true)', t);
        execute format('create policy writable on %I for insert with check (true)', t);
        execute format('create policy changeable on %I for update using (true) with check (true)', t);
        execute format('create policy removable on %I for delete using ((select app_reaches_all()))', t);
      end loop;

      -- 2. What only the federation's offices and its processes see.
      foreach t in array array[
        'legal_basis', 'clause', 'target', 'allocation', 'class_line', 'revision_task', 'approval', 'approval_check',
        'dossier_reading', 'ballot', 'signature', 'number_series', 'seal', 'attention', 'job', 'job_item'
      ] loop
        execute format(
          'create policy of_the_offices on %I for all using ((select app_reaches_all())) with check ((select app_reaches_all()))', t);
      end loop;
    end $$;

    -- 3. People: one's own subtree, one's own record.
    create policy of_my_subtree on official for select using (
      (select app_reaches_all()) or unit_path <@ any ((select app_paths())::ltree[]) or id = (select app_official()));
    create policy written_by_offices on official for all
      using ((select app_reaches_all())) with check ((select app_reaches_all()));
    create policy of_my_subtree on post for select using (
      (select app_reaches_all()) or exists (select from official o where o.id = post.official_id));
    create policy written_by_offices on post for all
      using ((select app_reaches_all())) with check ((select app_reaches_all()));

    -- 4. Answers. A superior sees that a unit is writing, never what it writes, and never writes for it.
    create policy seen_by_unit_and_offices on answer for select using (
      (select app_reaches_all()) or unit_path <@ any ((select app_paths())::ltree[]));
    create policy written_by_unit on answer for update
      using (unit_path <@ any ((select app_paths())::ltree[]) or (select app_is_system()))
      with check (unit_path <@ any ((select app_paths())::ltree[]) or (select app_is_system()));
    -- A leader's early close ends every answer; the offices can bring it nowhere else.
    create policy ended_by_offices on answer for update using ((select app_reaches_all()))
      with check ((select app_reaches_all()) and state in ('COUNTED', 'NO_ANSWER', 'EXCUSED'));
    create policy opened_by_process on answer for insert with check ((select app_is_system()));

    create policy of_the_unit on answer_form for all
      using (unit_id in (select u.id from unit u where u.path <@ any ((select app_paths())::ltree[])))
      with check (unit_id in (select u.id from unit u where u.path <@ any ((select app_paths())::ltree[])));

    do $$
    declare t text;
    begin
      foreach t in array array['answer_version', 'stance', 'comment', 'target_request'] loop
        execute format(
          'create policy seen_by_unit_and_offices on %I for select using ((select app_reaches_all())
             or unit_id in (select u.id from unit u where u.path <@ any ((select app_paths())::ltree[])))', t);
        execute format(
          'create policy written_by_unit on %I for insert with check (
             unit_id in (select u.id from unit u where u.path <@ any ((select app_paths())::ltree[])))', t);
        execute format(
          'create policy withdrawn_by_unit on %I for update using (
             unit_id in (select u.id from unit u where u.path <@ any ((select app_paths())::ltree[])))', t);
      end loop;
      -- What the offices do about a unit, which the unit may see.
      foreach t in array array['extension', 'reminder', 'receipt'] loop
        execute format(
          'create policy seen_by_unit_and_offices on %I for select using ((select app_reaches_all())
             or unit_id in (select u.id from unit u where u.path <@ any ((select app_paths())::ltree[])))', t);
        execute format('create policy written_by_offices on %I for insert with check ((select app_reaches_all()))', t);
      end loop;
    end $$;
    create policy acknowledged_by_unit on receipt for update using (
      unit_id in (select u.id from unit u where u.path <@ any ((select app_paths())::ltree[])));

    -- The answer to a comment belongs to those who see the comment.
    create policy seen_with_comment on disposition for select using (
      exists (select from comment c where c.id = disposition.comment_id));
    create policy written_by_offices on disposition for all
      using ((select app_reaches_all())) with check ((select app_reaches_all()));
    create policy seen_with_request on request_decision for select using (
      exists (select from target_request r where r.id = request_decision.target_request_id));
    create policy written_by_offices on request_decision for all
      using ((select app_reaches_all())) with check ((select app_reaches_all()));

    create function app_administers() returns boolean language sql stable as $$
      select exists (select from role_grant g where g.official_id = app_official() and g.role = 'administrator'
        and g.since <= current_date and (g.until is null or g.until >= current_date)) $$;

    -- 5. Letters are one's own, and administrators see what went out; tasks are one's own, one's
    --    unit's, or the offices'.
    create policy my_letters on letter for select using (
      official_id = (select app_official()) or (select app_is_system()));
    create policy seen_by_administrators on letter for select using ((select app_administers()));
    create policy told_by_deeds on letter for insert with check (true);
    create policy read_by_me on letter for update using (
      official_id = (select app_official()) or (select app_is_system()));
    create policy seen_tasks on task for select using (
      (select app_reaches_all()) or official_id = (select app_official())
      or unit_id in (select u.id from unit u where u.path <@ any ((select app_paths())::ltree[])));
    create policy opened_by_deeds on task for insert with check (true);
    create policy ended_by_deeds on task for update using (true) with check (true);

    -- 6. The register: written by every deed, changed by none.
    create policy written_by_deeds on register_entry for insert with check (true);
    create policy seen_history on register_entry for select using (
      (select app_reaches_all()) or official_id = (select app_official())
      or unit_id in (select u.id from unit u where u.path <@ any ((select app_paths())::ltree[])));

    create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception 'the register is append-only'; end $$;
    create trigger append_only before update or delete on register_entry
      for each row execute function refuse_change();
    create trigger append_only_t before truncate on register_entry
      for each statement execute function refuse_change();
    create trigger append_only before update or delete on seal for each row execute function refuse_change();
    create trigger append_only_t before truncate on seal for each statement execute function refuse_change();
  `.execute(db)

  await sql`
    -- Rights of the processes on the tables.
    grant insert, update on
      unit, unit_succession, department, official, post, body, body_member, role_grant, holiday, partner, lecturer,
      account, command, letter, task, process_request, attention, job, job_item, cycle, cycle_moment, year_result,
      plan, legal_basis, clause, target, allocation, class_line, plan_version, round, round_plan, answer, answer_form,
      answer_version, stance, comment, target_request, extension, reminder, disposition, request_decision,
      revision_task, approval, approval_check, dossier_reading, ballot, signature, number_series, paper, receipt
      to training_api, training_worker;
    grant insert on register_entry to training_api, training_worker;
    grant delete on legal_basis, clause, target, allocation, class_line, holiday, disposition, role_grant
      to training_api, training_worker;
    revoke insert, update on seal from training_api, training_worker;
    revoke update on ballot, plan_version, signature from training_api, training_worker;
    grant usage on all sequences in schema public to training_api, training_worker;
    grant select, insert, update, delete on worker_beat to training_worker;

    grant select, insert, update, delete on auth_user, auth_session, auth_account, auth_verification, step_up,
      sign_in_failure, first_administrator to training_accounts;
    grant usage on all sequences in schema public to training_accounts;
    grant select on account, official to training_accounts;

    -- The sealer reads the register of every federation and can write nothing but seals.
    grant select on register_entry, seal to training_sealer;
    grant insert on seal to training_sealer;
    create policy sealed_by_sealer on register_entry for select to training_sealer using (true);
    create policy sealed_by_sealer on seal for all to training_sealer using (true) with check (true);
    drop policy own_federation on register_entry;
    drop policy own_federation on seal;
    create policy own_federation on register_entry as restrictive for all to training_api, training_worker
      using (federation_id = (select app_federation()));
    create policy own_federation on seal as restrictive for all to training_api, training_worker
      using (federation_id = (select app_federation()));
  `.execute(db)

  await sql`
    -- Who an account is and what it is granted today: read before there is a context.
    create function caller_of(p_user uuid) returns jsonb language sql stable security definer
      set search_path = public, pg_temp as $$
      select jsonb_build_object(
        'accountId', a.user_id, 'officialId', o.id, 'federationId', a.federation_id, 'fullName', o.full_name,
        'username', a.username, 'mustChangePassword', a.must_change_password,
        'grants', coalesce((
          select jsonb_agg(jsonb_build_object(
            'role', g.role, 'unitId', g.unit_id, 'unitPath', u.path::text, 'unitName', u.name,
            'ofFederation', u.parent_id is null, 'departmentId', g.department_id,
            'substituteFor', g.substitute_for) order by g.role, u.path)
          from role_grant g join unit u on u.id = g.unit_id
          where g.official_id = o.id and g.since <= current_date and (g.until is null or g.until >= current_date)
        ), '[]'::jsonb))
      from account a join official o on o.id = a.official_id
      where a.user_id = p_user and a.suspended_at is null
    $$;

    -- The first statement of every transaction of a person: who it is, read anew, and the context of
    -- the fence for this transaction only. Null when there is no such account, or it is suspended.
    create function enter_as(p_user uuid) returns jsonb language plpgsql security definer
      set search_path = public, pg_temp as $$
    declare c jsonb := caller_of(p_user);
    begin
      if c is null then return null; end if;
      perform set_config('app.actor', 'account:' || p_user, true),
        set_config('app.federation', c->>'federationId', true),
        set_config('app.official', c->>'officialId', true),
        set_config('app.reach', case when exists (
          select from jsonb_array_elements(c->'grants') g
          where (g->>'ofFederation')::boolean and g->>'role' <> 'lecturer') then 'federation' else 'units' end, true),
        set_config('app.paths', coalesce((
          select array_agg(g->>'unitPath')::text from jsonb_array_elements(c->'grants') g
          where not (g->>'ofFederation')::boolean), '{}'), true);
      return c || jsonb_build_object('at', clock_timestamp());
    end $$;

    -- Text search under the fence: the trigram index cannot serve a query behind RLS (it is not
    -- leakproof), so each function applies the scope itself, before anything is returned.
    -- Each word stands as a constant of its own: only then does the planner know which one is rare.
    create function words_in(p_column text, p_text text) returns text language sql stable as $$
      select coalesce(string_agg(format('%s like %L', p_column,
        '%' || replace(replace(replace(w, '\\', ''), '%', ''), '_', '\\_') || '%'), ' and '), 'true')
      from unnest(string_to_array(fold(trim(p_text)), ' ')) w where w <> ''
    $$;
    create function official_ids_matching(p_text text) returns setof uuid
      language plpgsql stable security definer set search_path = public, pg_temp as $$
    begin
      return query execute 'select o.id from official o where o.federation_id = app_federation()
        and (app_reaches_all() or o.unit_path <@ any (app_paths())) and ' || words_in('o.folded', p_text);
    end $$;
    create function unit_ids_matching(p_text text) returns setof uuid
      language plpgsql stable security definer set search_path = public, pg_temp as $$
    begin
      return query execute 'select u.id from unit u where u.federation_id = app_federation() and '
        || words_in('u.folded', p_text);
    end $$;

    -- A merged comment is answered by its head's disposition, and the head may be another unit's
    -- comment, which the fence hides: the answer is given out, never the comment it was given to.
    create function head_disposition(p_comment uuid)
      returns table (disposition text, explanation text, changed_places text[])
      language sql stable security definer set search_path = public, pg_temp as $$
      select head.disposition, head.explanation, head.changed_places
      from disposition d join disposition head on head.comment_id = d.merged_into
      where d.comment_id = p_comment and d.federation_id = app_federation()
    $$;
    revoke execute on function head_disposition(uuid) from public;
    grant execute on function head_disposition(uuid) to training_api, training_worker;

    -- Work of the processes that stands before any federation is known.
    create function federations_at_work() returns setof uuid language sql stable security definer
      set search_path = public, pg_temp as $$ select id from federation $$;
    create function federation_of_command(p_key uuid) returns uuid language sql stable security definer
      set search_path = public, pg_temp as $$ select federation_id from command where key = p_key $$;

    create function federation_of_process(p_owner text, p_id text) returns uuid language sql stable security definer
      set search_path = public, pg_temp as $$
      select case p_owner
        when 'cycle' then (select federation_id from cycle where id::text = p_id)
        when 'round' then (select federation_id from round where id::text = p_id)
        when 'approval' then (select federation_id from approval where id::text = p_id)
        when 'job' then (select federation_id from job where id::text = p_id)
        when 'workflow' then coalesce(
          (select federation_id from process_request where workflow_id = p_id limit 1),
          (select federation_id from cycle where process_id = p_id),
          (select id from federation limit 1))
      end
    $$;

    -- The ribbon's counts of the last round of a year: figures for everyone, whose they are for nobody.
    create function round_standing(p_cycle uuid)
      returns table (invited integer, answered integer, comments integer, disposed integer)
      language sql stable security definer set search_path = public, pg_temp as $$
      select
        (select count(*)::integer from answer a where a.round_id = r.id and a.state <> 'EXCUSED'),
        (select count(*)::integer from answer a where a.round_id = r.id and a.state in ('SUBMITTED', 'COUNTED')),
        (select count(*)::integer from comment c where c.round_id = r.id and c.withdrawn_at is null),
        (select count(*)::integer from disposition d where d.round_id = r.id)
      from round r where r.cycle_id = p_cycle and r.federation_id = app_federation()
      order by r.number desc limit 1
    $$;

    -- For the health page: how far letters and seals are behind, in seconds.
    create function work_lag() returns table (letter_seconds float8, seal_seconds float8, worker_seconds float8)
      language sql stable security definer set search_path = public, pg_temp as $$
      select
        coalesce(extract(epoch from now() - (select min(next_try_at) from letter where sent_at is null)), 0)::float8,
        coalesce(extract(epoch from now() - (
          select min(at) from register_entry e
          where e.id > coalesce((select max(entry_id) from seal), 0))), 0)::float8,
        coalesce(extract(epoch from now() - (select max(at) from worker_beat)), 1e9)::float8
    $$;

    revoke execute on function caller_of(uuid), enter_as(uuid), official_ids_matching(text), unit_ids_matching(text),
      federations_at_work(), federation_of_command(uuid), federation_of_process(text, text), work_lag(),
      round_standing(uuid) from public;
    grant execute on function round_standing(uuid) to training_api, training_worker;
    grant execute on function enter_as(uuid) to training_api, training_worker;
    grant execute on function official_ids_matching(text), unit_ids_matching(text) to training_api, training_worker;
    grant execute on function federations_at_work(), federation_of_command(uuid), work_lag()
      to training_worker, training_api;
    grant execute on function federation_of_process(text, text) to training_worker;
    grant execute on function federations_at_work() to training_sealer;
  `.execute(db)
}
