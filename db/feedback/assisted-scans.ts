import { sql } from 'kysely'
import type { AssistedScan } from '../../domain/feedback/assisted-entry.contract.ts'
import { isScanKind } from '../../domain/feedback/assisted-entry.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { uploadById } from '../files/upload-row.ts'
import { found } from '../subject.ts'

type Scanned = { entryId: string; scans: readonly AssistedScan[] }
type Wanted = { federationId: string; ids: readonly string[] }

/** The files of a form on paper, put in this order: those that are there by now, and uploads that are whole. */
export async function keepScans(
  tx: Tx,
  { entryId, scans }: Scanned,
  { federationId, ids }: Wanted,
): Promise<void> {
  const wanted = [...new Set(ids)]
  const gone = scans.filter(({ scanId }) => !wanted.includes(scanId)).map(({ scanId }) => scanId)
  if (gone.length > 0)
    await tx
      .deleteFrom('assistedScan')
      .where('entryId', '=', entryId)
      .where('id', 'in', gone)
      .execute()
  for (const [index, id] of wanted.entries()) {
    const position = index + 1
    if (scans.some(({ scanId }) => scanId === id))
      await tx
        .updateTable('assistedScan')
        .set({ position })
        .where('entryId', '=', entryId)
        .where('id', '=', id)
        .execute()
    else
      await tx
        .insertInto('assistedScan')
        .values({ ...(await scanFrom(tx, id)), federationId, entryId, position })
        .execute()
  }
}

async function scanFrom(tx: Tx, id: string) {
  const { kept } = found(await uploadById(tx, id))
  if (!kept) throw new Refusal('files.not-whole', 'wrong-state')
  if (!isScanKind(kept.kind))
    throw new Refusal('feedback.scan-not-a-page', 'invalid', { params: { name: kept.name } })
  const { name, kind, size, sha256 } = kept
  return { id, name, kind, size, sha256 }
}

/** As a part of a larger statement: the files of an entry, page by page. */
export const scansOfEntry = sql<AssistedScan[]>`(
  select coalesce(jsonb_agg(jsonb_build_object('scanId', s.id, 'name', s.name, 'kind', s.kind,
    'size', s.size, 'sha256', s.sha256) order by s.position), '[]')
  from assisted_scan s where s.entry_id = entry.id)`
