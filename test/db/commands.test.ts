import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asPerson, asSystem } from '../../db/context.ts'
import type { Db, Tx } from '../../db/database.ts'
import { withClient } from '../../local/postgres-client.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'
import { type SmallFederation, smallFederation } from '../setup/small-federation.ts'
import { patientDatabase } from '../setup/patient-database.ts'

let database: FreshDatabase
let db: Db
let federation: SmallFederation
const key = randomUUID()

beforeAll(async () => {
  database = await freshDatabase()
  federation = await smallFederation(database.ownerUrl, 2)
  db = patientDatabase(database.appUrl, { role: 'training_api', poolSize: 2 })
  await asPerson(db, accountOf('unit1.head'), ({ tx }) => lay(tx, key, 'unit1.head'))
})
afterAll(async () => {
  await db?.destroy()
  await database?.drop()
})

const accountOf = (name: string) => federation.person(name).accountId

const lay = (tx: Tx, id: string, whose: string) =>
  tx
    .insertInto('command')
    .values({
      key: id,
      federationId: federation.federationId,
      accountId: accountOf(whose),
      route: 'post /answers',
      deed: 'answer.signed',
      input: JSON.stringify({ text: 'chỉ của phường Số 1' }),
      inputSha256: 'x',
      trace: 'K7Q-42',
    })
    .execute()

const seenBy = (name: string) =>
  asPerson(db, accountOf(name), ({ tx }) =>
    tx.selectFrom('command').select('key').where('key', '=', key).execute(),
  )

test('what somebody asked and was answered is read by nobody else of the federation', async () => {
  expect(await seenBy('unit1.head')).toEqual([{ key }])
  for (const other of ['unit2.head', 'unit1.drafter', 'leader', 'admin'])
    expect(await seenBy(other), other).toEqual([])
})

test('nobody changes it, and nobody lays one down in another name', async () => {
  const changed = await asPerson(db, accountOf('leader'), ({ tx }) =>
    tx.updateTable('command').set({ reply: '{}' }).where('key', '=', key).executeTakeFirst(),
  )
  expect(changed.numUpdatedRows).toBe(0n)
  await expect(
    asPerson(db, accountOf('leader'), ({ tx }) => lay(tx, randomUUID(), 'unit1.head')),
  ).rejects.toThrow('row-level security')
})

test('the process that does it reads it', async () => {
  const { federationId } = federation
  const seen = await asSystem(db, { federationId, process: 'command' }, (tx) =>
    tx.selectFrom('command').select('key').execute(),
  )
  expect(seen).toEqual([{ key }])
})

test('with the fence of the federation alone, everybody would read it', async () => {
  const open = (statement: string) =>
    withClient(database.ownerUrl, async (client) => void (await client.query(statement)))
  await open('create policy readable on command for select using (true)')
  expect(await seenBy('unit2.head')).toEqual([{ key }])
  await open('drop policy readable on command')
  expect(await seenBy('unit2.head')).toEqual([])
})
