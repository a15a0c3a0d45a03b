import { type Kysely, sql } from 'kysely'

/**
 * A unit that need not answer: a row with who, when and why, and who took it back. The offices may
 * end an answer as excused already; back to where it stood it comes by this function alone, because
 * two policies on one table add up and would let the offices bring any answer anywhere.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table excuse (
      id uuid primary key default gen_random_uuid(),
      federation_id uuid not null references federation,
      round_id uuid not null references round,
      answer_id uuid not null references answer,
      unit_id uuid not null references unit,
      state_before text not null,
      reason text not null,
      excused_by uuid not null references official,
      excused_at timestamptz not null default clock_timestamp(),
      taken_back_by uuid references official,
      taken_back_at timestamptz,
      taken_back_because text,
      check ((taken_back_at is null) = (taken_back_by is null)),
      check ((taken_back_at is null) = (taken_back_because is null))
    );
    create unique index one_excuse_in_force on excuse (answer_id) where taken_back_at is null;

    alter table excuse enable row level security;
    alter table excuse force row level security;
    create policy own_federation on excuse as restrictive for all
      using (federation_id = (select app_federation()));
    create policy seen_by_unit_and_offices on excuse for select using ((select app_reaches_all())
      or unit_id in (select u.id from unit u where u.path <@ any ((select app_paths())::ltree[])));
    create policy written_by_offices on excuse for insert with check ((select app_reaches_all()));
    create policy taken_back_by_offices on excuse for update using ((select app_reaches_all()));
    grant select, insert, update on excuse to training_api, training_worker;

    create function take_back_excuse(p_answer uuid) returns text language plpgsql security definer
      set search_path = public, pg_temp as $$
    declare v_state text;
    begin
      if not app_reaches_all() then
        raise exception 'not an office of the federation' using errcode = 'insufficient_privilege';
      end if;
      select e.state_before into v_state from excuse e
        where e.answer_id = p_answer and e.taken_back_at is null and e.federation_id = app_federation();
      update answer set state = v_state, revision = revision + 1
        where id = p_answer and state = 'EXCUSED' and v_state is not null;
      return v_state;
    end $$;
    revoke execute on function take_back_excuse(uuid) from public;
    grant execute on function take_back_excuse(uuid) to training_api;
  `.execute(db)
}
