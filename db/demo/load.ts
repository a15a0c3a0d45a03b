import pg from 'pg'
import { inBulk } from './bulk.ts'
import { copyInto } from './copy.ts'
import { type DemoFederation, demoSeed, generateFederation } from './federation.ts'
import { demoPasswordHash } from './password.ts'
import type { DemoAccount } from './rows.ts'

/**
 * Loads the demo federation into a migrated, empty database, in one transaction: all of it or
 * nothing. Only what an office would have from before the first day is inserted here (units, people,
 * posts, accounts, the register of numbers); everything of this year's cycle comes about by deeds.
 */
export async function loadDemo(ownerUrl: string, today: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'training_demo' })
  await client.connect()
  try {
    await client.query('begin')
    await insertAll(client, generateFederation(demoSeed, today))
    await client.query('commit')
    await client.query('analyze unit, official')
  } finally {
    await client.end()
  }
}

async function insertAll(client: pg.Client, demo: DemoFederation): Promise<void> {
  await client.query(
    `select set_config('app.federation', $1, true), set_config('app.actor', 'system:demo', true),
       set_config('maintenance_work_mem', '128MB', true)`,
    [demo.federation.id],
  )
  await copyInto(client, 'federation', [demo.federation])
  await inBulk(client, ['unit', 'official', 'post'], async () => {
    await copyInto(client, 'unit', demo.units)
    await copyInto(client, 'department', demo.departments)
    await copyInto(client, 'official', demo.officials)
    await copyInto(client, 'post', demo.posts)
  })
  await copyInto(client, 'unit_succession', demo.successions)
  await copyInto(client, 'body', demo.bodies)
  await copyInto(client, 'body_member', demo.members)
  await copyInto(client, 'role_grant', demo.grants)
  await copyInto(client, 'holiday', demo.holidays)
  await copyInto(client, 'partner', demo.partners)
  await copyInto(client, 'lecturer', demo.lecturers)
  await copyInto(client, 'paper', demo.papers)
  await copyInto(client, 'number_series', [demo.numberSeries])
  await insertAccounts(client, demo.federation.id, demo.accounts)
}

/** Three rows a person: the account library's user and credential, and whose account it is. */
async function insertAccounts(
  client: pg.Client,
  federationId: string,
  accounts: readonly DemoAccount[],
): Promise<void> {
  const now = new Date().toISOString()
  const users = accounts.map(({ userId, username, fullName }) => ({
    id: userId,
    name: fullName,
    email: `${username}@congdoan-hathanh.example`,
    email_verified: true,
    created_at: now,
    updated_at: now,
    username,
    display_username: username,
  }))
  const credentials = accounts.map(({ credentialId, userId }) => ({
    id: credentialId,
    account_id: userId,
    provider_id: 'credential',
    user_id: userId,
    password: demoPasswordHash,
    created_at: now,
    updated_at: now,
  }))
  const holders = accounts.map(({ userId, officialId, username }) => ({
    user_id: userId,
    official_id: officialId,
    federation_id: federationId,
    username,
  }))
  await copyInto(client, 'auth_user', users)
  await copyInto(client, 'auth_account', credentials)
  await copyInto(client, 'account', holders)
}
