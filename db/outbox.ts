import { type RawBuilder, sql } from 'kysely'
import type { Tx } from './database.ts'

export type Letter = {
  /** One letter per event and person: telling it twice changes nothing. */
  eventKey: string
  /** `feedback.letters.reminder`: title and body stand below it in the dictionaries. */
  textKey: string
  params: Record<string, string | number>
  link: string
}

/** Writes to named people. */
export async function tell(
  tx: Tx,
  federationId: string,
  officialIds: readonly string[],
  letter: Letter,
): Promise<void> {
  if (officialIds.length > 0) await telling(federationId, officialIds, letter).execute(tx)
}

export function telling(
  federationId: string,
  officialIds: readonly string[],
  { eventKey, textKey, params, link }: Letter,
): RawBuilder<unknown> {
  // @NOTE naming the columns would ask for the right to read letters, which are other people's
  return sql`
    insert into letter (federation_id, official_id, event_key, text_key, params, link)
    select ${federationId}::uuid, told, ${eventKey}, ${textKey}, ${JSON.stringify(params)}::jsonb, ${link}
    from unnest(${[...officialIds]}::uuid[]) as told
    on conflict do nothing`
}

/** Writes to everyone who holds one of the roles in one of the units today: one statement. */
export async function tellHolders(
  tx: Tx,
  federationId: string,
  to: { roles: readonly string[]; unitIds: readonly string[] },
  letter: Letter,
): Promise<void> {
  const { eventKey, textKey, params, link } = letter
  await sql`
    insert into letter (federation_id, official_id, unit_id, event_key, text_key, params, link)
    select distinct on (g.official_id) g.federation_id, g.official_id, g.unit_id, ${eventKey}, ${textKey},
      ${JSON.stringify(params)}::jsonb, ${link}
    from role_grant g
    where g.federation_id = ${federationId} and g.role = any(${[...to.roles]}::text[])
      and g.unit_id = any(${[...to.unitIds]}::uuid[])
      and g.since <= current_date and (g.until is null or g.until >= current_date)
    on conflict do nothing`.execute(tx)
}
