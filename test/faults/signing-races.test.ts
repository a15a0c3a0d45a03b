import { randomInt } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aRound, anAnswer } from '../db/feedback-round.ts'
import { broken } from './broken.ts'
import { handsOf } from './build.ts'
import { type Db, doerOf, type Hands, opener } from './doing.ts'

const open = opener()

function unlessDeadlock(error: unknown): undefined {
  if (!(error instanceof Error && 'code' in error && error.code === '40P01')) throw error
}

type Signing = {
  accountId: string
  given: { params: { answerId: string }; revision: number }
}

/** Units whose presidents are about to sign, and what becomes of them when the round closes. */
async function openRace(unitCount: number) {
  const round = await aRound({ unitCount })
  const numbers = Array.from({ length: unitCount }, (_, n) => n + 1)
  const signing: Signing[] = []
  for (const unit of numbers) {
    const { id } = await round.answerOf(unit)
    const drafter = round.by(`unit${unit}.drafter`)
    const given = { params: { answerId: id }, body: { form: anAnswer(round) }, revision: 0 }
    const { revision } = await drafter.does('answer.saved', given)
    const { accountId } = round.federation.person(`unit${unit}.head`)
    signing.push({ accountId, given: { params: { answerId: id }, revision: Number(revision) } })
  }

  async function everybodyAboutToSign(): Promise<void> {
    await round.sql(`update round set state = 'OPEN', closed_at = null, closed_because = null`)
    await round.sql(`update answer_version set withdrawn_at = now() where withdrawn_at is null`)
    await round.sql(
      `update answer a set state = 'WITH_PRESIDENT', submitted_at = null, sent_on_at = now(), sent_on_by = g.official_id
       from role_grant g where g.unit_id = a.unit_id and g.role = 'unitDrafter'`,
    )
  }

  /** One close among all signatures, so many milliseconds around it: who was told "signed", and who counts. */
  async function run(hands: Hands, { db, worker }: Doors, withinMs: number) {
    await everybodyAboutToSign()
    const does = doerOf(hands, db)
    const { federationId } = round.federation
    const closing = pause(withinMs / 2).then(() =>
      hands.asSystem(worker, { federationId, process: 'test' }, (tx) =>
        hands.closeRound(tx, round.roundId, 'Thử nghiệm'),
      ),
    )
    const signatures = signing.map(async ({ accountId, given }) => {
      await pause(randomInt(withinMs))
      return does(accountId, 'answer.signed', given).then(
        () => String(given.params.answerId),
        () => null,
      )
    })
    await Promise.allSettled([closing, ...signatures])
    await closing
    const told = (await Promise.all(signatures)).filter((id) => id !== null)
    const { rows } = await round.sql(`select id from answer where state = 'COUNTED'`)
    const counted = rows.map((row: { id: string }) => row.id)
    return { told: told.toSorted(), counted: counted.toSorted() }
  }

  return { round, signing, everybodyAboutToSign, run }
}
type Race = Awaited<ReturnType<typeof openRace>>

/** As in production: who closes does not stand in the queue of those who sign. */
type Doors = { db: Db; worker: Db }
const doorsOf = (hands: Hands, { round }: Race): Doors => ({
  db: open(hands, round.appUrl),
  worker: open(hands, round.appUrl),
})

/** So many closes: each counts whom it told, and over all of them some came in time and some too late. */
async function countsWhomItTold(race: Race, { closes, withinMs }: Closes): Promise<void> {
  const hands = await handsOf()
  const doors = doorsOf(hands, race)
  const totals = { inside: 0, outside: 0 }
  for (let n = 0; n < closes; n += 1) {
    const { told, counted } = await race.run(hands, doors, withinMs)
    expect(counted).toEqual(told)
    totals.inside += told.length
    totals.outside += race.signing.length - told.length
  }
  expect(Math.min(totals.inside, totals.outside)).toBeGreaterThan(0)
}
type Closes = { closes: number; withinMs: number }

/** Without holding the round somebody is told "signed" and is not counted, sooner or later. */
async function comesApart(race: Race, { closes, withinMs }: Closes): Promise<void> {
  const hands = await handsOf(broken.roundNotHeld)
  const doors = doorsOf(hands, race)
  let isApart = false
  for (let n = 0; n < closes && !isApart; n += 1) {
    // without the lock they also run into each other now and then, which undoes the close
    const outcome = await race.run(hands, doors, withinMs).catch(unlessDeadlock)
    isApart = outcome?.told.join() !== outcome?.counted.join()
  }
  expect(isApart).toBe(true)
}

describe('eight presidents sign while the round closes (I6)', () => {
  let race: Race
  beforeAll(async () => {
    race = await openRace(8)
  })
  afterAll(() => race?.round.close())

  test('whoever was told "signed" is counted, and nobody else, sixty times', () =>
    countsWhomItTold(race, { closes: 60, withinMs: 12 }))

  test('control: without holding the round, somebody is told "signed" and not counted', () =>
    comesApart(race, { closes: 200, withinMs: 12 }))

  /** Three tabs sign one answer, each with a key of its own: what each of them hears. */
  async function signedInThreeTabs(hands: Hands, db: Db): Promise<string[]> {
    await race.everybodyAboutToSign()
    const does = doerOf(hands, db)
    const [first] = race.signing
    if (!first) throw new Error('nobody signs')
    const tabs = [1, 2, 3].map(() =>
      does(first.accountId, 'answer.signed', first.given).then(
        () => 'signed',
        ({ code }: { code: string }) => code,
      ),
    )
    return (await Promise.all(tabs)).toSorted()
  }
  const once = ['grammar.wrong-state', 'grammar.wrong-state', 'signed']

  test('in three tabs one signature is taken and the others hear that it is, twenty times', async () => {
    const hands = await handsOf()
    const db = open(hands, race.round.appUrl)
    for (let n = 0; n < 20; n += 1) expect(await signedInThreeTabs(hands, db)).toEqual(once)
  })

  test('control: without holding the answer, a tab runs into the other', async () => {
    const hands = await handsOf(broken.answerNotHeld)
    const db = open(hands, race.round.appUrl)
    const heard = new Set<string>()
    for (let n = 0; n < 40 && heard.size < 3; n += 1)
      for (const each of await signedInThreeTabs(hands, db)) heard.add(each)
    // the key of the version is the second protection: a collision instead of a refusal
    expect([...heard].filter((each) => !once.includes(each))).toEqual(['23505'])
  })
})

describe('two hundred presidents sign within half a second before and after the close (R5)', () => {
  let race: Race
  beforeAll(async () => {
    race = await openRace(200)
  })
  afterAll(() => race?.round.close())

  test('each is told in or out, and who was told "signed" is counted, four times', () =>
    countsWhomItTold(race, { closes: 4, withinMs: 1000 }))

  test('control: without holding the round, somebody is told "signed" and not counted', () =>
    comesApart(race, { closes: 60, withinMs: 1000 }))

  /** Whether, of so many closes, one came only after the last signature. */
  async function isPutOff(hands: Hands, closes: number): Promise<boolean> {
    const doors = doorsOf(hands, race)
    for (let n = 0; n < closes; n += 1) {
      const { told } = await race.run(hands, doors, 100)
      if (told.length === race.signing.length) return true
    }
    return false
  }

  test('when they all come at once, the close is not put off until the last of them', async () => {
    expect(await isPutOff(await handsOf(), 5)).toBe(false)
  })

  test('control: without the line, it is', async () => {
    expect(await isPutOff(await handsOf(broken.notInLine), 20)).toBe(true)
  })
})
