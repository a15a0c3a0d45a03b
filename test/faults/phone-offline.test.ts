import type pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { AttendanceMark } from '../../domain/classes/attendance.ts'
import { teachingRoutes } from '../../domain/classes/teaching.contract.ts'
import type { OutboxState } from '../../web/classes/outbox.ts'
import type { Tap } from '../../web/classes/taps.ts'
import type { LocalCopies } from '../../web/kit/autosave/local-copy.ts'
import { insertClass, type MadeClass, type Sql } from '../setup/arranged/classes.ts'
import { type House, openHouse } from '../setup/house.ts'
import { signIn } from '../setup/person.ts'
import { ownerPool } from '../setup/owner-pool.ts'
import { type Break, broken } from './broken.ts'
import { importedHands } from './build.ts'
import type * as Hands from './hall-hands.ts'
import { fetchOver, openWire, over, type Wire } from './wire.ts'

const people = 12
const yesterday = new Date(Date.now() - 29 * 3_600_000).toISOString()

let house: House
let owner: pg.Pool
const sql: Sql = async (statement, values = []) => (await owner.query(statement, values)).rows

beforeAll(async () => {
  house = await openHouse({ unitCount: 3 })
  owner = ownerPool(house.ownerUrl)
  const { federationId, top, person } = house.federation
  // a second organiser, at the desk while the first one is in the hall
  await sql(
    `insert into role_grant (federation_id, official_id, role, unit_id, since)
     values ($1, $2, 'classOrganiser', $3, '2025-07-01')`,
    [federationId, person('head').officialId, top.id],
  )
})
afterEach(() => vi.unstubAllGlobals())
afterAll(async () => {
  await owner?.end()
  await house?.close()
})

/** A class that was held yesterday, where nobody has noted yet who was there. */
async function heldYesterday(planYear: number): Promise<MadeClass> {
  const { federation } = house
  const [cycle] = await sql(
    `insert into cycle (federation_id, unit_id, plan_year, phase, process_id, opened_at)
     values ($1, $2, $3::int, 'classes', 'cycle/' || $3::int, now()) returning id`,
    [federation.federationId, federation.top.id, planYear],
  )
  return insertClass(
    { sql, federation, cycleId: String(cycle?.id) },
    {
      state: 'MARKING',
      seats: people,
      sessions: [{ startsInHours: -30 }],
      nominees: Array.from({ length: people }, () => ({ unit: 1, state: 'CONFIRMED' as const })),
    },
  )
}

async function handsOf(breaks?: readonly Break[]): Promise<typeof Hands> {
  vi.stubGlobal('fetch', fetchOver(house.address))
  // the bundle has what its entry exports
  return (await importedHands('test/faults/hall-hands.ts', breaks)) as typeof Hands
}

type Phone = { hands: typeof Hands; wire: Wire; copies: LocalCopies; made: MadeClass }

/** The page of the session on the telephone; killed, it does nothing more. */
async function openPage({ hands, wire, copies, made }: Phone) {
  const { accountId, officialId } = house.federation.person('organiser')
  const sessionId = made.sessionIds[0] ?? ''
  const document = hands.documentOf({ accountId, officialId, classId: made.classId, sessionId })
  const send = hands.senderOf(document)
  const seen: { state?: OutboxState } = {}
  const outbox = new hands.Outbox({
    document,
    writer: crypto.randomUUID(),
    isInHand: async () => false,
    page: '/',
    copies,
    send: (key, taps) => over(wire, () => send(key, taps)),
    onChange: (state) => void (seen.state = state),
    quietMs: 100_000,
    retryMs: [100_000],
  })
  await outbox.start()
  return { outbox, seen }
}

const tap = (nominationId = '', mark: AttendanceMark = 'PRESENT'): Tap => ({
  nominationId,
  mark,
  because: null,
  seen: null,
  notedAt: yesterday,
})

/** A day in a hall without a network; a colleague at the desk marks one of them otherwise. */
async function aDayOffline(hands: typeof Hands, planYear: number) {
  const made = await heldYesterday(planYear)
  const { cookie } = await signIn(house.address, 'organiser')
  const phone: Phone = { hands, wire: openWire(cookie), copies: hands.memoryCopies(), made }
  phone.wire.now = 'down'
  const [first, second, third, ...others] = made.nominationIds
  const inTheHall = await openPage(phone)
  await inTheHall.outbox.tap([tap(first), tap(second), tap(third)])
  await inTheHall.outbox.tap(others.map((id) => tap(id)))
  await inTheHall.outbox.tap([tap(second, 'LATE')])
  await inTheHall.outbox.flush()
  // the battery is empty: nothing of this page lives on but what lies on the telephone
  inTheHall.outbox.stop()
  const desk = await signIn(house.address, 'head')
  const { officialId } = house.federation.person('head')
  await desk.call(teachingRoutes.takeAttendance, {
    params: { classId: made.classId, sessionId: made.sessionIds[0] ?? '' },
    body: {
      notedBy: officialId,
      marks: [
        { nominationId: third ?? '', mark: 'ABSENT', because: null, seen: null, notedAt: null },
      ],
    },
  })
  const nextDay = await openPage(phone)
  phone.wire.now = 'lostReply'
  await nextDay.outbox.flush()
  phone.wire.now = 'up'
  await nextDay.outbox.flush()
  nextDay.outbox.stop()
  const rows = await sql(
    `select nomination_id, mark, noted_at from attendance where class_id = $1 order by id`,
    [made.classId],
  )
  return { made, rows, state: nextDay.seen.state, left: await phone.copies.startingWith('') }
}

describe('a telephone has no network for a day', () => {
  test('every tap arrives once, as it was tapped last, with the hour it was tapped at', async () => {
    const { made, rows, state } = await aDayOffline(await handsOf(), 2041)
    const [first, second, third] = made.nominationIds
    const marksOf = (id?: string) =>
      rows.filter(({ nomination_id }) => nomination_id === id).map(({ mark }) => mark)
    expect(rows).toHaveLength(people)
    expect([marksOf(first), marksOf(second)]).toEqual([['PRESENT'], ['LATE']])
    const fromPhone = rows.filter(({ nomination_id }) => nomination_id !== third)
    expect(fromPhone.every(({ noted_at }) => noted_at instanceof Date)).toBe(true)
    // what the colleague wrote stands, and a person is asked
    expect(marksOf(third)).toEqual(['ABSENT'])
    expect(state?.clashes.map(({ tap: mine }) => mine.nominationId)).toEqual([third])
  })

  test('control: taps that are not laid down die with the page', async () => {
    const { rows } = await aDayOffline(await handsOf(broken.tapsNotKept), 2042)
    expect(rows.length).toBeLessThan(people)
  })
})
