import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import { feedbackRoutes } from '../../domain/feedback/feedback.contract.ts'
import { openYear, planYear, publishDraft, writeAnswer, type YearWalk } from '../setup/year-walk.ts'
import { broken } from './broken.ts'
import { openStand, type Stand } from './stand.ts'

const unitCount = 12
let sound: Stand
let control: Stand
let planOf: Map<Stand, string>

beforeAll(async () => {
  sound = await openStand({ name: 'once', unitCount })
  control = await openStand({
    name: 'no-key',
    unitCount: 2,
    hasWorker: false,
    breaks: broken.noKey,
  })
  await openYear(sound.walk)
  await publishDraft(sound.walk)
  planOf = new Map([
    [sound, await lonePlan(sound.walk)],
    [control, await lonePlan(control.walk)],
  ])
})
afterAll(async () => {
  await sound?.close()
  await control?.close()
})

/** A second plan that is being written, without any process. */
async function lonePlan({ asOwner, federation }: YearWalk): Promise<string> {
  const { federationId, top, departmentId } = federation
  await asOwner(
    `insert into cycle (federation_id, unit_id, plan_year, phase, process_id, opened_at)
     values ($1, $2, $3, 'draft', gen_random_uuid()::text, now())`,
    [federationId, top.id, planYear + 1],
  )
  const [plan] = await asOwner(
    `insert into plan (federation_id, cycle_id, unit_id, plan_type, plan_year, title, state, department_id)
     select $1, id, unit_id, 'TRAINING', plan_year, 'Kế hoạch', 'DRAFTING', $2 from cycle where plan_year = $3
     returning id`,
    [federationId, departmentId, planYear + 1],
  )
  return String(plan?.id)
}

const clause = (stand: Stand, heading: string) => ({
  params: { planId: planOf.get(stand) ?? '' },
  body: { rows: [{ section: 'I. MỤC ĐÍCH', heading, text: 'Nội dung.' }] },
})
const rowsOf = async ({ walk }: Stand, heading: string) =>
  (await walk.asOwner('select id from clause where heading = $1', [heading])).length

/** One call whose reply may be lost on its way: null then. */
async function add(stand: Stand, heading: string, key: string, address = stand.address) {
  const { cookie } = await stand.walk.person('drafter')
  const { params, body } = clause(stand, heading)
  try {
    const reply = await fetch(`${address}/api/plans/${params.planId}/clauses`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(15_000),
    })
    return { status: reply.status, text: await reply.text() }
  } catch {
    return null
  }
}

describe('a double click (B1)', () => {
  async function clickedTwice(stand: Stand): Promise<number> {
    const key = randomUUID()
    await Promise.all([add(stand, key, key), add(stand, key, key)])
    return rowsOf(stand, key)
  }

  test('is one deed, each of twenty times', async () => {
    for (let n = 0; n < 20; n += 1) expect(await clickedTwice(sound)).toBe(1)
  })

  test('control: without the key it is two', async () => {
    expect(await clickedTwice(control)).toBe(2)
  })
})

describe('a reply that is lost after the commit (P10)', () => {
  async function lostAndSentAgain(stand: Stand) {
    const key = randomUUID()
    stand.wires.http.onDown(() => true)
    const through = `http://127.0.0.1:${stand.wires.http.port}`
    const lost = add(stand, key, key, through)
    await expect.poll(() => rowsOf(stand, key), { timeout: 10_000 }).toBe(1)
    stand.wires.http.down()
    expect(await lost).toBeNull()
    stand.wires.http.onDown(null)
    stand.wires.http.up()
    const again = await add(stand, key, key, through)
    return { again, once: await add(stand, key, key), rows: await rowsOf(stand, key) }
  }

  test('sent again with its key it gets the first receipt, each of ten times', async () => {
    for (let n = 0; n < 10; n += 1) {
      const { again, once, rows } = await lostAndSentAgain(sound)
      expect(again?.status).toBe(200)
      expect(again).toEqual(once)
      expect(rows).toBe(1)
    }
  })

  test('control: without the key it is done again', async () => {
    expect((await lostAndSentAgain(control)).rows).toBeGreaterThan(1)
  })
})

