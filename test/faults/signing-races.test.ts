import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aRound, anAnswer, type Round } from '../db/feedback-round.ts'
import { broken } from './broken.ts'
import { handsOf } from './build.ts'
import { type Db, doerOf, type Hands, opener } from './doing.ts'

const open = opener()

function unlessDeadlock(error: unknown): undefined {
  if (!(error instanceof Error && 'code' in error && error.code === '40P01')) throw error
}

describe('signing against the close (I6)', () => {
  const units = 8
  let round: Round
  let revisions: number[]
  let answerIds: string[]

  beforeAll(async () => {
    round = await aRound({ unitCount: units })
    const rows = await Promise.all(Array.from({ length: units }, (_, n) => round.answerOf(n + 1)))
    answerIds = rows.map(({ id }) => String(id))
    revisions = await Promise.all(Array.from({ length: units }, (_, n) => written(n + 1)))
  })
  afterAll(() => round?.close())

  async function written(unit: number): Promise<number> {
    const { id } = await round.answerOf(unit)
    const drafter = round.by(`unit${unit}.drafter`)
    const given = { params: { answerId: id }, body: { form: anAnswer(round) }, revision: 0 }
    const { revision } = await drafter.does('answer.saved', given)
    return Number(revision)
  }

  async function everybodyAboutToSign(): Promise<void> {
    await round.sql(`update round set state = 'OPEN', closed_at = null, closed_because = null`)
    await round.sql(`update answer_version set withdrawn_at = now() where withdrawn_at is null`)
    await round.sql(
      `update answer a set state = 'WITH_PRESIDENT', submitted_at = null, sent_on_at = now(), sent_on_by = g.official_id
       from role_grant g where g.unit_id = a.unit_id and g.role = 'unitDrafter'`,
    )
  }

  /** One close among all signatures: who was told "signed", and who was counted. */
  async function raced(hands: Hands, db: Db) {
    await everybodyAboutToSign()
    const does = doerOf(hands, db)
    const { federation, roundId } = round
    const closing = pause(randomInt(12)).then(() =>
      hands.asSystem(db, { federationId: federation.federationId, process: 'test' }, (tx) =>
        hands.closeRound(tx, roundId, 'Thử nghiệm'),
      ),
    )
    const signing = answerIds.map(async (id, n) => {
      await pause(randomInt(12))
      const { accountId } = federation.person(`unit${n + 1}.head`)
      const revision = revisions[n] ?? 0
      return does(accountId, 'answer.signed', { params: { answerId: id }, revision }).then(
        () => id,
        () => null,
      )
    })
    await Promise.allSettled([closing, ...signing])
    await closing
    const told = (await Promise.all(signing)).filter((id) => id !== null)
    const { rows } = await round.sql(`select id from answer where state = 'COUNTED'`)
    const counted = rows.map((row: { id: string }) => row.id)
    return { told: told.toSorted(), counted: counted.toSorted() }
  }

  test('whoever was told "signed" is counted, and nobody else, sixty times', async () => {
    const hands = await handsOf('sound')
    const db = open(hands, round.appUrl)
    const totals = { inside: 0, outside: 0 }
    for (let n = 0; n < 60; n += 1) {
      const { told, counted } = await raced(hands, db)
      expect(counted).toEqual(told)
      totals.inside += told.length
      totals.outside += units - told.length
    }
    expect(Math.min(totals.inside, totals.outside)).toBeGreaterThan(0)
  })

  test('control: without holding the round, somebody is told "signed" and not counted', async () => {
    const hands = await handsOf('round-not-held', broken.roundNotHeld)
    const db = open(hands, round.appUrl)
    let isApart = false
    for (let n = 0; n < 200 && !isApart; n += 1) {
      // without the lock they also run into each other now and then, which undoes the close
      const outcome = await raced(hands, db).catch(unlessDeadlock)
      isApart = outcome?.told.join() !== outcome?.counted.join()
    }
    expect(isApart).toBe(true)
  })

  /** Three tabs sign one answer, each with a key of its own: what each of them hears. */
  async function signedInThreeTabs(hands: Hands, db: Db): Promise<string[]> {
    await everybodyAboutToSign()
    const does = doerOf(hands, db)
    const { accountId } = round.federation.person('unit1.head')
    const given = { params: { answerId: answerIds[0] }, revision: revisions[0] ?? 0 }
    const tabs = [1, 2, 3].map(() =>
      does(accountId, 'answer.signed', given).then(
        () => 'signed',
        ({ code }: { code: string }) => code,
      ),
    )
    return (await Promise.all(tabs)).toSorted()
  }
  const once = ['grammar.wrong-state', 'grammar.wrong-state', 'signed']

  test('in three tabs one signature is taken and the others hear that it is, twenty times', async () => {
    const hands = await handsOf('sound')
    const db = open(hands, round.appUrl)
    for (let n = 0; n < 20; n += 1) expect(await signedInThreeTabs(hands, db)).toEqual(once)
  })

  test('control: without holding the answer, a tab runs into the other', async () => {
    const hands = await handsOf('answer-not-held', broken.answerNotHeld)
    const db = open(hands, round.appUrl)
    const heard = new Set<string>()
    for (let n = 0; n < 40 && heard.size < 3; n += 1)
      for (const each of await signedInThreeTabs(hands, db)) heard.add(each)
    // the key of the version is the second protection: a collision instead of a refusal
    expect([...heard].filter((each) => !once.includes(each))).toEqual(['23505'])
  })
})
