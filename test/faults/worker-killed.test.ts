import { randomUUID } from 'node:crypto'
import { copyFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { approvalRoutes } from '../../domain/approval/approval.contract.ts'
import { changedBundle } from '../setup/changed-bundle.ts'
import {
  closeRound,
  openYear,
  passChecks,
  publishDraft,
  shaOf,
  signAnswer,
  submitPlan,
  untilAnswered,
  untilTrue,
} from '../setup/year-walk.ts'
import { broken } from './broken.ts'
import { openStand, type Stand } from './stand.ts'

let sound: { stand: Stand; approvalId: string }
let control: { stand: Stand; approvalId: string }

beforeAll(async () => {
  sound = await atTheVote(await openStand({ name: 'worker' }))
  const forgetful = { name: 'forgets', breaks: broken.processForgets }
  control = await atTheVote(await openStand(forgetful))
}, 120_000)
afterAll(async () => {
  await sound?.stand.close()
  await control?.stand.close()
})

async function atTheVote(stand: Stand) {
  const { walk } = stand
  await openYear(walk)
  const { planId, roundId } = await publishDraft(walk)
  await signAnswer(walk, 1)
  await closeRound(walk, roundId)
  const approvalId = await submitPlan(walk, planId)
  await passChecks(walk, approvalId)
  return { stand, approvalId }
}

type Place = { stand: Stand; approvalId: string }

async function ballot({ stand, approvalId }: Place, who: string, key: string) {
  const contentSha256 = await shaOf(stand.walk, approvalId)
  const given = { params: { approvalId }, body: { vote: 'AGREE', contentSha256 } } as const
  return stand.walk.calls(who, approvalRoutes.castBallot, given, { key })
}

const count = async ({ stand }: Place, statement: string, key: string) =>
  (await stand.walk.asOwner(statement, [key])).length
const isDone = async (place: Place, key: string) =>
  (await count(place, 'select 1 from command where key = $1 and done_at is not null', key)) === 1
const ballotsOf = ({ stand }: Place, who: string) =>
  stand.walk
    .asOwner('select 1 from ballot where official_id = $1', [
      stand.federation.person(who).officialId,
    ])
    .then((rows) => rows.length)

/** Killed when the ballot is in the database and Temporal has not been told. */
async function killedBeforeReporting(place: Place, who: string) {
  const { stand } = place
  const key = randomUUID()
  await stand.walk.person(who)
  const { workerTemporal } = stand.wires
  workerTemporal.onUp(() => true)
  const voting = ballot(place, who, key)
  await untilTrue(() => isDone(place, key))
  await stand.worker.kill()
  const killedAt = Date.now()
  workerTemporal.onUp(null)
  stand.worker.start()
  const reply = await voting
  return { key, reply, killedAt }
}

describe('the worker is killed between commit and completion (W1)', () => {
  test('the voter is answered, the ballot counts once, and the process goes on', async () => {
    const { key, reply, killedAt } = await killedBeforeReporting(sound, 'member1')
    expect(reply.status).toBe(200)
    const again = await ballot(sound, 'member1', key)
    expect(again.body).toEqual(reply.body)
    // the process itself has taken the deed up again when it does the next one
    const next = randomUUID()
    let status = 503
    while (status === 503 && Date.now() < killedAt + 20_000)
      status = (await ballot(sound, 'member2', next)).status
    expect(status).toBe(200)
    expect(Date.now() - killedAt).toBeLessThan(12_000)
    await pause(1_000)
    expect(await ballotsOf(sound, 'member1')).toBe(1)
    expect(await ballotsOf(sound, 'member2')).toBe(1)
    const entries = await count(sound, 'select 1 from register_entry where key = $1', key)
    expect(entries).toBe(1)
  })

  test('control: a process that forgets what it has done casts the ballot again', async () => {
    await killedBeforeReporting(control, 'member1')
    await expect
      .poll(() => ballotsOf(control, 'member1'), { timeout: 20_000, interval: 250 })
      .toBeGreaterThan(1)
  })
})

describe('the worker is killed before it has done anything', () => {
  test('503 with a time to come back, and with the same key it is done when there is a worker', async () => {
    await sound.stand.worker.kill()
    const key = randomUUID()
    const begun = Date.now()
    const refused = await ballot(sound, 'member3', key)
    expect([refused.status, refused.problem.code]).toEqual([503, 'grammar.outcome-unknown'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(Date.now() - begun).toBeLessThan(5_000)
    sound.stand.worker.start()
    // a busy machine takes its time to start a process; from then on the promise is ours
    const own = `%/${sound.stand.worker.pid()}`
    const beats = () => count(sound, 'select 1 from worker_beat where worker like $1', own)
    await untilTrue(async () => (await beats()) === 1, 60_000)
    const there = Date.now()
    const reply = await untilAnswered(() => ballot(sound, 'member3', key))
    expect(reply.status).toBe(200)
    expect(Date.now() - there).toBeLessThan(12_000)
    expect(await ballotsOf(sound, 'member3')).toBe(1)
  })
})

describe('the worker has no database for longer than a deed is tried', () => {
  test('503, and with the same key it is done once the database is back', async () => {
    const { workerDatabase } = sound.stand.wires
    const key = randomUUID()
    workerDatabase.down()
    const refused = await ballot(sound, 'member4', key)
    // the process has given up by now, and remembers that it did
    await pause(5_000)
    workerDatabase.up()
    expect([refused.status, refused.problem.code]).toEqual([503, 'grammar.outcome-unknown'])
    const reply = await untilAnswered(() => ballot(sound, 'member4', key))
    expect(reply.status).toBe(200)
    expect(await ballotsOf(sound, 'member4')).toBe(1)
  })
})

describe('the workflows of a new worker take another way than a process has gone', () => {
  test(
    'it is begun anew, finds its place, and the vote goes on',
    { timeout: 180_000 },
    async () => {
      const { worker, workflows } = sound.stand
      await worker.kill()
      const another = changedBundle([
        [
          /async function approval\([^)]*\) \{\s+const desk = [^;]+;/,
          '$& await new Promise((go) => setTimeout(go, 1_000));',
        ],
      ])
      copyFileSync(another.codePath, workflows)
      worker.start()
      const key = randomUUID()
      await untilTrue(async () => (await ballot(sound, 'member1', key)).status === 200, 120_000)
      expect(await ballotsOf(sound, 'member1')).toBe(2)
    },
  )
})
