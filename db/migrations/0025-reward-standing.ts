import { type Kysely, sql } from 'kysely'

/** The ribbon's figures of the last station, for everyone: how many were proposed and honoured. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function reward_standing(p_cycle uuid) returns table (proposed integer, awarded integer)
      language sql stable security definer set search_path = public, pg_temp as $$
      select count(*)::integer, (count(*) filter (where f.state in ('DECIDED', 'AWARDED')))::integer
      from award_file f join commendation c on c.id = f.commendation_id
      where c.cycle_id = p_cycle and f.state <> 'REJECTED' and f.federation_id = app_federation()
    $$;
    revoke execute on function reward_standing(uuid) from public;
    grant execute on function reward_standing(uuid) to training_api, training_worker;
  `.execute(db)
}
