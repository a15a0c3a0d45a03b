import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { PlainFailure } from './plain-failure.ts'
import { forgetPostgres, hasPostgres } from './postgres-folder.ts'
import { startPostgres } from './postgres.ts'
import type { Settings } from './settings.ts'
import { startTemporal } from './temporal.ts'

const ownNames = ['temporal', 'logs', 'auth-secret', 'demo-year-unfinished', 'files', 'register']

/** Begins the trial anew. A server left over from an earlier run is ended before its data goes. */
export async function resetDemo({ dataDir, database, temporalAddress }: Settings): Promise<void> {
  if (database || temporalAddress) {
    throw new PlainFailure(
      '--reset-demo chỉ xóa dữ liệu dùng thử trên máy này; không dùng cùng DATABASE_URL hoặc TEMPORAL_ADDRESS.',
      '--reset-demo only deletes the trial data of this machine; not with DATABASE_URL or TEMPORAL_ADDRESS.',
    )
  }
  const postgres = join(dataDir, 'postgres')
  const dbFile = join(dataDir, 'temporal', 'temporal.db')
  if (hasPostgres(postgres)) await (await startPostgres({ dataDir: postgres })).stop()
  if (existsSync(`${dbFile}.pid.json`)) await (await startTemporal({ dbFile })).stop()
  forgetPostgres(postgres)
  for (const name of ownNames) rmSync(join(dataDir, name), { recursive: true, force: true })
}
