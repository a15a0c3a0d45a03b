import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { insertOfficial } from '../setup/arranged/classes.ts'
import { type ClassDesk, openClassDesk } from '../setup/class-desk.ts'
import { broken } from './broken.ts'
import { handsOf } from './build.ts'
import { patienceMs } from '../setup/patient-database.ts'

type Hands = Awaited<ReturnType<typeof handsOf>>
type Db = ReturnType<Hands['openDatabase']>
type With = { hands: Hands; db: Db }
type Given = { params: Record<string, unknown>; body: unknown }

let desk: ClassDesk
beforeAll(async () => {
  desk = await openClassDesk()
})
afterAll(() => desk?.close())

const opened: Db[] = []
function open(hands: Hands): Db {
  const db = hands.openDatabase(desk.appUrl, { patienceMs, role: 'training_api', poolSize: 8 })
  opened.push(db)
  return db
}
afterEach(async () => {
  await Promise.all(opened.splice(0).map((db) => db.destroy()))
})

/** Whether a deed was done, with the given hands, sound or broken. */
function does({ hands, db }: With, who: string, deed: string, { params, body }: Given) {
  // parsed already, as the door would have handed it on
  const input = { params, query: undefined, body, revision: 0 } as never
  const { accountId } = desk.federation.person(who)
  const command = { key: randomUUID(), accountId, trace: 'T3S-77', input }
  return hands.perform(db, hands.performerOf(deed), command).then(
    () => true,
    () => false,
  )
}
const unitId = (unit: number) => desk.federation.units[unit - 1]?.id
const nominating = (classId: string, unit: number, officialId: string) => ({
  params: { classId, unitId: unitId(unit) },
  body: { rows: [{ officialId, reason: null, needsLodging: false }] },
})
const done = (all: readonly boolean[]) => all.filter(Boolean).length

describe('two units take the last seat at the same moment', () => {
  async function raced(hands: Hands, db: Db) {
    const { classId } = await desk.insert({ seats: 3, quotas: [1, 1] })
    return done(
      await Promise.all(
        [1, 2].map((unit) =>
          does({ hands, db }, `unit${unit}.head`, 'seats.taken', {
            params: { classId, unitId: unitId(unit) },
            body: { seats: 1 },
          }),
        ),
      ),
    )
  }

  test('one gets it, forty times', async () => {
    const hands = await handsOf()
    const db = open(hands)
    for (let n = 0; n < 40; n += 1) expect(await raced(hands, db)).toBe(1)
  })

  test('control: without holding the class, both get it', async () => {
    const hands = await handsOf(broken.classNotHeld)
    const db = open(hands)
    let most = 1
    for (let n = 0; n < 200 && most === 1; n += 1) most = Math.max(most, await raced(hands, db))
    expect(most).toBe(2)
  })
})

describe('somebody is sent to two classes of one time', () => {
  async function raced(hands: Hands, db: Db) {
    const sessions = [{ startsInHours: 24 * 45 }]
    const classes = [await desk.insert({ sessions }), await desk.insert({ sessions })]
    const officialId = await insertOfficial(desk, 1)
    return done(
      await Promise.all(
        classes.map(({ classId }) =>
          does(
            { hands, db },
            'unit1.drafter',
            'officials.nominated',
            nominating(classId, 1, officialId),
          ),
        ),
      ),
    )
  }

  test('one of them takes the person, forty times', async () => {
    const hands = await handsOf()
    const db = open(hands)
    for (let n = 0; n < 40; n += 1) expect(await raced(hands, db)).toBe(1)
  })

  test('control: where nobody waits for the person, both do', async () => {
    const hands = await handsOf(broken.nomineeNotHeld)
    const db = open(hands)
    let most = 1
    for (let n = 0; n < 200 && most === 1; n += 1) most = Math.max(most, await raced(hands, db))
    expect(most).toBe(2)
  })
})

describe('the list is fixed while a unit nominates', () => {
  /** Whether the unit was told "nominated", and whether anybody stayed behind on no list. */
  async function raced(hands: Hands, db: Db) {
    const { classId } = await desk.insert()
    const officialId = await insertOfficial(desk, 1)
    const { federationId } = desk.federation
    const fixing = pause(randomInt(6)).then(() =>
      hands.asSystem(db, { federationId, process: 'test' }, (tx) =>
        hands.fixListOnItsDay(tx, classId, new Date().toISOString()),
      ),
    )
    const [told] = await Promise.all([
      pause(randomInt(6)).then(() =>
        does(
          { hands, db },
          'unit1.drafter',
          'officials.nominated',
          nominating(classId, 1, officialId),
        ),
      ),
      fixing,
    ])
    const left = await desk.sql(
      `select 1 from nomination where class_id = $1 and state = 'PROPOSED'`,
      [classId],
    )
    return { told, isLeftBehind: left.length > 0 }
  }

  test('who was named in time is on or off the list, and nobody is named after it, sixty times', async () => {
    const hands = await handsOf()
    const db = open(hands)
    const tolds: boolean[] = []
    for (let n = 0; n < 60; n += 1) {
      const { told, isLeftBehind } = await raced(hands, db)
      expect(isLeftBehind).toBe(false)
      tolds.push(told)
    }
    expect(new Set(tolds).size).toBe(2)
  })

  test('control: without holding the class, somebody is named and stands on no list', async () => {
    const hands = await handsOf(broken.classNotHeld)
    const db = open(hands)
    let isLeft = false
    for (let n = 0; n < 300 && !isLeft; n += 1) isLeft = (await raced(hands, db)).isLeftBehind
    expect(isLeft).toBe(true)
  })
})
