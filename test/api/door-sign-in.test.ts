import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoPasswordHash } from '../../db/demo/password.ts'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { federationRoutes } from '../../domain/federation/federation.contract.ts'
import type { Answer } from '../../local/signed-in.ts'
import { type House, openHouse } from '../setup/house.ts'
import { signIn } from '../setup/person.ts'
import { wrongWithProblem } from '../setup/problem.ts'
import { password } from '../setup/small-federation.ts'
import { openYear, openYearWalk, planYear, type YearWalk } from '../setup/year-walk.ts'

let house: House
let walk: YearWalk

beforeAll(async () => {
  house = await openHouse({ unitCount: 2 })
  walk = openYearWalk(house)
  await openYear(walk)
})
afterAll(() => house?.close())

const json = { 'content-type': 'application/json' }

type Kinds<K extends string> = Record<K, () => Promise<Answer>>

/**
 * Asks by turns, so that a busy moment meets each kind, and notes what each has `taken`; by how many
 * ms each differs from 'wrong' in all that was noted.
 */
async function inTurn<K extends string>(
  kinds: Kinds<K>,
  taken: Map<string, number[]>,
  between: () => unknown,
) {
  const names = Object.keys(kinds) as K[] // a literal table has no other keys
  const answers = {} as Record<K, string> // filled below, name by name
  for (let round = 0; round < 40; round += 1) {
    for (const name of names.toSorted(() => Math.random() - 0.5)) {
      const from = performance.now()
      const answer = await kinds[name]()
      taken.set(name, [...(taken.get(name) ?? []), performance.now() - from])
      answers[name] = sameOf(answer)
    }
    await between()
  }
  // of a fifth of all tries no neighbour on the machine has got in the way
  const undisturbed = (name: K) => {
    const times = taken.get(name)?.toSorted((a, b) => a - b) ?? []
    return times[Math.floor(times.length / 5)] ?? Infinity
  }
  const wrong = undisturbed('wrong' as K) // each table has it
  const differences = {} as Record<K, number>
  for (const name of names) differences[name] = undisturbed(name) - wrong
  return { differences, answers }
}

