import { afterAll, beforeAll, expect, test } from 'vitest'
import { withClient } from '../../local/postgres-client.ts'
import { type House, openHouse } from '../setup/house.ts'
import { signIn } from '../setup/person.ts'
import { password } from '../setup/small-federation.ts'

let house: House
beforeAll(async () => {
  house = await openHouse({ unitCount: 1 })
})
afterAll(() => house?.close())

const knock = () =>
  fetch(`${house.address}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'head', password }),
  })

/** Before the crowd has given up waiting for the database, which it does after two seconds. */
async function untilRefused(): Promise<Response> {
  for (const until = Date.now() + 2_000; ;) {
    const reply = await knock()
    if (reply.status === 503 || Date.now() > until) return reply
  }
}

test('whoever is inside goes first: while there is a crowd, nobody is let in', async () => {
  const leader = await signIn(house.address, 'leader')
  const inbox = () => leader.raw('/inbox')
  await withClient(house.ownerUrl, async (client) => {
    await client.query('begin; lock table task in access exclusive mode')
    const crowd = Array.from({ length: 40 }, inbox)
    const refused = await untilRefused()
    expect(await refused.json()).toMatchObject({ code: 'grammar.crowded' })
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(3)
    await client.query('rollback')
    const statuses = (await Promise.all(crowd)).map(({ status }) => status)
    expect(statuses).toContain(200)
  })
  expect((await knock()).status).toBe(200)
})
