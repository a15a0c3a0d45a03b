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

type Cut = { at: number; when: 'before' | 'after' }
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

/** Lets the messages of a call pass, and counts them. */
async function counted(call: Call): Promise<number> {
  const { database } = call.place.stand.wires
  let count = 0
  database.onUp(() => {
    count += 1
    return false
  })
  const { status, body } = await untilAnswered(() => send(call))
  database.onUp(null)
  expect(status, `${call.route.deed.name}: ${JSON.stringify(body)}`).toBe(200)
  return count
}

type Wire = 'database' | 'workerDatabase'

/** A trial whose deed ended before its place came has tried nothing. */
const trials = { wanted: 0, cut: 0 }

/**
 * Every such wire to PostgreSQL is cut at its k-th message, before it or before its answer. The
 * worker's is never still: there the messages are counted from the one that names the deed's key.
 */
async function cutOff(call: Call, { at, when }: Cut, cutting: Wire = 'database'): Promise<number> {
  const wire = call.place.stand.wires[cutting]
  let count = 0
  trials.wanted += 1
  wire.onUp((data) => {
    if (count > 0 || cutting === 'database' || data.includes(call.key)) count += 1
    if (count !== at) return false
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
  wire.onUp(null)
  return status
}

/** Who has ended the session that they ask with is not let in a second time. */
const endsOwnSession = new Set(['session.ended', 'sessions.ended'])

/** What went wrong in one trial, or null. */
async function wrongAfter(call: Call, cut: Cut, cutting: Wire) {
  const { deed } = call.route
  const first = await cutOff(call, cut, cutting)
  const again = await untilAnswered(() => send(call))
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

/** Where to cut: in the middle, and at the last message before it and before its answer. */
function cutsOf(messages: number): Cut[] {
  return [
    { at: Math.max(2, Math.round(messages / 2)), when: 'after' },
    { at: messages, when: 'before' },
    { at: messages, when: 'after' },
  ]
}

/** A year is consulted on twice at most (MOST_ROUNDS): once to count, and once to be cut. */
const trialsOf = (deed: string) => (deed === 'draft.published' ? 1 : undefined)

// a draft that is saved has no key; its revision guards it (settled 10)
const recorded = mountedDoings().filter((route) => !route.quiet && doerOf(route.deed.name))

describe('the wire to the database is cut between two messages of any deed (A1)', () => {
  test.each(recorded.map((route) => [route.deed.name, route] as const))(
    '%s: sent again with its key it is done, and done once',
    async (deed, route) => {
      const doer = doerOf(deed)
      if (!doer) throw new Error(`nobody may do ${deed}`)
      const messages = await counted(await callOf(sound, route, doer))
      for (const cut of cutsOf(messages).slice(0, trialsOf(deed)))
        expect(await wrongAfter(await callOf(sound, route, doer), cut, 'database')).toBeNull()
    },
  )

  test('control: a build without keys does it twice', async () => {
    const route = recorded.find(({ deed }) => deed.name === 'draft.clausesAdded') ?? recorded[0]
    const doer = route && doerOf(route.deed.name)
    if (!route || !doer) throw new Error('no deed to try')
    const messages = await counted(await callOf(control, route, doer))
    const call = await callOf(control, route, doer)
    const before = await entriesOf(control, route.deed.name)
    await cutOff(call, { at: messages, when: 'after' })
    await untilAnswered(() => send(call))
    expect((await entriesOf(control, route.deed.name)) - before).toBe(2)
  })
})

describe('the worker loses the database in the middle of any deed that moves a process (W1)', () => {
  const cuts: Cut[] = [
    { at: 1, when: 'before' },
    { at: 2, when: 'after' },
    { at: 4, when: 'before' },
  ]
  const moving = recorded.filter(({ moves, deed }) => moves && !trialsOf(deed.name))
  test.each(moving.map((route) => [route.deed.name, route] as const))(
    '%s: it is done all the same, once',
    async (deed, route) => {
      const doer = doerOf(deed)
      if (!doer) throw new Error(`nobody may do ${deed}`)
      for (const cut of cuts)
        expect(await wrongAfter(await callOf(sound, route, doer), cut, 'workerDatabase')).toBeNull()
    },
  )
})

test('most cuts fell into their deed', () => {
  // a deed that has been done before takes fewer messages: its statements are prepared
  expect(trials.cut / trials.wanted).toBeGreaterThan(0.5)
})

async function entriesOf({ scene }: Place, deed: string): Promise<number> {
  const row = await scene.first('select count(*)::int as n from register_entry where deed = $1', [
    deed,
  ])
  return Number(row.n)
}
