import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getMigrations } from 'better-auth/db/migration'
import pg from 'pg'
import { format } from 'prettier'
import { expect, test } from 'vitest'
import { openAccounts } from '../../api/accounts.ts'
import { kyselyOver } from '../../db/database.ts'
import { withClient } from '../../local/postgres-client.ts'
import { inProject } from '../../local/project.ts'
import { freshDatabase } from '../setup/database.ts'

const options = [
  '--dialect',
  'postgres',
  '--camel-case',
  '--numeric-parser',
  'number',
  '--date-parser',
  'string',
  '--type-mapping',
  '{"int8":"bigint","ltree":"string","timestamptz":"string"}',
  '--exclude-pattern',
  'public.kysely*',
]

test('the types of the database are those of the migrated database', async () => {
  const database = await freshDatabase()
  const file = join(mkdtempSync(join(tmpdir(), 'types-')), 'generated.ts')
  const program = inProject('node_modules/kysely-codegen/dist/cli/bin.js')
  execFileSync(process.execPath, [
    program,
    ...options,
    '--url',
    database.ownerUrl,
    '--out-file',
    file,
  ])
  await database.drop()
  const plain = (text: string) =>
    format(text, { parser: 'typescript', semi: false, singleQuote: true, printWidth: 100 })
  expect(await plain(readFileSync(inProject('db/generated.ts'), 'utf8'))).toBe(
    await plain(readFileSync(file, 'utf8')),
  )
})

test('the account library asks for no more than the migration has frozen', async () => {
  const database = await freshDatabase()
  await withClient(database.ownerUrl, (client) =>
    client.query('drop schema public cascade; create schema public'),
  )
  const pool = new pg.Pool({ connectionString: database.ownerUrl, max: 1 })
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