/** All that a stranger can compare, without the code of the call and what is computed of it. */
function sameOf({ status, problem, headers }: Answer): string {
  const shown = [...headers].filter(([name]) => !['date', 'x-trace', 'etag'].includes(name))
  const plain = shown.map(([name, value]) => [name, value.replace(/nonce-[^']+/, 'nonce')])
  return JSON.stringify([status, { ...problem, trace: '' }, plain])
}

function expectProblem(answer: Answer, status: number, code: string) {
  expect({ status: answer.status, code: answer.problem.code }).toEqual({ status, code })
  expect(wrongWithProblem(answer)).toBeNull()
}

describe('signing in', () => {
  const attempt = async (username: string, word: string, headers: Record<string, string> = {}) =>
    (await walk.person('drafter')).raw('/auth/sign-in/username', {
      method: 'POST',
      headers: { ...json, cookie: '', ...headers },
      body: JSON.stringify({ username, password: word }),
    })

  test('an unknown name and a wrong password look the same', async () => {
    const [unknown, wrong] = [
      await attempt('nobody.here', 'wrong-password'),
      await attempt('unit1.head', 'wrong-password'),
    ]
    expectProblem(unknown, 401, 'federation.wrong-name-or-password')
    expect({ ...unknown.problem, trace: '' }).toEqual({ ...wrong.problem, trace: '' })
    expect([...unknown.headers.keys()]).toEqual([...wrong.headers.keys()])
  })

  const patient = { timeout: 120_000 }
  test('nobody, a wrong password and a suspended account take the same time', patient, async () => {
    const { accountId, username } = house.federation.person('member4')
    // hashed as everybody's is outside the tests
    await walk.asOwner('update auth_account set password = $1', [demoPasswordHash])
    await walk.asOwner('update account set suspended_at = now() where user_id = $1', [accountId])
    const kinds = {
      unknown: () => attempt('nobody.here', 'wrong-password'),
      wrong: () => attempt('unit1.head', 'wrong-password'),
      suspended: () => attempt(username, password),
      suspendedAndWrong: () => attempt(username, 'wrong-password'),
      // The control: a name that is closed for now is refused before anything is hashed.
      unhashed: () => attempt('closed.for.now', 'wrong-password'),
    }
    for (let n = 0; n < 10; n += 1)
      await walk.asOwner(
        `insert into sign_in_failure (username, address) values ('closed.for.now', '0.0.0.0')`,
      )
    const taken = new Map<string, number[]>()
    const look = async () => {
      const { differences, answers } = await inTurn(kinds, taken, () =>
        walk.asOwner(`delete from sign_in_failure where username <> 'closed.for.now'`),
      )
      const { unhashed, ...same } = differences
      const hashing = Math.abs(unhashed)
      expect(new Set([answers.unknown, answers.suspended, answers.suspendedAndWrong])).toEqual(
        new Set([answers.wrong]),
      )
      expect(hashing).toBeGreaterThan(5)
      return Math.max(...Object.values(same).map(Math.abs)) / hashing
    }
    // 0 where both hash, 1 where one does not: what a busy machine adds is less with every look
    let farthest = await look()
    for (let looks = 1; looks < 6 && farthest > 0.2; looks += 1) farthest = await look()
    expect(farthest, 'in parts of the time that hashing takes').toBeLessThanOrEqual(0.2)
    await walk.asOwner('delete from sign_in_failure')
  })

  test('the cookie is for this site and no script', async () => {
    const reply = await fetch(`${house.address}/api/auth/sign-in/username`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ username: 'head', password }),
    })
    const [cookie = ''] = reply.headers.getSetCookie()
    expect(cookie).toMatch(/HttpOnly/i)
    expect(cookie).toMatch(/SameSite=(Lax|Strict)/i)
  })

  test('signed out is out, also with the old cookie', async () => {
    const somebody = await signIn(house.address, 'unit2.head')
    expect((await somebody.raw('/me')).status).toBe(200)
    const out = { method: 'POST', headers: json, body: '{}' }
    expect((await somebody.raw('/auth/sign-out', out)).status).toBe(200)
    expect((await somebody.raw('/me')).status).toBe(401)
  })

  test('a suspended account is out at the next call', async () => {
    const somebody = await signIn(house.address, 'unit2.drafter')
    const account = house.federation.person('unit2.drafter').accountId
    await walk.asOwner('update account set suspended_at = now() where user_id = $1', [account])
    expectProblem(await somebody.raw('/me'), 401, 'grammar.sign-in-required')
  })

  test('ten failures close an account for everybody, whoever they claim to be', async () => {
    const forged = (n: number) => ({ 'x-forwarded-for': `10.0.0.${n}`, 'x-real-ip': `10.0.0.${n}` })
    for (let n = 0; n < 10; n += 1)
      expect((await attempt('Unit1.Drafter', 'wrong-password', forged(n))).status).toBe(401)
    const closed = await attempt('unit1.drafter', password, forged(99))
    expectProblem(closed, 429, 'federation.too-many-failures')
    expect(closed.headers.get('retry-after')).toBe('60')
    expect((await attempt('unit1.head', password)).status).toBe(200)
  })

  test('an address that tries many names is closed, and cannot claim to be another', async () => {
    await walk.asOwner(
      `insert into sign_in_failure (username, address) select 'name' || n, '127.0.0.1' from generate_series(1, 200) n`,
    )
    const closed = await attempt('head', password, { 'x-forwarded-for': '10.1.1.1' })
    expectProblem(closed, 429, 'federation.too-many-failures')
    await walk.asOwner(`delete from sign_in_failure where username like 'name%'`)
    expect((await attempt('head', password)).status).toBe(200)
  })
})

describe('the password is asked again', () => {
  test('ten minutes after it was shown last, and a wrong one counts as a failure', async () => {
    const clerk = await signIn(house.address, 'clerk')
    await walk.asOwner(`update auth_session set created_at = now() - interval '11 minutes'`)
    const number = {
      method: 'POST',
      headers: { ...json, 'idempotency-key': crypto.randomUUID() },
      body: '{}',
    }
    const path = `/approvals/${crypto.randomUUID()}/paper`
    expectProblem(await clerk.raw(path, number), 401, 'grammar.step-up-required')
    const stepUp = (word: string) =>
      clerk.raw('/session/step-up', {
        method: 'POST',
        headers: json,
        body: JSON.stringify({ password: word }),
      })
    expectProblem(await stepUp('wrong-password'), 422, 'grammar.wrong-password')
    expect((await stepUp(password)).status).toBe(200)
    expectProblem(await clerk.raw(path, number), 404, 'grammar.not-found')
  })
})

test('who I am is read anew: a role that has ended gives nothing', async () => {
  const head = await signIn(house.address, 'head')
  const { officialId } = house.federation.person('head')
  expect((await head.call(cycleRoutes.momentPreview, momentPreview)).status).toBe(200)
  await walk.asOwner(`update role_grant set until = current_date - 1 where official_id = $1`, [
    officialId,
  ])
  expect((await head.call(cycleRoutes.momentPreview, momentPreview)).status).toBe(403)
  expect((await head.call(federationRoutes.me, {})).body.grants).toEqual([])
})

const momentPreview = {
  params: { planYear, moment: 'voteDue' },
  query: { day: `${planYear}-11-30` },
} as const
