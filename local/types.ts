import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '../db/migrate.ts'
import { databaseTypes } from './database-types.ts'
import { forgetPostgres } from './postgres-folder.ts'
import { createDatabases } from './postgres-roles.ts'
import { startPostgres } from './postgres.ts'
import { inProject } from './project.ts'

/** After a new migration: db/generated.ts anew, from a database that has nothing but the migrations. */
const folder = mkdtempSync(join(tmpdir(), 'training-types-'))
const dataDir = join(folder, 'postgres')
const server = await startPostgres({ dataDir })
try {
  const { ownerUrl } = await createDatabases(server)
  await migrate(ownerUrl)
  writeFileSync(inProject('db/generated.ts'), await databaseTypes(ownerUrl))
} finally {
  await server.stop()
  forgetPostgres(dataDir)
  rmSync(folder, { recursive: true, force: true })
}
