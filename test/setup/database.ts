import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { withClient } from '../../local/postgres-client.ts'
import { urlsOf } from '../../local/postgres-roles.ts'
import type { DatabaseUrls } from '../../local/postgres-roles.ts'
import { templateName } from './servers.ts'

export type FreshDatabase = DatabaseUrls & { name: string; drop(): Promise<void> }

/** A database of its own: empty and migrated, or a copy of one that nobody is connected to. */
export async function freshDatabase(original = templateName): Promise<FreshDatabase> {
  const { postgresUrl, appPassword } = inject('servers')
  const name = `test_${randomBytes(8).toString('hex')}`
  const asSuperuser = (statement: string) =>
    withClient(postgresUrl, async (db) => void (await db.query(statement)))
  await asSuperuser(`create database ${name} template ${original} strategy file_copy`)
  return {
    name,
    ...urlsOf({ url: postgresUrl, appPassword }, name),
    drop: () => asSuperuser(`drop database if exists ${name} with (force)`),
  }
}
