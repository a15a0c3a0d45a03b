import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { endLeftServers } from './left-servers.ts'
import { PlainFailure } from './plain-failure.ts'
import { forgetPostgres } from './postgres-folder.ts'
import type { Settings } from './settings.ts'

const ownNames = ['temporal', 'logs', 'auth-secret', 'demo-year-unfinished', 'files', 'register']

/** Begins the trial anew. A server left over from an earlier run is ended before its data goes. */
export async function resetDemo({ dataDir, database, temporalAddress }: Settings): Promise<void> {
  if (database || temporalAddress) {
    throw new PlainFailure(
      '--reset-demo chỉ xóa dữ liệu dùng thử trên máy này; không dùng cùng DATABASE_URL hoặc TEMPORAL_ADDRESS.',
      '--reset-demo only deletes the trial data of this machine; not with DATABASE_URL or TEMPORAL_ADDRESS.',
    )
  }
  await endLeftServers(dataDir)
  forgetPostgres(join(dataDir, 'postgres'))
  for (const name of ownNames) rmSync(join(dataDir, name), { recursive: true, force: true })
}
