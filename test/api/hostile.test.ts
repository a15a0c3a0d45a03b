import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mountFeedback } from '../../api/feedback.ts'
import { mountFiles } from '../../api/files.ts'
import { openMounting } from '../../api/mount.ts'
import { mountRevision } from '../../api/revision.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { isDoing, type Route } from '../../domain/grammar/route.ts'
import { arranged, principals } from '../setup/arranged/everything.ts'
import { keptUpload, signedFile } from '../setup/arranged/files.ts'
import { type Arranged, openScene, type Scene } from '../setup/arranged/scene.ts'
import { type House, openHouse } from '../setup/house.ts'
import { wrongWithProblem } from '../setup/problem.ts'
import { planYear, untilTrue } from '../setup/year-walk.ts'
import { type Ground, type Hostile, hostileTo, raw } from './hostile/families.ts'
import { type Heard, send, sendBytes } from './hostile/line.ts'
import { judge, readPolicy } from './rights-policy.ts'

/** Every route of the consultation and of what becomes of it. */
function routesOfTwoPhases(): Route[] {
  const mounting = openMounting({} as Parameters<typeof openMounting>[0]) // mounting only remembers it
  for (const mount of [mountFiles, mountFeedback, mountRevision]) mount(mounting)
  return mounting.mounted
}
const routes = routesOfTwoPhases()

/** All of them take five minutes (HOSTILE=all); each day another tenth is tried, the same all day. */
const isWhole = process.env.HOSTILE === 'all'
const tenth = Number(dayOfInstant(new Date()).replaceAll('-', '')) % 10
const isOfToday = (n: number) => isWhole || n % 10 === tenth

const rules = readPolicy()

let house: House
let scene: Scene
let ids: Record<string, string>
let strangers: string[]

beforeAll(async () => {
  house = await openHouse({ unitCount: 3 })
  scene = await openScene(house)
  const { planId, roundId, answerId } = scene
  const target = 'select id from target where plan_id = $1 limit 1'
  ids = {
    planYear: String(planYear),
    planId,
    roundId,
    answerId,
    version: '1',
    targetId: await scene.idFrom(target, [planId]),
    commentId: await scene.idFrom('select id from comment where answer_id = $1 limit 1', [
      answerId,
    ]),
    uploadId: await keptUpload(scene, 'unit1.drafter'),
    fileId: await signedFile(scene),
  }
  strangers = await strangeCookies()
}, 120_000)
afterAll(() => house?.close())

/** None, made up, cut short, and of a session that has been ended. */
async function strangeCookies(): Promise<string[]> {
  const { cookie } = await scene.signIn('unit3.drafter')
  await scene.sql(
    `delete from auth_session s using account a where a.user_id = s.user_id and a.official_id = $1`,
    [scene.federation.person('unit3.drafter').officialId],
  )
  const [name = ''] = cookie.split('=')
  const madeUp = ['x', 'a'.repeat(3_000), '%00', '..', `${'a'.repeat(32)}.${'b'.repeat(44)}`]
  return [cookie, cookie.slice(0, -9), 'x', '', ...madeUp.map((value) => `${name}=${value}`)]
}

const fits = (who: string, deed: string, state: string) => {
  const principal = principals.find((each) => each.who === who)
  return principal && judge(rules, { ...principal, deed, state })?.startsWith('allowed')
}

/** Somebody who may do it, in a state in which it may be done. */
function doerOf(name: string): { who: string; state: string } {
  for (const { state } of rules.filter(({ deed }) => deed === name))
    for (const { who } of principals)
      if (fits(who, name, state)) return { who, state: state === '*' ? '-' : state }
  throw new Error(`nobody may do ${name}`)
}

type Prepared = { who: string; given: Arranged }

/** The route made possible: a deed as its doer would send it, a reading of what there is. */
async function prepared(route: Route): Promise<Prepared> {
  if (isDoing(route)) {
    const { who, state } = doerOf(route.deed.name)
    const arrange = arranged[route.deed.name]
    if (!arrange) throw new Error(`nobody can arrange ${route.deed.name}`)
    return { who, given: await arrange({ scene, who, state }) }
  }
  const deed = `GET ${route.path.replace('/export.xlsx', '')}`
  const reader = principals.find(({ who }) => fits(who, deed, '-'))
  if (!reader) throw new Error(`nobody may read ${route.path}`)
  return { who: reader.who, given: { params: ids } }
}

