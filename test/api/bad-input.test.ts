import { randomUUID } from 'node:crypto'
import { parse as parseQuery } from 'node:querystring'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isDoing, type Route } from '../../domain/grammar/route.ts'
import type { Answer, Person } from '../../local/signed-in.ts'
import { fileIn, roundIn } from '../setup/arranged/reward.ts'
import { type House, openHouse } from '../setup/house.ts'
import { mountedDoings, mountedReadings, mountedRoutes } from '../setup/mounted-routes.ts'
import { openDoor } from '../setup/at-the-door.ts'
import { neededQuery } from '../setup/needed-query.ts'
import { mutantsOf, sampleOf } from '../setup/mutants.ts'
import { wrongWithProblem } from '../setup/problem.ts'
import { minutesIn, opinionIn } from '../setup/arranged/conference.ts'
import { inspectionIn, remedyIn } from '../setup/arranged/inspection-rows.ts'
import { openScene, type Scene } from '../setup/arranged/scene.ts'
import { certificateIn, taughtIn } from '../setup/arranged/teaching.ts'
import { planYear } from '../setup/year-walk.ts'

let house: House
let scene: Scene
let everyone: Person
let ids: Record<string, string>

beforeAll(async () => {
  house = await openHouse({ unitCount: 3 })
  scene = await openScene(house)
  const { idFrom, planId, roundId, answerId, federation } = scene
  await sitOnEveryChair(scene)
  everyone = await scene.walk.person('unit1.head')
  const taught = await taughtIn(scene, 'MARKING')
  const one = (table: string) => idFrom(`select id from ${table} limit 1`)
  ids = {
    planYear: String(planYear),
    planId,
    roundId,
    answerId,
    version: '1',
    approvalId: await scene.approvalId(),
    targetId: await one('target'),
    clauseId: await one('clause'),
    lineId: await one('class_line'),
    legalBasisId: await one('legal_basis'),
    commentId: await one('comment'),
    requestId: await one('target_request'),
    accountId: federation.person('unit3.drafter').accountId,
    officialId: federation.person('unit3.drafter').officialId,
    unitId: federation.person('unit1.drafter').unitId,
    commendationId: (await roundIn(scene, 'FILING')).commendationId,
    fileId: (await fileIn(scene, 'PROPOSED')).fileId,
    grantId: await one('role_grant'),
    moment: 'awardFilesDue',
    day: `${planYear + 1}-06-15`,
    objectType: 'plan',
    objectId: planId,
    classId: taught.classId,
    sessionId: taught.sessionIds[0] ?? '',
    certificateId: await certificateIn(scene, 'VALID', taught),
    inspectionId: await inspectionIn(scene, 'ON_SITE'),
    criterionId: await one('inspection_criterion'),
    remedyId: await remedyIn(scene, 'OPEN'),
    opinionId: await opinionIn(scene, 'RECORDED'),
    conferenceId: (await minutesIn(scene)).conferenceId,
    kind: 'CONFERENCE',
  }
}, 120_000)
afterAll(() => house?.close())

/** One person with every role there is: no refusal of the rights hides what lies behind it. */
async function sitOnEveryChair({ sql, federation }: Scene): Promise<void> {
  const { officialId } = federation.person('unit1.head')
  await sql(
    `insert into role_grant (federation_id, official_id, role, unit_id, department_id, since)
     select distinct on (role) federation_id, $1::uuid, role, unit_id, department_id, since from role_grant
     where official_id <> $1 and unit_id = $2`,
    [officialId, federation.top.id],
  )
}

const valueOf = (name: string) => ids[name] ?? randomUUID()
const addressOf = ({ path }: Route) =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => valueOf(name))
const paramsOf = ({ path }: Route) =>
  Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, valueOf(name)]))

const send = (route: Route, body: string, headers: Record<string, string> = {}) =>
  everyone.raw(addressOf(route), {
    method: route.method.toUpperCase(),
    headers: {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      'if-match': '"0"',
      ...headers,
    },
    body,
  })

/** Null when it was done, or refused as everything here is refused. */
function wrongWith(reply: Answer): string | null {
  if (reply.status === 200) return null
  // 503: a process that an earlier mutant brought to its end
  if (reply.status >= 500 && reply.status !== 503)
    return `${reply.status} ${JSON.stringify(reply.body)}`
  return wrongWithProblem(reply)
}

/** These end the session or the account that asks. */
const selfEnding = new Set(['sessions.ended', 'password.changed', 'account.suspended'])
const bodied = mountedDoings().filter(({ body, deed }) => body && !selfEnding.has(deed.name))

