import { type Kysely, sql } from 'kysely'

/** Whoever removes a line that was taken over loses nothing: the matter is offered and decided anew. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`grant update on carried_matter to training_api, training_worker`.execute(db)
}
