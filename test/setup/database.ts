import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { withClient } from '../../local/postgres-client.ts'
import { urlsOf } from '../../local/postgres-roles.ts'
import type { DatabaseUrls } from '../../local/postgres-roles.ts'

export type FreshDatabase = DatabaseUrls & { drop(): Promise<void> }

/** An empty, migrated database of its own, cloned from the run's template. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const { postgresUrl, appPassword } = inject('servers')
  const name = `test_${randomBytes(8).toString('hex')}`
  const asSuperuser = (statement: string) =>
    withClient(postgresUrl, async (db) => void (await db.query(statement)))
  await asSuperuser(`create database ${name} template template_training strategy file_copy`)
  return {
    ...urlsOf({ url: postgresUrl, appPassword }, name),
    drop: () => asSuperuser(`drop database if exists ${name} with (force)`),
  }
}
