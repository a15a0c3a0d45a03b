import { type Kysely, sql } from 'kysely'

/** Each page of the table of opinions asks which others were merged into those it shows. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create index disposition_of_head on disposition (merged_into) where merged_into is not null;
  `.execute(db)
}
