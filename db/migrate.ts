import { Kysely, Migrator, PostgresDialect } from 'kysely'
import pg from 'pg'
import { migrations } from './migrations.ts'

/** Brings the database of `ownerUrl` to the newest shape; says which steps it took. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const db = new Kysely<unknown>({
    dialect: new PostgresDialect({
      pool: new pg.Pool({ connectionString: ownerUrl, max: 1 }),
    }),
  })
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => migrations },
    })
    const { error, results } = await migrator.migrateToLatest()
    if (error) throw error
    return (results ?? []).map((step) => step.migrationName)
  } finally {
    await db.destroy()
  }
}
