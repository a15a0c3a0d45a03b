import { type Kysely, sql } from 'kysely'

/**
 * What a unit asks of a class line, in figures, and what of it the department wrote into the draft:
 * the line as it stood and as it was made, so that one act takes it back.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table comment add column line_wish jsonb check (line_wish is null or place_kind = 'LINE');
    alter table disposition add column applied jsonb
      check (applied is null or disposition in ('ACCEPTED', 'PARTLY'));
  `.execute(db)
}
