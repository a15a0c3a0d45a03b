import { randomUUID } from 'node:crypto'
import { asPerson, type Entered } from '../../db/context.ts'
import { writeMoments } from '../../db/cycle/calendar.ts'
import type { Db } from '../../db/database.ts'
import { performerOf } from '../../db/deeds.ts'
import { askProcess, perform, performAsked, performQuietly } from '../../db/perform.ts'
import type { DeedInput } from '../../db/performer.ts'
import { defaultCalendar } from '../../domain/cycle/calendar.ts'
import { holidaysOfYear } from '../../domain/federation/holidays.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import type { Doing, GivenOf, ReplyOf } from '../../domain/grammar/route.ts'
import { copiedScene } from './copied-scene.ts'
import type { FreshDatabase } from './database.ts'
import { ownerPool } from './owner-pool.ts'
import { type SmallFederation, smallFederation } from './small-federation.ts'
import { patientDatabase } from './patient-database.ts'

/** Some people of a small federation at their desks, on a database of their own, without HTTP. */
export type Desk = {
  database: FreshDatabase
  federation: SmallFederation
  db: Db
  does<R extends Doing>(
    who: string,
    route: R,
    given: Partial<GivenOf<R>>,
    more?: { revision?: number; key?: string },
  ): Promise<ReplyOf<R>>
  reads<T>(who: string, read: (entered: Entered) => Promise<T>): Promise<T>
  /** How many statements the reading cost, the entering of the transaction included. */
  statementsOf(who: string, read: (entered: Entered) => Promise<unknown>): Promise<number>
  asOwner(statement: string, values?: unknown[]): Promise<Record<string, unknown>[]>
  /** Opens a year of the federation at a station of its way. */
  openYear(planYear: number, phase?: string): Promise<string>
  /** Lets go of the database, which stays. */
  leave(): Promise<void>
  close(): Promise<void>
}

/** A small federation of so many units, made once for all tests of a lane. */
export const copiedFederation = copiedScene((database, unitCount: number) =>
  smallFederation(database.ownerUrl, unitCount),
)

export async function openDesk({ unitCount = 5 } = {}): Promise<Desk> {
  const { database, told } = await copiedFederation(unitCount)
  return deskAt(database, told)
}

/** The desks of a federation that stands in this database already. */
export function deskAt(database: FreshDatabase, federation: SmallFederation): Desk {
  const db = patientDatabase(database.appUrl, { role: 'training_api', poolSize: 4 })
  const owner = ownerPool(database.ownerUrl)
  const asOwner: Desk['asOwner'] = async (statement, values = []) =>
    (await owner.query<Record<string, unknown>>(statement, values)).rows
  const leave = async () => void (await Promise.all([owner.end(), db.destroy()]))
  const accountOf = (who: string) => federation.person(who).accountId
  return {
    database,
    federation,
    db,
    asOwner,
    does: (who, route, given, more = {}) =>
      doesDeed({ db, accountId: accountOf(who) }, route, given, more),
    reads: (who, read) => asPerson(db, accountOf(who), read),
    statementsOf: (who, read) => countStatements(db, accountOf(who), read),
    openYear: (planYear, phase = 'draft') => openYear({ asOwner, federation, db }, planYear, phase),
    leave,
    async close() {
      await leave()
      await database.drop()
    },
  }
}

/** As the door does it: parsed by the route's own schemas, quietly, directly or for a process. */
async function doesDeed<R extends Doing>(
  { db, accountId }: { db: Db; accountId: string },
  route: R,
  given: Partial<GivenOf<R>>,
  more: { revision?: number; key?: string },
): Promise<ReplyOf<R>> {
  const performer = performerOf(route.deed.name)
  const input = {
    params: route.params?.parse(given.params),
    query: undefined,
    body: route.body?.parse(given.body),
    revision: more.revision ?? 0,
  } as DeedInput // parsed one line above, by the route itself
  const command = { key: more.key ?? randomUUID(), accountId, trace: 'T', input }
  // the reply of the performer is the reply of its route
  if (route.quiet) return (await performQuietly(db, performer, command)) as ReplyOf<R>
  if (!route.moves) return (await perform(db, performer, command)) as ReplyOf<R>
  await askProcess(db, performer, command)
  await performAsked(db, performerOf, command.key)
  return (await perform(db, performer, command)) as ReplyOf<R>
}

async function countStatements(
  db: Db,
  accountId: string,
  read: (entered: Entered) => Promise<unknown>,
): Promise<number> {
  let count = 0
  const counting = db.withPlugin({
    transformQuery({ node }) {
      count += 1
      return node
    },
    transformResult: ({ result }) => Promise.resolve(result),
  })
  await asPerson(counting, accountId, read)
  return count
}

type Office = Pick<Desk, 'asOwner' | 'federation' | 'db'>

async function openYear({ asOwner, federation, db }: Office, planYear: number, phase: string) {
  const { federationId, top } = federation
  const [cycle] = await asOwner(
    `insert into cycle (federation_id, unit_id, plan_year, phase, process_id, opened_at)
     values ($1, $2, $3::int, $4, $5, now()) returning id`,
    [federationId, top.id, planYear, phase, `cycle/HT/${planYear}`],
  )
  const id = String(cycle?.id)
  const today = dayOfInstant(new Date())
  const holidays = [planYear - 1, planYear, planYear + 1].flatMap(holidaysOfYear)
  const rows = defaultCalendar(planYear, today, holidays)
  await asPerson(db, federation.person('admin').accountId, ({ tx }) =>
    writeMoments(tx, { id, federationId }, rows),
  )
  return id
}
