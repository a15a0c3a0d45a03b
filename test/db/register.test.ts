import { mkdtempSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { asSystem } from '../../db/context.ts'
import { enterSystemDeed } from '../../db/register.ts'
import { sealNext } from '../../db/seal.ts'
import { verifyRegister } from '../../local/register-verify.ts'
import { writeHead } from '../../worker/register-head.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'
import { smallFederation } from '../setup/small-federation.ts'
import { patientDatabase } from '../setup/patient-database.ts'

let database: FreshDatabase
let federationId: string
let folder: string
const sealer = () => patientDatabase(database.appUrl, { role: 'training_sealer', poolSize: 1 })
const worker = () => patientDatabase(database.appUrl, { role: 'training_worker', poolSize: 4 })

beforeEach(async () => {
  database = await freshDatabase()
  ;({ federationId } = await smallFederation(database.ownerUrl, 1))
  folder = mkdtempSync(join(tmpdir(), 'register-'))
  await enterDeeds(20)
  const db = sealer()
  while ((await sealNext(db)).count > 0);
  await writeHead(db, federationId, folder)
  await db.destroy()
})
afterEach(() => database.drop())

async function enterDeeds(count: number): Promise<void> {
  const db = worker()
  await Promise.all(
    Array.from({ length: count }, () =>
      asSystem(db, { federationId, process: 'test' }, (tx) =>
        enterSystemDeed(tx, federationId, {
          deed: 'round.closed',
          object: { type: 'round', id: randomUUID() },
          facts: { answered: 30, silent: 13 },
          trace: '',
          key: randomUUID(),
        }),
      ),
    ),
  )
  await db.destroy()
}

/** What somebody with the owner's rights could do behind the application's back. */
async function tamper(...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  await client.query('set session_replication_role = replica')
  for (const statement of statements) await client.query(statement)
  await client.end()
}

const faults = () => verifyRegister(database.ownerUrl, join(folder, 'register'))

test('deeds entered at the same time get one gapless, linked sequence', async () => {
  expect(await faults()).toEqual([])
})

test.each([
  [
    'an edited fact',
    [
      `update register_entry set facts = '{"answered": 31}' where id = (select entry_id from seal where seq = 7)`,
    ],
    'row 7',
  ],
  ['an edited hash', [`update seal set hash = repeat('a', 64) where seq = 7`], 'row 7'],
  ['a deed taken out of the middle', [`delete from seal where seq = 7`], 'row 8'],
  ['a tail cut off', [`delete from seal where seq > 15`], 'tail is cut off'],
  [
    'a forged deed',
    [
      `insert into register_entry (federation_id, actor_name, deed, object_type, object_id, content_sha256, trace, key)
       select id, 'ai đó', 'plan.issued', 'plan', gen_random_uuid(), '', '', 'forged' from federation`,
      `insert into seal (federation_id, seq, entry_id, previous, hash)
       select s.federation_id, 21, e.id, s.hash, repeat('b', 64) from seal s, register_entry e
       where s.seq = 20 and e.key = 'forged'`,
    ],
    'row 21',
  ],
  [
    'the clock put back',
    [
      `update register_entry set at = at - interval '1 day' where id = (select entry_id from seal where seq = 2)`,
    ],
    'row 2',
  ],
])('%s is found, and where', async (_, statements, where) => {
  await tamper(...statements)
  expect((await faults()).join('\n')).toContain(where)
})

test('neither the API nor a process can change what is written', async () => {
  const db = worker()
  await expect(
    asSystem(db, { federationId, process: 'test' }, (tx) =>
      tx.updateTable('registerEntry').set({ actorName: 'ai đó' }).execute(),
    ),
  ).rejects.toThrow(/permission denied/)
  await db.destroy()
})

test('even the owner meets the trigger', async () => {
  const client = new pg.Client({ connectionString: database.ownerUrl })
  await client.connect()
  await expect(client.query(`delete from register_entry`)).rejects.toThrow(/append-only/)
  await client.end()
})
