import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deeds } from '../../domain/deeds.ts'
import { isDoing, type Doing } from '../../domain/grammar/route.ts'
import { arranged, type Principal, principals } from '../setup/arranged/everything.ts'
import { type Arranged, openScene, type Scene } from '../setup/arranged/scene.ts'
import type { Answer } from '../../local/signed-in.ts'
import { type House, openHouse } from '../setup/house.ts'
import { mountedDoings, mountedRoutes } from '../setup/mounted-routes.ts'
import { wrongWithProblem } from '../setup/problem.ts'
import { untilAnswered } from '../setup/year-walk.ts'
import { judge, readPolicy, statuses } from './rights-policy.ts'

const rules = readPolicy()

let house: House
let scene: Scene
beforeAll(async () => {
  house = await openHouse({ unitCount: 3 })
  scene = await openScene(house)
}, 120_000)
afterAll(() => house?.close())

describe('the policy is complete', () => {
  const judged = new Set(rules.map(({ deed }) => deed))

  test('every deed and every reading has its lines, and no line is about nothing', () => {
    const readings = mountedRoutes()
      .filter((route) => !isDoing(route) && !route.path.endsWith('.xlsx'))
      .map(({ path }) => `GET ${path}`)
    const known = new Set([...deeds.map(({ name }) => name), ...readings])
    expect([...known].filter((name) => !judged.has(name))).toEqual([])
    expect([...judged].filter((name) => !known.has(name))).toEqual([])
  })

  test('it judges everybody in every state it names', () => {
    for (const deed of judged)
      for (const state of statesOf(deed))
        for (const { role, relation } of principals)
          expect(judge(rules, { role, relation, deed, state }), `${deed} ${role}`).not.toBeNull()
  })

  test('every deed can be arranged', () => {
    expect(deeds.map(({ name }) => name).filter((name) => !arranged[name])).toEqual([])
  })
})

async function call(route: Doing, { who }: Principal, given: Arranged) {
  const person = given.as ?? (await scene.walk.person(who))
  const sending = {
    key: randomUUID(),
    ...(given.revision !== undefined && { revision: given.revision }),
  }
  const reply = await untilAnswered(
    () => person.call(route, given as object, sending),
    () => scene.runAgain(),
  )
  if (given.as) scene.walk.forget(who)
  return reply
}

/** What the deeds of people have left: a refusal leaves nothing. */
async function traces(): Promise<string> {
  const row = await scene.first(
    `select (select count(*) from register_entry where account_id is not null) || '/'
       || (select count(*) from command where done_at is not null) as all`,
  )
  return String(row.all)
}

const told = (who: Principal, state: string, wanted: number, { status, body }: Answer) =>
  `${who.role} (${who.relation}) in ${state}: ${wanted} wanted, ${status} ${JSON.stringify(body)}`

const statesOf = (deed: string): string[] => [
  ...new Set(rules.filter((rule) => rule.deed === deed).map((rule) => rule.state)),
]

describe.each(mountedDoings().map((route) => [route.deed.name, route] as const))(
  '%s',
  (deed, route) => {
    const arrange = arranged[deed]
    const named = statesOf(deed).filter((state) => state !== '*')
    const states = named.length > 0 ? named : ['-']
    const [rightState = '-'] = states

    test.each(states)('in %s, who may do it and who not', async (state) => {
      if (!arrange) throw new Error(`nobody can arrange ${deed}`)
      const cases = principals.map((principal) => ({
        ...principal,
        verdict: judge(rules, { ...principal, deed, state }),
      }))
      const refused = cases.filter(
        ({ verdict }) => verdict === 'refused' || verdict === 'hidden' || verdict === 'wrong-state',
      )
      const given = await arrange({ scene, who: 'admin', state })
      const before = await traces()
      const wrong: string[] = []
      for (const each of refused.filter(
        ({ verdict }) => state === rightState || verdict === 'wrong-state',
      )) {
        const reply = await call(route, each, given)
        const status = statuses[each.verdict ?? 'refused']
        const isWrong = reply.status !== status || wrongWithProblem(reply)
        if (isWrong) wrong.push(told(each, state, status, reply))
      }
      expect(wrong).toEqual([])
      expect(await traces()).toBe(before)

      for (const each of cases.filter(({ verdict }) => verdict?.startsWith('allowed'))) {
        const reply = await call(route, each, await arrange({ scene, who: each.who, state }))
        if (reply.status !== 200) wrong.push(told(each, state, 200, reply))
      }
      expect(wrong).toEqual([])
    })
  },
)

test('what asks for the password again is refused to a session that showed it long ago', async () => {
  const asking = new Set(
    rules.filter(({ verdict }) => verdict === 'allowed+password').map(({ deed }) => deed),
  )
  const wrong: string[] = []
  for (const route of mountedDoings().filter(({ deed }) => asking.has(deed.name))) {
    const { deed, role, relation, state } =
      rules.find((rule) => rule.deed === route.deed.name && rule.verdict === 'allowed+password') ??
      {}
    const principal = principals.find((each) => each.role === role && each.relation === relation)
    const arrange = arranged[deed ?? '']
    if (!principal || !arrange) throw new Error(`nobody can do ${deed}`)
    const given = await arrange({ scene, who: principal.who, state: state ?? '-' })
    await scene.walk.person(principal.who)
    await scene.sql(`update auth_session set created_at = now() - interval '11 minutes'`)
    const reply = await call(route, principal, given)
    if (reply.problem.code !== 'grammar.step-up-required' || reply.status !== 401)
      wrong.push(told(principal, deed ?? '', 401, reply))
  }
  expect(wrong).toEqual([])
})
