import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from './database.ts'

const batch = 500
/** Any number of sealers may run; this lock lets one work. */
const sealerLock = 7_201_933

/** Every column of an entry, in one fixed order, as PostgreSQL writes a JSON array of text. */
const sealedBody = sql`jsonb_build_array(
  e.id::text, e.federation_id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
  e.account_id, e.official_id, e.actor_name, e.role, e.acting_for, e.deed, e.object_type, e.object_id,
  e.object_revision::text, e.cycle_id, e.unit_id, e.facts::text, e.content_sha256, e.trace, e.key)::text`

type Unsealed = { id: bigint; federationId: string; deed: string; body: string }

export type Sealed = {
  count: number
  /** Federations of which a paper was issued among these deeds. */
  issuedIn: string[]
}

/** More ids than can be drawn while one transaction is still open. */
const idsInFlight = 100_000

/**
 * Gives committed deeds their gapless sequence and their hash over the one before. A batch
 * that is not empty may have more behind it.
 */
export function sealNext(db: Db): Promise<Sealed> {
  return db.transaction().execute(async (tx) => {
    const { rows: lock } = await sql<{ mine: boolean }>`
      select pg_try_advisory_xact_lock(${sealerLock}) as mine`.execute(tx)
    if (!lock[0]?.mine) return { count: 0, issuedIn: [] }
    // @NOTE an entry may commit later than one with a higher id: the newest seal is no boundary
    const { rows: unsealed } = await sql<Unsealed>`
      select e.id, e.federation_id, e.deed, ${sealedBody} as body
      from register_entry e left join seal on seal.entry_id = e.id
      where seal.entry_id is null
        and e.id > coalesce((select max(entry_id) from seal), 0) - ${idsInFlight}::bigint
      order by e.id limit ${batch}`.execute(tx)
    const heads = new Map<string, { seq: bigint; hash: string }>()
    for (const entry of unsealed) {
      const head = heads.get(entry.federationId) ?? (await headOf(tx, entry.federationId))
      const seq = head.seq + 1n
      const hash = linkOf(head.hash, seq, entry.body)
      heads.set(entry.federationId, { seq, hash })
      await tx
        .insertInto('seal')
        .values({
          federationId: entry.federationId,
          seq,
          entryId: entry.id,
          previous: head.hash,
          hash,
        })
        .execute()
    }
    const issued = unsealed.filter(({ deed }) => deed === 'paper.issued')
    const issuedIn = [...new Set(issued.map(({ federationId }) => federationId))]
    return { count: unsealed.length, issuedIn }
  })
}

export async function headOf(db: Db, federationId: string): Promise<{ seq: bigint; hash: string }> {
  const row = await db
    .selectFrom('seal')
    .select(['seq', 'hash'])
    .where('federationId', '=', federationId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? { seq: 0n, hash: '0'.repeat(64) }
}

/** The verifier (local/register-verify.ts) makes the same link from the rows, sharing no code. */
function linkOf(previous: string, seq: bigint, body: string): string {
  return createHash('sha256').update(`register/v1\n${previous}\n${seq}\n${body}`).digest('hex')
}
