import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openRevisionDesk, type RevisionDesk } from '../setup/revision-desk.ts'
import { broken } from './broken.ts'
import { handsOf } from './build.ts'
import { type Db, doerOf, type Hands, opener } from './doing.ts'

const open = opener()

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
    const hands = await handsOf()
    const db = open(hands, desk.database.appUrl)
    for (let n = 0; n < 100; n += 1) expect(await signedAndReturned(hands, db)).toBe(1)
  })

  test('control: without holding the approval, both are', async () => {
    const hands = await handsOf(broken.approvalNotHeld)
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
    const hands = await handsOf()
    const db = open(hands, desk.database.appUrl)
    for (let n = 0; n < 50; n += 1) expect(await numbered(hands, db)).toBe(2)
    const rows = await desk.asOwner('select number from paper order by number')
    expect(rows.map(({ number }) => Number(number))).toEqual(
      Array.from({ length: 100 }, (_, index) => index + 1),
    )
  })

  test('control: without holding the series, one of them goes away empty-handed', async () => {
    const hands = await handsOf(broken.seriesNotHeld)
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
    const hands = await handsOf()
    const db = open(hands, desk.database.appUrl)
    for (let n = 0; n < 100; n += 1) expect(await edited(hands, db)).toBe(1)
  })

  test('control: where the revision is not looked at, one text is silently lost', async () => {
    const hands = await handsOf(broken.revisionIgnored)
    const db = open(hands, desk.database.appUrl)
    expect(await edited(hands, db)).toBe(2)
  })
})
