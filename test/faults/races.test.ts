import { randomInt, randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { aRound, anAnswer, type Round } from '../db/feedback-round.ts'
import { openRevisionDesk, type RevisionDesk } from '../setup/revision-desk.ts'
import { broken } from './broken.ts'
import { handsOf } from './build.ts'

type Hands = Awaited<ReturnType<typeof handsOf>>
type Db = ReturnType<Hands['openDatabase']>
type Given = { params: Record<string, unknown>; body?: unknown; revision?: number }

/** Does deeds with the given hands, sound or broken, each in a transaction of its own. */
function doerOf(hands: Hands, db: Db) {
  return (accountId: string, deed: string, { params, body = {}, revision = 0 }: Given) => {
    const performer = hands.performerOf(deed)
    // parsed already, as the door would have handed it on
    const input = { params, query: undefined, body, revision } as never
    const command = { key: randomUUID(), accountId, trace: 'T3S-77', input }
    return (performer.route.quiet ? hands.performQuietly : hands.perform)(db, performer, command)
  }
}

const opened: Db[] = []
function open(hands: Hands, url: string): Db {
  const db = hands.openDatabase(url, { role: 'training_api', poolSize: 14 })
  opened.push(db)
  return db
}
afterEach(async () => {
  await Promise.all(opened.splice(0).map((db) => db.destroy()))
})

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
      const { told, counted } = await raced(hands, db)
      isApart = told.join() !== counted.join()
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

describe('two hands at once on one thing', () => {
  let desk: RevisionDesk
  let approvalId: string
  let otherId: string

  beforeAll(async () => {
    desk = await openRevisionDesk({ comments: 1 })
    await desk.finish()
    approvalId = await desk.submit()
    otherId = await secondApproval()
  })
  afterAll(() => desk?.close())

  /** A second plan, as far as the first. */
  async function secondApproval(): Promise<string> {
    const copied = `with p as (
      insert into plan (federation_id, cycle_id, unit_id, plan_type, plan_year, title, state, department_id, drafted_by)
      select federation_id, cycle_id, unit_id, 'MEMBERSHIP_DEVELOPMENT', plan_year, 'Kế hoạch thứ hai', state,
        department_id, drafted_by from plan where id = $1 returning id
    ), v as (
      insert into plan_version (plan_id, version, federation_id, content, content_sha256)
      select p.id, o.version, o.federation_id, o.content, o.content_sha256 from plan_version o, p where o.plan_id = $1
      returning plan_id
    ) select id from p`
    const [plan] = await desk.asOwner(copied, [desk.planId])
    const [row] = await desk.asOwner(
      `insert into approval (federation_id, plan_id, cycle_id, body_id, number, version, content_sha256, state,
         process_id, due_at, members_total, submitted_by)
       select federation_id, $2, cycle_id, body_id, 1, version, content_sha256, state, 'approval/second', due_at,
         members_total, submitted_by from approval where id = $1 returning id`,
      [approvalId, plan?.id],
    )
    return String(row?.id)
  }

  const both = () => [approvalId, otherId]
  async function bothIn(state: string): Promise<void> {
    await desk.asOwner('update approval set state = $1 where id = any($2)', [state, both()])
  }
  const leader = () => desk.federation.person('leader').accountId
  const clerk = () => desk.federation.person('clerk').accountId
  const isDone = (deed: Promise<unknown>) => deed.then(() => true).catch(() => false)

  /** The chair signs in one tab and returns in the other. */
  async function signedAndReturned(hands: Hands, db: Db): Promise<number> {
    await bothIn('APPROVED')
    await desk.asOwner('delete from signature')
    await desk.asOwner(`update plan set state = 'APPROVED' where id = $1`, [desk.planId])
    const does = doerOf(hands, db)
    const params = { approvalId }
    const [row] = await desk.asOwner('select content_sha256 from approval where id = $1', [
      approvalId,
    ])
    const done = await Promise.all([
      isDone(
        does(leader(), 'approval.signed', { params, body: { contentSha256: row?.content_sha256 } }),
      ),
      isDone(does(leader(), 'approval.returned', { params, body: { reason: 'Cần tính lại' } })),
    ])
    return done.filter(Boolean).length
  }

  test('a signature and a return: one of them is done, a hundred times (R1)', async () => {
    const hands = await handsOf('sound')
    const db = open(hands, desk.database.appUrl)
    for (let n = 0; n < 100; n += 1) expect(await signedAndReturned(hands, db)).toBe(1)
  })

  test('control: without holding the approval, both are', async () => {
    const hands = await handsOf('approval-not-held', broken.approvalNotHeld)
    const db = open(hands, desk.database.appUrl)
    let most = 0
    for (let n = 0; n < 200 && most < 2; n += 1)
      most = Math.max(most, await signedAndReturned(hands, db))
    expect(most).toBe(2)
  })

  /** Two clerks take a number for two plans in the same moment. */
  async function numbered(hands: Hands, db: Db): Promise<number> {
    await bothIn('SIGNED')
    await desk.asOwner(
      `insert into signature (approval_id, federation_id, official_id, signer_name, signer_position, capacity, content_sha256)
       select id, federation_id, $1, 'Đặng Hữu Nghĩa', 'PRESIDENT', 'ON_BEHALF_OF_COLLECTIVE', content_sha256
       from approval where id = any($2) on conflict do nothing`,
      [desk.federation.person('leader').officialId, both()],
    )
    await desk.asOwner(
      `update paper set state = 'VOID', void_because = 'thử' where state <> 'VOID'`,
    )
    const does = doerOf(hands, db)
    const done = await Promise.all(
      both().map((id) => isDone(does(clerk(), 'paper.numbered', { params: { approvalId: id } }))),
    )
    return done.filter(Boolean).length
  }

  test('two clerks get two numbers, and the series has no gap, fifty times (R1)', async () => {
    const hands = await handsOf('sound')
    const db = open(hands, desk.database.appUrl)
    for (let n = 0; n < 50; n += 1) expect(await numbered(hands, db)).toBe(2)
    const rows = await desk.asOwner('select number from paper order by number')
    expect(rows.map(({ number }) => Number(number))).toEqual(
      Array.from({ length: 100 }, (_, index) => index + 1),
    )
  })

  test('control: without holding the series, one of them goes away empty-handed', async () => {
    const hands = await handsOf('series-not-held', broken.seriesNotHeld)
    const db = open(hands, desk.database.appUrl)
    let fewest = 2
    for (let n = 0; n < 200 && fewest === 2; n += 1)
      fewest = Math.min(fewest, await numbered(hands, db))
    expect(fewest).toBe(1)
  })

  /** Two people save the head of the plan, both having read the same revision. */
  async function edited(hands: Hands, db: Db): Promise<number> {
    const [plan] = await desk.asOwner(
      `update plan set state = 'REVISING' where id = $1 returning revision`,
      [desk.planId],
    )
    const does = doerOf(hands, db)
    const body = (title: string) => ({
      title,
      term: null,
      headlineClasses: 2,
      headlineTrainees: 196,
      recipients: [],
      signingCapacity: 'ON_BEHALF_OF_COLLECTIVE',
    })
    const given = { params: { planId: desk.planId }, revision: Number(plan?.revision) }
    const done = await Promise.all(
      ['drafter', 'head'].map((who) =>
        isDone(
          does(desk.federation.person(who).accountId, 'draft.headEdited', {
            ...given,
            body: body(`Kế hoạch của ${who}`),
          }),
        ),
      ),
    )
    return done.filter(Boolean).length
  }

  test('two edits of one revision: one is kept, a hundred times', async () => {
    const hands = await handsOf('sound')
    const db = open(hands, desk.database.appUrl)
    for (let n = 0; n < 100; n += 1) expect(await edited(hands, db)).toBe(1)
  })

  test('control: where the revision is not looked at, one text is silently lost', async () => {
    const hands = await handsOf('revision-ignored', broken.revisionIgnored)
    const db = open(hands, desk.database.appUrl)
    expect(await edited(hands, db)).toBe(2)
  })
})
