import { escapeIdentifier, escapeLiteral } from 'pg'
import { withClient } from './postgres-client.ts'
import type { Postgres } from './postgres.ts'

export const databaseName = 'training'
const appRole = 'training_app'

/**
 * The application's way in: it owns nothing and inherits nothing; each process takes on the group
 * role it works as. The role stands before the migrations, which grant those group roles to it.
 */
export function ensureAppRole(server: Postgres): Promise<void> {
  return withClient(server.url, async (db) => {
    const present = await db.query('select from pg_roles where rolname = $1', [appRole])
    const verb = present.rowCount ? 'alter' : 'create'
    await db.query(
      `${verb} role ${appRole} login noinherit nosuperuser nobypassrls nocreatedb nocreaterole
       password ${escapeLiteral(server.appPassword)}`,
    )
  })
}

async function ensureDatabase(server: Postgres, name: string): Promise<void> {
  await withClient(server.url, async (db) => {
    const present = await db.query('select from pg_database where datname = $1', [name])
    if (!present.rowCount) await db.query(`create database ${escapeIdentifier(name)}`)
  })
}

export type DatabaseUrls = { ownerUrl: string; appUrl: string }

/** The two ways into one database of the server: as owner (migrations) and as application. */
export function urlsOf(server: Pick<Postgres, 'url' | 'appPassword'>, name: string): DatabaseUrls {
  const owner = new URL(server.url)
  owner.pathname = `/${name}`
  const app = new URL(owner)
  app.username = appRole
  app.password = server.appPassword
  return { ownerUrl: owner.href, appUrl: app.href }
}

export async function createDatabases(server: Postgres): Promise<DatabaseUrls> {
  await ensureAppRole(server)
  await ensureDatabase(server, databaseName)
  return urlsOf(server, databaseName)
}
