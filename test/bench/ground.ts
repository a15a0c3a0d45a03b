import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../../db/migrate.ts'
import { withClient } from '../../local/postgres-client.ts'
import { forgetPostgres } from '../../local/postgres-folder.ts'
import { type DatabaseUrls, ensureAppRole, urlsOf } from '../../local/postgres-roles.ts'
import { type Postgres, startPostgres } from '../../local/postgres.ts'
import { startTemporal } from '../../local/temporal.ts'

/** The two servers as the product starts them: both write what they promise to disk. */
export type Ground = {
  folder: string
  temporalAddress: string
  database(): Promise<DatabaseUrls>
  close(): Promise<void>
}

export async function openGround(): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'training-bench-'))
  chmodSync(folder, 0o755)
  const dataDir = join(folder, 'postgres')
  const [postgres, temporal] = await Promise.all([
    startPostgres({ dataDir }),
    startTemporal({ dbFile: join(folder, 'temporal.db'), headless: true }),
  ])
  await ensureAppRole(postgres)
  return {
    folder,
    temporalAddress: temporal.address,
    database: () => migratedDatabase(postgres),
    async close() {
      await Promise.all([postgres.stop(), temporal.stop()])
      forgetPostgres(dataDir)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function migratedDatabase(postgres: Postgres): Promise<DatabaseUrls> {
  const name = `bench_${randomBytes(6).toString('hex')}`
  await withClient(postgres.url, (db) => db.query(`create database ${name}`))
  const urls = urlsOf(postgres, name)
  await migrate(urls.ownerUrl)
  return urls
}
