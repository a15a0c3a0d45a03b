import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { feedbackRoutes } from '../../domain/feedback/feedback.contract.ts'
import { startTemporal, type Temporal } from '../../local/temporal.ts'
import { completeForm, openYear, publishDraft, signAnswer, untilTrue } from '../setup/year-walk.ts'
import { broken } from './broken.ts'
import { openStand, type Stand } from './stand.ts'

let folder: string
let temporal: Temporal
let stand: Stand
let roundId: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'training-temporal-'))
  temporal = await startTemporal(wish())
  stand = await openStand({ name: 'temporal', unitCount: 4, temporal: temporal.address })
  await openYear(stand.walk)
  roundId = (await publishDraft(stand.walk)).roundId
}, 120_000)
afterAll(async () => {
  await stand?.close()
  await temporal?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const wish = () => ({ dbFile: join(folder, 'temporal.db'), headless: true })

/** Killed without a word, by the pid that it wrote down; its database stays. */
async function killTemporal(): Promise<void> {
  const { pid } = JSON.parse(readFileSync(`${wish().dbFile}.pid.json`, 'utf8')) as { pid: number }
  process.kill(pid, 'SIGKILL')
  await untilTrue(async () => !(await stand.ready()).parts.temporal?.ok)
}

const close = (key: string) =>
  stand.walk.calls(
    'leader',
    feedbackRoutes.close,
    { params: { roundId }, body: { reason: 'Đã đủ ý kiến cần thiết' } },
    { key },
  )

describe('the Temporal server is killed', () => {
  test('forms are still written and signed, a deed that needs it says when to come back', async () => {
    await stand.walk.person('leader')
    await killTemporal()
    expect(await stand.ready()).toMatchObject({
      status: 503,
      parts: { temporal: { ok: false }, postgresql: { ok: true } },
    })

    const answerId = await signAnswer(stand.walk, 1)
    const signed = await stand.walk.asOwner('select state from answer where id = $1', [answerId])
    expect(signed).toEqual([{ state: 'SUBMITTED' }])

    const key = randomUUID()
    const begun = Date.now()
    const refused = await close(key)
    expect(refused.status).toBe(503)
    expect(Date.now() - begun).toBeLessThan(5_000)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    const open = await stand.walk.asOwner('select state from round where id = $1', [roundId])
    expect(open).toEqual([{ state: 'OPEN' }])

    temporal = await startTemporal(wish())
    const back = Date.now()
    let reply = refused
    while (reply.status === 503 && Date.now() < back + 40_000) {
      await pause(500)
      reply = await close(key)
    }
    expect(reply.body).toMatchObject({ roundId, answered: 1, silent: 3 })
    const closed = await stand.walk.asOwner(`select deed from register_entry where key = $1`, [key])
    expect(closed).toEqual([{ deed: 'round.closed' }])
    await untilTrue(async () => (await stand.ready()).ready, 40_000)
  })

  test('control: where everything is asked of it, a form is not saved either', async () => {
    const control = await openStand({
      name: 'all-through',
      hasWorker: false,
      breaks: broken.everythingThroughTemporal,
    })
    try {
      control.wires.apiTemporal.down()
      const answerId = randomUUID()
      const form = completeForm({ plans: [{ planId: randomUUID(), targets: [] }] } as never)
      const given = { params: { answerId }, body: { form } }
      const saved = await control.walk.calls('unit1.drafter', feedbackRoutes.save, given, {
        revision: 0,
      })
      expect(saved.status).toBeGreaterThanOrEqual(500)
    } finally {
      await control.close()
    }
  })
})

describe('/health/ready tells the truth', () => {
  const partsNow = async (of: Stand) => {
    const { parts, status } = await of.ready()
    return { status, gone: Object.keys(parts).filter((part) => !parts[part]?.ok) }
  }

  async function partByPart(of: Stand) {
    const seen: Record<string, { status: number; gone: string[] }> = {}
    const look = async (name: string, isSo: (gone: string[]) => boolean) => {
      await untilTrue(async () => isSo((await partsNow(of)).gone), 30_000)
      seen[name] = await partsNow(of)
    }
    of.wires.apiTemporal.down()
    await look('temporal', (gone) => gone.includes('temporal'))
    of.wires.apiTemporal.up()
    await look('temporal back', (gone) => !gone.includes('temporal'))

    of.wires.database.down()
    await look('postgresql', (gone) => gone.includes('postgresql'))
    of.wires.database.up()
    await look('postgresql back', (gone) => !gone.includes('postgresql'))

    await of.worker.kill()
    await of.walk.asOwner(
      `insert into letter (federation_id, official_id, event_key, text_key, params, link, next_try_at)
       values ($1, $2, 'old', 'feedback.letters.reminder', '{}', '/', now() - interval '2 minutes')`,
      [of.federation.federationId, of.federation.person('head').officialId],
    )
    await of.walk.asOwner(
      `insert into register_entry (federation_id, actor_name, deed, object_type, object_id, content_sha256, trace, key, at)
       values ($1, 'system', 'voting.closed', 'x', gen_random_uuid(), '', '', gen_random_uuid()::text, now() - interval '1 minute')`,
      [of.federation.federationId],
    )
    await look('worker', (gone) => ['worker', 'outbox', 'register'].every((p) => gone.includes(p)))
    of.worker.start()
    await look('all back', (gone) => gone.length === 0)
    return seen
  }

  test('of each part that is gone, and when it is back', async () => {
    expect(await partByPart(stand)).toEqual({
      temporal: { status: 503, gone: ['temporal'] },
      'temporal back': { status: 200, gone: [] },
      postgresql: { status: 503, gone: ['postgresql', 'worker', 'outbox', 'register'] },
      'postgresql back': { status: 200, gone: [] },
      worker: { status: 503, gone: ['worker', 'outbox', 'register'] },
      'all back': { status: 200, gone: [] },
    })
  })

  test('control: a page that hopes says 200 with the database gone', async () => {
    const control = await openStand({ name: 'hopes', hasWorker: false, breaks: broken.healthHopes })
    try {
      control.wires.database.down()
      expect((await partsNow(control)).status).toBe(200)
    } finally {
      await control.close()
    }
  })
})
