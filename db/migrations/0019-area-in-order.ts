import { type Kysely, sql } from 'kysely'

/** People stand word by word since 0014; within an immediate-upper union too (0012). */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    drop index official_in_area;
    create index official_in_area on official (area, sort_words, id);
  `.execute(db)
}
