import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { forgetPostgres } from '../../local/postgres-folder.ts'
import { createDatabases } from '../../local/postgres-roles.ts'
import { type Postgres, startPostgres } from '../../local/postgres.ts'
import { planYear, untilTrue } from '../setup/year-walk.ts'
import { type Break, broken } from './broken.ts'
import { killPostgres } from './kill-postgres.ts'
import { openStand, type Stand } from './stand.ts'

const writers = 16

type Disk = { dataDir: string; server: Postgres; stand: Stand; planIds: string[] }

/** A server that keeps its word to the disk, as production has it, and an API on it. */
async function openDisk(name: string, breaks: readonly Break[] = []): Promise<Disk> {
  const folder = mkdtempSync(join(tmpdir(), 'training-kill-'))
  chmodSync(folder, 0o755)
  const dataDir = join(folder, 'postgres')
  // the time between two looks of the WAL writer, so that a broken promise has time to be broken
  const server = await startPostgres({ dataDir, options: { wal_writer_delay: '1s' } })
  const urls = await createDatabases(server)
  await migrate(urls.ownerUrl)
  const drop = async () => {
    await server.stop()
    forgetPostgres(dataDir)
    rmSync(folder, { recursive: true, force: true })
  }
  const stand = await openStand({ name, hasWorker: false, breaks, database: { ...urls, drop } })
  return { dataDir, server, stand, planIds: await plansFor(stand) }
}

/** One plan for each writer, so that they write side by side. */
async function plansFor({ walk, federation }: Stand): Promise<string[]> {
  const { federationId, top } = federation
  const rows = await walk.asOwner(
    `with year as (
       insert into cycle (federation_id, unit_id, plan_year, phase, process_id, opened_at)
       select $1, $2, n, 'draft', n::text, now() from generate_series($3::int, $3::int + $4::int - 1) n returning *
     ) insert into plan (federation_id, cycle_id, unit_id, plan_type, plan_year, title, state)
       select federation_id, id, unit_id, 'TRAINING', plan_year, 'Kế hoạch', 'DRAFTING' from year returning id`,
    [federationId, top.id, planYear, writers],
  )
  return rows.map(({ id }) => String(id))
}

type Acknowledged = { key: string; id: string }
type Journal = { acknowledged: Acknowledged[]; statuses: Set<number> }

/** Writes without pause; what it was told is done goes into its own journal. */
async function write(disk: Disk, n: number, journal: Journal, until: () => boolean) {
  const { cookie } = await disk.stand.walk.person('drafter')
  while (!until()) {
    const key = randomUUID()
    for (let isDone = false; !isDone && !until();) {
      const reply = await send(disk, n, { key, cookie })
      isDone = reply.status === 200
      if (reply.id) journal.acknowledged.push({ key, id: reply.id })
      else {
        journal.statuses.add(reply.status)
        await pause(20)
      }
    }
  }
}

async function send(disk: Disk, n: number, { key, cookie }: { key: string; cookie: string }) {
  const basis = { docType: 'Luật', number: null, issuedOn: null, issuer: null, abstract: 'Luật' }
  const reply = await fetch(`${disk.stand.address}/api/plans/${disk.planIds[n]}/legal-bases`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify({ rows: [basis] }),
    signal: AbortSignal.timeout(15_000),
  })
  const { ids } = (await reply.json()) as { ids?: string[] }
  return { status: reply.status, id: ids?.[0] }
}

/** Kills the server so often under its writers; tells what was acknowledged and is not there. */
async function killedUnderWriters(disk: Disk, cycles: number) {
  const journal: Journal = { acknowledged: [], statuses: new Set() }
  const pid = disk.stand.api.pid()
  let isOver = false
  const writing = Array.from({ length: writers }, (_, n) => write(disk, n, journal, () => isOver))
  const lost = new Set<string>()
  for (let n = 0; n < cycles && lost.size === 0; n += 1) {
    const before = journal.acknowledged.length
    await untilTrue(() => Promise.resolve(journal.acknowledged.length >= before + 150), 30_000)
    await killPostgres(disk.dataDir)
    const told = [...journal.acknowledged]
    disk.server = await startPostgres({ dataDir: disk.dataDir, port: disk.server.port })
    for (const key of await missing(disk, told)) lost.add(key)
  }
  isOver = true
  await Promise.all(writing)
  return {
    acknowledged: journal.acknowledged.length,
    lost: lost.size,
    twice: await doneTwice(disk),
    refusedWith: [...journal.statuses],
    isSameProcess: disk.stand.api.pid() === pid,
  }
}

async function missing({ stand }: Disk, journal: Acknowledged[]): Promise<string[]> {
  const rows = await stand.walk.asOwner(
    `select told.key from unnest($1::text[], $2::uuid[]) as told (key, id)
     where not exists (select from register_entry e where e.key = told.key)
        or not exists (select from legal_basis b where b.id = told.id)
        or not exists (select from command c where c.key::text = told.key and c.done_at is not null)`,
    [journal.map(({ key }) => key), journal.map(({ id }) => id)],
  )
  return rows.map(({ key }) => String(key))
}

/** Every row of a legal basis has its own entry: none was written for a second sending. */
async function doneTwice({ stand }: Disk): Promise<number> {
  const [row] = await stand.walk.asOwner(
    `select (select count(*) from legal_basis) - (select count(*) from register_entry) as more`,
  )
  return Number(row?.more)
}

test('nothing acknowledged is lost when the server is killed under sixteen writers (P1)', async () => {
  const disk = await openDisk('killed')
  try {
    const { acknowledged, ...outcome } = await killedUnderWriters(disk, 6)
    expect(outcome).toEqual({ lost: 0, twice: 0, refusedWith: [503], isSameProcess: true })
    expect(acknowledged).toBeGreaterThanOrEqual(900)
    await untilTrue(async () => (await disk.stand.ready()).parts.postgresql?.ok === true)
  } finally {
    await disk.stand.close()
  }
})

test('control: a build that says "done" before the disk has it loses some', async () => {
  const disk = await openDisk('said-before', broken.saidBeforeWritten)
  try {
    const { lost } = await killedUnderWriters(disk, 10)
    expect(lost).toBeGreaterThan(0)
  } finally {
    await disk.stand.close()
  }
})
