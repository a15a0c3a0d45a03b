import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asPerson } from '../../db/context.ts'
import type { Db, ProcessRole } from '../../db/database.ts'
import { addDays, type Day, dayOfInstant } from '../../domain/grammar/day.ts'
import { withClient } from '../../local/postgres-client.ts'
import { type FreshDatabase, freshDatabase } from '../setup/database.ts'
import { type SmallFederation, smallFederation } from '../setup/small-federation.ts'
import { patientDatabase } from '../setup/patient-database.ts'

let database: FreshDatabase
let federation: SmallFederation
beforeAll(async () => {
  database = await freshDatabase()
  federation = await smallFederation(database.ownerUrl, 1)
})
afterAll(() => database?.drop())

const asOwner = (statement: string, values: unknown[] = []) =>
  withClient(database.ownerUrl, (owner) => owner.query(statement, values))

async function connected<T>(role: ProcessRole, work: (db: Db) => Promise<T>): Promise<T> {
  const db = patientDatabase(database.appUrl, { role, poolSize: 1 })
  try {
    return await work(db)
  } finally {
    await db.destroy()
  }
}

/** At every hour of the day at least one of the two has another date than Viet Nam. */
describe.each(['Pacific/Pago_Pago', 'Pacific/Kiritimati'])('the server stands in %s', (zone) => {
  beforeEach(() => asOwner(`alter database ${database.name} set timezone to '${zone}'`))

  /** The posts of a person whose only one is held on these days. */
  async function postsHeld(since: Day, until: Day | null) {
    const { accountId, officialId } = federation.person('unit1.head')
    await asOwner('update role_grant set since = $2, until = $3 where official_id = $1', [
      officialId,
      since,
      until,
    ])
    return connected('training_api', (db) =>
      asPerson(db, accountId, async ({ caller }) => caller.grants.length),
    )
  }

  test('a post begins at midnight here, and after its last day it is over', async () => {
    const today = dayOfInstant(new Date())
    const [yesterday, tomorrow] = [addDays(today, -1), addDays(today, 1)]
    expect(await postsHeld(today, today)).toBe(1)
    expect(await postsHeld(yesterday, yesterday)).toBe(0)
    expect(await postsHeld(tomorrow, null)).toBe(0)
  })

  test.each<ProcessRole>([
    'training_api',
    'training_worker',
    'training_accounts',
    'training_sealer',
  ])('%s counts its days here', (role) =>
    connected(role, async (db) => {
      const { rows } = await sql<{
        zone: string
      }>`select current_setting('timezone') as zone`.execute(db)
      expect(rows).toEqual([{ zone: 'Asia/Ho_Chi_Minh' }])
    }),
  )
})
