import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Doing } from '../../domain/grammar/route.ts'
import type { Person } from '../../local/signed-in.ts'
import { judge, readPolicy } from '../api/rights-policy.ts'
import { arranged, type Principal, principals } from '../setup/arranged/everything.ts'
import { type Arranged, openScene, type Scene } from '../setup/arranged/scene.ts'
import { mountedDoings } from '../setup/mounted-routes.ts'
import { untilAnswered } from '../setup/year-walk.ts'
import { broken } from './broken.ts'
import { openStand, type Stand } from './stand.ts'

type Place = { stand: Stand; scene: Scene }
let sound: Place
let control: Place

beforeAll(async () => {
  sound = await opened({ name: 'every-deed' })
  control = await opened({ name: 'every-deed-no-key', breaks: broken.noKey })
}, 180_000)
afterAll(() => Promise.all([sound, control].map((place) => place?.stand.close())))

async function opened(wish: Parameters<typeof openStand>[0]): Promise<Place> {
  const stand = await openStand({ ...wish, unitCount: 3 })
  return { stand, scene: await openScene(stand) }
}

const rules = readPolicy()
type Doer = { principal: Principal; state: string }

/** Somebody who may do it, and in which state. */
function doerOf(deed: string): Doer | null {
  for (const { state } of rules.filter((rule) => rule.deed === deed))
    for (const principal of principals)
      if (judge(rules, { ...principal, deed, state })?.startsWith('allowed'))
        return { principal, state: state === '*' ? '-' : state }
  return null
}

/** Where in its transaction a deed is cut, before the message goes on or before its answer comes back. */
type Cut = { at: 'asked' | 'written' | 'commit'; when: 'before' | 'after' }
const cuts: readonly Cut[] = [
  { at: 'asked', when: 'after' },
  { at: 'written', when: 'before' },
  { at: 'commit', when: 'after' },
]
type Call = { place: Place; route: Doing; person: Person; given: Arranged; key: string }

async function callOf(place: Place, route: Doing, { principal, state }: Doer): Promise<Call> {
  const arrange = arranged[route.deed.name]
  if (!arrange) throw new Error(`nobody can arrange ${route.deed.name}`)
  const given = await arrange({ scene: place.scene, who: principal.who, state })
  const person = given.as ?? (await place.scene.walk.person(principal.who))
  if (given.as) place.scene.walk.forget(principal.who)
  return { place, route, person, given, key: randomUUID() }
}

const send = ({ route, person, given, key }: Call) =>
  person.call(route, given as object, {
    key,
    ...(given.revision !== undefined && { revision: given.revision }),
  })

type Wire = 'database' | 'workerDatabase'

/** A trial whose deed ended before its place came has tried nothing. */
const trials = { wanted: 0, cut: 0 }

/**
 * Tells when the place has come among the messages of a wire that is never still. The key of the
 * deed is named when it is asked for, and again with what it leaves (or, where a process does it,
 * by who reads the reply).
 */
function placeOf(mark: string, at: Cut['at']): (data: Buffer) => boolean {
  let named = 0
  return (data) => {
    if (data.includes(mark)) named += 1
    if (at === 'commit') return named > 0 && data.includes('commit')
    return named === (at === 'asked' ? 1 : 2)
  }
}

/** Every such wire to PostgreSQL will be cut once, at this place; returns what the caller hears. */
async function cutOff(call: Call, { at, when }: Cut, cutting: Wire, mark = call.key) {
  const wire = call.place.stand.wires[cutting]
  const isThere = placeOf(mark, at)
  let isCut = false
  trials.wanted += 1
  wire.onUp((data) => {
    if (isCut || !isThere(data)) return false
    isCut = true
    trials.cut += 1
    if (when === 'after') wire.onDown(() => true)
    void pause(when === 'after' ? 25 : 0).then(() => {
      wire.down()
      wire.onUp(null)
      wire.onDown(null)
      wire.up()
    })
    return when === 'before'
  })
  const { status } = await send(call)
  return status
}

/** Who has ended the session that they ask with is not let in a second time. */
const endsOwnSession = new Set(['session.ended', 'sessions.ended'])

/** What went wrong in one trial, or null. */
async function wrongAfter(call: Call, cut: Cut, cutting: Wire) {
  const { deed } = call.route
  const first = await cutOff(call, cut, cutting)
  // a process that is only being started hears of the deed when it is sent again
  const again = await untilAnswered(
    () => send(call),
    () => call.place.scene.runAgain(),
  )
  call.place.stand.wires[cutting].onUp(null)
  const done = await doneUnder(call.place, call)
  const isAnswered = again.status === 200 || (endsOwnSession.has(deed.name) && again.status === 401)
  const isRight =
    [200, 503].includes(first) && isAnswered && done.entries === 1 && done.commands === 1
  return isRight ? null : { cut, first, again: again.body, done }
}

const doneUnder = ({ scene }: Place, { key }: Call) =>
  scene.first(
    `select (select count(*) from register_entry where key = $1)::int as entries,
       (select count(*) from command where key::text = $1 and done_at is not null)::int as commands`,
    [key],
  )

/** A year is consulted on twice at most (MOST_ROUNDS). */
const trialsOf = (deed: string) => (deed === 'draft.published' ? 2 : cuts.length)

// a draft that is saved has no key; its revision guards it (settled 10)
const recorded = mountedDoings().filter((route) => !route.quiet && doerOf(route.deed.name))

async function isDoneOnce(route: Doing, wire: Wire): Promise<void> {
  const { name } = route.deed
  const doer = doerOf(name)
  if (!doer) throw new Error(`nobody may do ${name}`)
  for (const cut of cuts.slice(0, trialsOf(name)))
    expect(await wrongAfter(await callOf(sound, route, doer), cut, wire)).toBeNull()
}

describe('the wire to the database is cut between two messages of any deed (A1)', () => {
  test.each(recorded.map((route) => [route.deed.name, route] as const))(
    '%s: sent again with its key it is done, and done once',
    (_, route) => isDoneOnce(route, 'database'),
  )

  test('control: a build without keys does it twice', async () => {
    const route = recorded.find(({ deed }) => deed.name === 'draft.clausesAdded') ?? recorded[0]
    const doer = route && doerOf(route.deed.name)
    if (!route || !doer) throw new Error('no deed to try')
    const call = await callOf(control, route, doer)
    const before = await entriesOf(control, route.deed.name)
    // that build asks under keys of its own
    await cutOff(call, { at: 'commit', when: 'after' }, 'database', route.deed.name)
    await untilAnswered(() => send(call))
    expect((await entriesOf(control, route.deed.name)) - before).toBe(2)
  })
})

describe('the worker loses the database in the middle of any deed that moves a process (W1)', () => {
  // the year's two rounds were published above
  const moving = recorded.filter(({ moves, deed }) => moves && deed.name !== 'draft.published')
  test.each(moving.map((route) => [route.deed.name, route] as const))(
    '%s: it is done all the same, once',
    (_, route) => isDoneOnce(route, 'workerDatabase'),
  )
})

test('the cuts fell into their deeds', () => {
  expect(trials.cut / trials.wanted).toBeGreaterThan(0.95)
})

async function entriesOf({ scene }: Place, deed: string): Promise<number> {
  const row = await scene.first('select count(*)::int as n from register_entry where deed = $1', [
    deed,
  ])
  return Number(row.n)
}
