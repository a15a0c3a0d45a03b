import { type Kysely, sql } from 'kysely'

/**
 * A round that was agreed to may open on a later day. Until then it is planned, and nothing of it is
 * there for anybody but the federation's offices and its processes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table round drop constraint round_state_check,
      add constraint round_state_check check (state in ('PLANNED', 'OPEN', 'CLOSED'));

    create policy unseen_before_it_opens on round as restrictive for select
      using (state <> 'PLANNED' or (select app_reaches_all()));
    do $$ declare t text; begin
      foreach t in array array['round_plan', 'round_form', 'conference'] loop
        -- whoever does not see the round sees nothing of it
        execute format('create policy unseen_before_it_opens on %I as restrictive for select
          using ((select app_reaches_all()) or exists (select from round r where r.id = round_id))', t);
      end loop;
    end $$;
  `.execute(db)
}
