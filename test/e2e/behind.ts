import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { databaseName } from '../../local/postgres-roles.ts'

type Sql = (statement: string, values?: unknown[]) => Promise<unknown>

/** The owner's hands on the product's database, for what only time does: deadlines that go by. */
export async function ownerDatabase(work: (sql: Sql) => Promise<unknown>): Promise<void> {
  const owner = new pg.Client({ connectionString: ownerUrl() })
  await owner.connect()
  try {
    await work((statement, values = []) => owner.query(statement, values))
  } finally {
    await owner.end()
  }
}

function ownerUrl(): string {
  const folder = join(inject('productDataDir'), 'postgres')
  const [port, password] = ['port', 'superuser-password'].map((name) =>
    readFileSync(join(folder, name), 'utf8').trim(),
  )
  return `postgres://postgres:${password}@127.0.0.1:${port}/${databaseName}`
}