describe('one thing wrong, in every place of every body', () => {
  test.each(bodied.map((route, turn) => [`${route.method} ${route.path}`, route, turn] as const))(
    '%s',
    async (_, route, turn) => {
      if (!route.body) return
      const atTheDoor = openDoor(turn)
      const wrong: string[] = []
      for (const { what, body } of mutantsOf(sampleOf(route.body))) {
        const text = JSON.stringify(body)
        if (Buffer.byteLength(text) > 250_000) continue
        const read = atTheDoor(route, {
          params: paramsOf(route),
          query: {},
          body: JSON.parse(text) as unknown,
        })
        const fault = read.wrong ?? (read.mustBeSent ? wrongWith(await send(route, text)) : null)
        if (fault) wrong.push(`${what}: ${fault}`)
      }
      expect(wrong.slice(0, 5)).toEqual([])
    },
    60_000,
  )
})

describe('and in every question and address', () => {
  const odd = [
    '',
    '%00',
    '%ff',
    '-1',
    'null',
    'a'.repeat(5_000),
    '1e309',
    "'",
    '%F0%9F%98%80',
    '[]',
  ]

  test.each(mountedReadings().map((route, turn) => [route.path, route, turn] as const))(
    '%s',
    async (_, route, turn) => {
      const atTheDoor = openDoor(turn)
      const known = Object.keys(route.query?.shape ?? {})
      const questions = [...known, 'colour', '__proto__'].flatMap((name) => {
        const { [name]: _, ...others } = neededQuery(route)
        const beside = new URLSearchParams(others).toString()
        return [
          ...odd.map((value) => `?${name}=${value}&${beside}`),
          `?${name}=1&${name}=2&${beside}`,
          `?${name}[]=1&${beside}`,
        ]
      })
      const places = odd.map((value) => route.path.replaceAll(/:\w+/g, value || ' '))
      const wrong: string[] = []
      for (const question of questions) {
        const query = parseQuery(question.slice(1))
        const read = atTheDoor(route, { params: paramsOf(route), query, body: undefined })
        const address = addressOf(route) + question
        const fault =
          read.wrong ?? (read.mustBeSent ? wrongWith(await everyone.raw(address)) : null)
        if (fault) wrong.push(`${address.slice(0, 120)}: ${fault}`)
      }
      for (const address of places) {
        const fault = wrongWith(await everyone.raw(address))
        if (fault) wrong.push(`${address.slice(0, 120)}: ${fault}`)
      }
      expect(wrong.slice(0, 5)).toEqual([])
    },
  )
})

describe('broken JSON', () => {
  test('cut off in the middle, followed by something, or not quite JSON', async () => {
    const broken = [
      '',
      '{',
      '{"a":',
      '{"a":1}}',
      '{a:1}',
      "{'a':1}",
      '{"a":NaN}',
      '['.repeat(20_000),
    ]
    for (const route of bodied.slice(0, 12))
      for (const text of broken) {
        const reply = await send(route, text)
        expect([400, 422, 428], `${route.path} ${text.slice(0, 9)}`).toContain(reply.status)
        expect(wrongWithProblem(reply)).toBeNull()
      }
  })

  test('the same key twice in one object: the last one counts, as JSON has it', async () => {
    const [route] = bodied.filter(({ deed }) => deed.name === 'letters.read')
    if (!route) throw new Error('nobody reads letters')
    expect((await send(route, '{"letterIds":1,"letterIds":null}')).status).toBe(200)
  })
})

/** Every row of the house, but for what signing in and the processes leave by themselves. */
async function checksum(): Promise<string> {
  const tables = await scene.sql(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
       and relname not in ('auth_session', 'worker_beat', 'process_request', 'sign_in_failure', 'attention')
       order by relname`,
  )
  const sums = tables
    .map((table) => String(table.relname))
    .map(
      (name) =>
        `select '${name}' as name, coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) as sum from ${name} t`,
    )
  // side by side, the tables answer in any order
  return JSON.stringify(await scene.sql(`${sums.join(' union all ')} order by name`))
}

test('no GET changes anything, whatever it carries', async () => {
  const before = await checksum()
  for (const route of mountedRoutes()) {
    const headers = { 'idempotency-key': randomUUID(), 'if-match': '"1"' }
    const reply = await everyone.raw(addressOf(route), { headers })
    expect(reply.status, route.path).toBeLessThan(500)
    if (isDoing(route) && !hasReading(route)) expect(reply.status, route.path).toBe(405)
  }
  expect(await checksum()).toBe(before)
})

const shape = (path: string) => path.replaceAll(/:\w+/g, ':')
const hasReading = (route: Route) =>
  mountedReadings().some(({ path }) => {
    const pattern = new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`)
    return shape(path) === shape(route.path) || pattern.test(addressOf(route))
  })

test('every change is refused to a foreign page, without a key, and as a form', async () => {
  const wrong: string[] = []
  for (const route of mountedDoings()) {
    const foreign = await send(route, '{}', { origin: 'https://evil.example' })
    const form = await send(route, 'a=b', { 'content-type': 'application/x-www-form-urlencoded' })
    const keyless = await send(route, '{}', { 'idempotency-key': '' })
    const got = [foreign.status, form.status]
    if (String(got) !== '403,415' || ![400, 404, 422].includes(keyless.status))
      wrong.push(`${route.path}: ${String(got)} ${keyless.status}`)
  }
  expect(wrong).toEqual([])
})
