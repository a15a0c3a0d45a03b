import { readdirSync, readFileSync } from 'node:fs'
import { getMigrations } from 'better-auth/db/migration'
import { expect, test } from 'vitest'
import { openAccounts } from '../../api/accounts.ts'
import { kyselyOver } from '../../db/database.ts'
import { migrations } from '../../db/migrations.ts'
import { databaseTypes } from '../../local/database-types.ts'
import { withClient } from '../../local/postgres-client.ts'
import { inProject } from '../../local/project.ts'
import { freshDatabase } from '../setup/database.ts'
import { ownerPool } from '../setup/owner-pool.ts'

test('every migration that lies in the folder is made', () => {
  const files = readdirSync(inProject('db/migrations')).map((name) => name.replace(/\.ts$/, ''))
  expect(Object.keys(migrations).toSorted()).toEqual(files.toSorted())
})

test('the types of the database are those of the migrated database', async () => {
  const database = await freshDatabase()
  const types = await databaseTypes(database.ownerUrl)
  await database.drop()
  expect(readFileSync(inProject('db/generated.ts'), 'utf8')).toBe(types)
})

test('the account library asks for no more than the migration has frozen', async () => {
  const database = await freshDatabase()
  await withClient(database.ownerUrl, (client) =>
    client.query('drop schema public cascade; create schema public'),
  )
  const pool = ownerPool(database.ownerUrl, 1)
  const db = kyselyOver(pool)
  const { options: settings } = openAccounts({
    db,
    secret: 'x'.repeat(40),
    publicUrl: 'http://localhost',
  })
  const wanted = await (await getMigrations(settings)).compileMigrations()
  await db.destroy()
  await database.drop()
  const frozen = readFileSync(inProject('db/migrations/0003-accounts.ts'), 'utf8')
  const statements = wanted
    .split(';')
    .map((each) => each.trim())
    .filter(Boolean)
  expect(statements).toHaveLength(7)
  for (const statement of statements) expect(frozen).toContain(statement)
})