async function groundOf(route: Route): Promise<Ground> {
  const { who, given } = await prepared(route)
  const params = { ...ids, ...(given.params as Record<string, string> | undefined) }
  const person = given.as ?? (await scene.walk.person(who))
  return {
    route,
    body: given.body ?? {},
    address: route.path.replaceAll(/:(\w+)/g, (_, name: string) => params[name] ?? `no-${name}`),
    ids: Object.values(ids).filter((id) => id.includes('-')),
    cookie: person.cookie,
    strangers,
  }
}

/** Every row of the house, but for what sessions and processes leave, and what is only laid down. */
async function checksums(): Promise<Map<unknown, unknown>> {
  const tables = await scene.sql(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
       and relname not in ('auth_session', 'worker_beat', 'process_request', 'sign_in_failure', 'attention', 'register_seal', 'command')`,
  )
  const sums = tables
    .map((table) => String(table.relname))
    .map(
      (name) =>
        `select '${name}' as name, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as sum from ${name} t`,
    )
  const rows = await scene.sql(sums.join(' union all '))
  return new Map(rows.map(({ name, sum }) => [name, sum]))
}

/** The same, once the processes that the routes before have moved are at rest. */
async function checksumsAtRest(): Promise<Map<unknown, unknown>> {
  let last = await checksums()
  await untilTrue(async () => {
    const before = last
    last = await checksums()
    return isDeepStrictEqual(before, last)
  })
  return last
}

const changed = (before: Map<unknown, unknown>, after: Map<unknown, unknown>) =>
  [...after].filter(([name, sum]) => before.get(name) !== sum).map(([name]) => name)

/** Null when it was let in, or refused as everything here is refused. */
function wrongWith(route: Route, sent: Hostile, heard: Heard): string | null {
  const { status, ms } = heard
  // a process that is told a thousand things at once says that it will come back to this one
  const isPutOff =
    status === 503 && isDoing(route) && route.moves && heard.headers.has('retry-after')
  if (status >= 500 && !isPutOff) return `${status} ${JSON.stringify(heard.body)}`
  if (ms > 5_000) return `${Math.round(ms)} ms`
  if (status < 400)
    return sent.isStranger ? `let a stranger in: ${status}` : wrongTaken(route, sent)
  return sent.method === 'HEAD' ? null : wrongWithProblem(heard)
}

/** A body that the contract does not know is never taken. */
function wrongTaken(route: Route, { body, method, path }: Hostile): string | null {
  const isSame = method.toLowerCase() === route.method && !path.includes('?')
  if (!isSame || !route.body || typeof body !== 'string') return null
  // no body at all is read as an empty one, and every text composed, as at the door
  const read: unknown = JSON.parse(body.trim() || '{}')
  const given: unknown = JSON.parse(JSON.stringify(read).normalize('NFC'))
  return route.body.safeParse(given).success ? null : 'taken, though it is not valid'
}

async function trouble(ground: Ground) {
  const all = hostileTo(ground)
  const today = all.filter((_, n) => isOfToday(n))
  const wrong: string[] = []
  let taken = 0
  const lanes = Array.from({ length: 6 }, async (_, lane) => {
    for (let n = lane; n < today.length; n += 6) {
      const sent = today[n]
      if (!sent) continue
      const heard = await send(house.address, sent)
      if (heard.status < 400) taken += 1
      const fault = wrongWith(ground.route, sent, heard)
      if (fault)
        wrong.push(
          `${sent.family} ${sent.method} ${sent.path.slice(0, 80)} ${String(sent.body).slice(0, 80)}: ${fault}`,
        )
    }
  })
  await Promise.all(lanes)
  return { meant: all.length, taken, wrong }
}

describe('a thousand hostile requests', () => {
  test.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s',
    async (_, route) => {
      const ground = await groundOf(route)
      const before = await checksumsAtRest()
      const { meant, taken, wrong } = await trouble(ground)
      expect(wrong.slice(0, 5)).toEqual([])
      expect(meant).toBeGreaterThanOrEqual(1_000)
      if (taken === 0 || !isDoing(route)) expect(changed(before, await checksums())).toEqual([])
      // and the house still does what it is for
      expect((await (await scene.walk.person('head')).raw('/me')).status).toBe(200)
    },
    120_000,
  )

  test('and what is hardly HTTP', async () => {
    for (const route of routes) {
      const { address } = await groundOf(route)
      const heard = await Promise.all(raw(address).map((bytes) => sendBytes(house.address, bytes)))
      expect(
        heard.filter((status) => status >= 500),
        address,
      ).toEqual([])
    }
    expect((await (await scene.walk.person('head')).raw('/me')).status).toBe(200)
  })
})
