import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { canonical } from './canonical.ts'
import type { Db } from './database.ts'

const batch = 500
/** Any number of sealers may run; this lock lets one work. */
const sealerLock = 7_201_933

type Unsealed = {
  id: bigint
  federationId: string
  at: string
  actorName: string
  deed: string
  objectType: string
  objectId: string
  contentSha256: string
  key: string
}

/**
 * Gives committed deeds their gapless sequence and their hash over the one before. Returns how
 * many it sealed; a full batch means that more are waiting.
 */
export function sealNext(db: Db): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const { rows: lock } = await sql<{ mine: boolean }>`
      select pg_try_advisory_xact_lock(${sealerLock}) as mine`.execute(tx)
    if (!lock[0]?.mine) return 0
    // @NOTE an entry may commit later than one with a higher id, so the newest seal is no boundary:
    // the last ten minutes are looked through again
    const unsealed: Unsealed[] = await tx
      .selectFrom('registerEntry as e')
      .leftJoin('seal', 'seal.entryId', 'e.id')
      .select([
        'e.id',
        'e.federationId',
        'e.at',
        'e.actorName',
        'e.deed',
        'e.objectType',
        'e.objectId',
      ])
      .select(['e.contentSha256', 'e.key'])
      .where('seal.entryId', 'is', null)
      .orderBy('e.id')
      .limit(batch)
      .execute()
    const heads = new Map<string, { seq: bigint; hash: string }>()
    for (const entry of unsealed) {
      const head = heads.get(entry.federationId) ?? (await headOf(tx, entry.federationId))
      const seq = head.seq + 1n
      const hash = linkOf(head.hash, seq, entry)
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
    return unsealed.length
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

/** The verifier (local/register-verify.ts) makes the same link from a dump, sharing no code. */
function linkOf(previous: string, seq: bigint, entry: Unsealed): string {
  const { id, ...content } = entry
  const body = canonical({ ...content, id: id.toString(), seq: seq.toString() })
  return createHash('sha256').update(`register/v1\n${previous}\n${body}`).digest('hex')
}
