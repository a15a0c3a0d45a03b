import { randomUUID } from 'node:crypto'
import { asPerson, asSystem, type Entered } from '../../db/context.ts'
import type { Tx } from '../../db/database.ts'
import { performerOf } from '../../db/deeds.ts'
import { perform } from '../../db/perform.ts'
import type { ReplyOf, Doing, GivenOf } from '../../domain/grammar/route.ts'
import { type ClassGround, insertClass, type ClassWish } from './arranged/classes.ts'
import { copiedFederation } from './draft-desk.ts'
import { ownerPool } from './owner-pool.ts'
import { patientDatabase } from './patient-database.ts'

type Sending = { revision?: number; key?: string }

/** A federation in the year of its classes: no server in between, deeds in transactions of their own. */
export async function openClassDesk({ unitCount = 3 } = {}) {
  const { database, told: federation } = await copiedFederation(unitCount)
  const db = patientDatabase(database.appUrl, { role: 'training_api', poolSize: 10 })
  const worker = patientDatabase(database.appUrl, { role: 'training_worker', poolSize: 4 })
  const owner = ownerPool(database.ownerUrl)
  const sql: ClassGround['sql'] = async (statement, values = []) =>
    (await owner.query(statement, values)).rows
  const [cycle] = await sql(
    `insert into cycle (federation_id, unit_id, plan_year, phase, process_id, opened_at)
     values ($1, $2, extract(year from now())::integer, 'classes', 'cycle/test', now()) returning id, plan_year`,
    [federation.federationId, federation.top.id],
  )
  const ground: ClassGround = { sql, federation, cycleId: String(cycle?.id) }
  const accountOf = (who: string) => federation.person(who).accountId
  return {
    ...ground,
    db,
    appUrl: database.appUrl,
    ownerUrl: database.ownerUrl,
    planYear: Number(cycle?.plan_year),
    insert: (wish: ClassWish = {}) => insertClass(ground, wish),
    inSystem: <T>(work: (tx: Tx) => Promise<T>) =>
      asSystem(worker, { federationId: federation.federationId, process: 'test' }, work),
    reads: <T>(who: string, read: (entered: Entered) => Promise<T>) =>
      asPerson(db, accountOf(who), read),
    /** How many statements the reading cost, the entering of the transaction included. */
    async statementsOf(who: string, read: (entered: Entered) => Promise<unknown>) {
      let count = 0
      const counting = db.withPlugin({
        transformQuery({ node }) {
          count += 1
          return node
        },
        transformResult: ({ result }) => Promise.resolve(result),
      })
      await asPerson(counting, accountOf(who), read)
      return count
    },
    does<R extends Doing>(
      who: string,
      route: R,
      given: Partial<GivenOf<R>>,
      sending: Sending = {},
    ) {
      const { params, body } = given as { params?: unknown; body?: unknown }
      // parsed by the route itself, as the door would
      const input = {
        params,
        query: undefined,
        body: route.body?.parse(body ?? {}),
        revision: sending.revision ?? 0,
      } as never
      const key = sending.key ?? randomUUID()
      const command = { key, accountId: accountOf(who), trace: 'T3S-T77', input }
      return perform(db, performerOf(route.deed.name), command) as Promise<ReplyOf<R>>
    },
    async close() {
      await owner.end()
      await db.destroy()
      await worker.destroy()
      await database.drop()
    },
  }
}
export type ClassDesk = Awaited<ReturnType<typeof openClassDesk>>