describe('two tabs with the same answer, each with its own key', () => {
  test('one signature, and the other tab hears that it is done', async () => {
    const { params, revision } = await writeAnswer(sound.walk, unitCount)
    const sign = () =>
      sound.walk.calls(`unit${unitCount}.head`, feedbackRoutes.sign, { params }, { revision })
    const replies = await Promise.all([sign(), sign(), sign()])
    expect(replies.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409', '409'])
    expect(await versionsOf(params.answerId)).toBe(1)
  })
})

const versionsOf = async (answerId: string) =>
  (await sound.walk.asOwner('select 1 from answer_version where answer_id = $1', [answerId])).length

describe('the API is killed between two messages to the database (A1)', () => {
  /** Kills when the k-th message comes by: before it goes on, or as soon as it has. */
  function killAt(stand: Stand, k: number, when: 'before' | 'after'): Promise<void> {
    let count = 0
    return new Promise((resolve) => {
      stand.wires.database.onUp(() => {
        count += 1
        if (count !== k) return false
        const dying = stand.api.kill().then(resolve)
        void dying
        return when === 'before'
      })
    })
  }

  async function restart(stand: Stand): Promise<void> {
    stand.wires.database.onUp(null)
    stand.api.start()
    await stand.apiAnswers()
  }

  /** How many messages one such call takes. */
  async function messagesOf(stand: Stand, call: () => Promise<unknown>): Promise<number> {
    let count = 0
    stand.wires.database.onUp(() => {
      count += 1
      return false
    })
    await call()
    stand.wires.database.onUp(null)
    return count
  }

  async function killedAndSentAgain(stand: Stand, k: number, when: 'before' | 'after') {
    const key = randomUUID()
    await add(stand, randomUUID(), randomUUID()) // the pools are warm
    const killed = killAt(stand, k, when)
    const first = await add(stand, key, key)
    if (first !== null && first.status === 200)
      return { rows: await rowsOf(stand, key), status: 200 }
    await killed
    await restart(stand)
    const again = await add(stand, key, key)
    return { rows: await rowsOf(stand, key), status: again?.status }
  }

  test('adding a clause: nothing or everything, and the retry makes it whole', async () => {
    const m = await messagesOf(sound, () => add(sound, randomUUID(), randomUUID()))
    expect(m).toBeGreaterThan(6)
    const places = [2, Math.ceil(m / 2), m - 1]
    for (const k of places)
      for (const when of ['before', 'after'] as const)
        expect(await killedAndSentAgain(sound, k, when), `${k} of ${m}, ${when}`).toEqual({
          rows: 1,
          status: 200,
        })
  })

  /** Signs for a unit, the API dying at the k-th message; tells how many messages there were. */
  async function signed(unit: number, kill: { k: number; when: 'before' | 'after' } | null) {
    const { params, revision } = await writeAnswer(sound.walk, unit)
    const key = randomUUID()
    const who = `unit${unit}.head`
    await sound.walk.person(who)
    const call = () =>
      sound.walk.calls(who, feedbackRoutes.sign, { params }, { revision, key }).catch(() => null)
    const killed = kill && killAt(sound, kill.k, kill.when)
    const messages = kill ? 0 : await messagesOf(sound, call)
    const first = await call()
    if (first?.status !== 200) {
      await killed
      await restart(sound)
    }
    sound.wires.database.onUp(null)
    expect((await call())?.status).toBe(200)
    const [row] = await sound.walk.asOwner(
      `select (select count(*) from answer_version where answer_id = $1)::int as versions,
         (select count(*) from comment where answer_id = $1)::int as comments,
         (select count(*) from register_entry where key = $2)::int as entries`,
      [params.answerId, key],
    )
    expect(row).toEqual({ versions: 1, comments: 1, entries: 1 })
    return { messages, isKilled: first?.status !== 200 }
  }

  test('signing an answer: one version, one entry, every comment once', async () => {
    const { messages: m } = await signed(1, null)
    const places = [3, Math.ceil(m / 4), Math.ceil(m / 3), Math.ceil(m / 2), m - 4]
    let kills = 0
    for (const [index, k] of places.entries()) {
      const when = index % 2 === 0 ? 'before' : 'after'
      // how many messages there are is not the same each time: the last place may lie behind the end
      if ((await signed(2 + index, { k, when })).isKilled) kills += 1
    }
    expect(kills).toBeGreaterThanOrEqual(4)
  })

  test('control: killed after the commit, the retry of a build without keys does it twice', async () => {
    const key = randomUUID()
    await add(control, randomUUID(), randomUUID()) // the pools are warm
    const seen = { key: false, commit: false }
    control.wires.database.onUp((data) => {
      seen.key ||= data.includes(key)
      seen.commit ||= seen.key && data.includes('commit')
      return false
    })
    // the commit goes through and its answer never comes back
    control.wires.database.onDown(() => seen.commit)
    const first = add(control, key, key)
    await expect.poll(() => rowsOf(control, key), { timeout: 10_000 }).toBe(1)
    await control.api.kill()
    expect(await first).toBeNull()
    control.wires.database.onDown(null)
    await restart(control)
    await add(control, key, key)
    expect(await rowsOf(control, key)).toBe(2)
  })
})

test('the clauses of all these trials stand in the plan, no key twice in the register', async () => {
  const rows = await sound.walk.asOwner(
    'select key from register_entry group by key having count(*) > 1',
  )
  expect(rows).toEqual([])
  const given = { params: { planId: planOf.get(sound) ?? '' } }
  expect((await sound.walk.calls('drafter', draftRoutes.workingPlan, given)).status).toBe(200)
})
