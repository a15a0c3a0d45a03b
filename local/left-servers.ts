import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { hasPostgres } from './postgres-folder.ts'
import { startPostgres } from './postgres.ts'
import { startTemporal } from './temporal.ts'

/** Ends the servers that an earlier run may have left over the data of this folder. */
export async function endLeftServers(dataDir: string): Promise<void> {
  const postgres = join(dataDir, 'postgres')
  const dbFile = join(dataDir, 'temporal', 'temporal.db')
  if (hasPostgres(postgres)) await (await startPostgres({ dataDir: postgres })).stop()
  if (existsSync(`${dbFile}.pid.json`)) await (await startTemporal({ dbFile })).stop()
}
