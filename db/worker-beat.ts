import { sql } from 'kysely'
import type { Db } from './database.ts'

/** "I am polling." What the health page knows of a worker. */
export async function beat(db: Db, worker: string): Promise<void> {
  await sql`
    insert into worker_beat (worker) values (${worker})
    on conflict (worker) do update set at = clock_timestamp()`.execute(db)
}
