import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { closeVoting } from '../../db/approval/close-voting.ts'
import { dossierOf } from '../../db/approval/dossier.ts'
import { asSystem } from '../../db/context.ts'
import { approvalRoutes as routes } from '../../domain/approval/approval.contract.ts'
import type { Vote } from '../../domain/approval/ballot.ts'
import { openSubmittedDesk, type RevisionDesk } from '../setup/revision-desk.ts'

const members = ['leader', 'member1', 'member2', 'member3', 'member4'] as const
let desk: RevisionDesk
let approvalId: string
beforeEach(async () => {
  const submitted = await openSubmittedDesk({ comments: 2 })
  desk = submitted
  approvalId = submitted.approvalId
})
afterEach(() => desk.close())

const refusalOf = (deed: Promise<unknown>) => deed.then(() => null).catch((error: unknown) => error)
const params = () => ({ approvalId })
const dossier = (who: string) => desk.reads(who, (entered) => dossierOf(entered, desk.planId))
const shaNow = async () => (await dossier('leader')).approval?.contentSha256 ?? ''
const check = (who: string, kind: 'Content' | 'Form', body: object = { outcome: 'PASSED' }) =>
  desk.does(who, kind === 'Content' ? routes.checkContent : routes.checkForm, {
    params: params(),
    body: body as { outcome: 'PASSED' },
  })
const passChecks = async () => {
  await check('contentChecker', 'Content')
  await check('formChecker', 'Form')
}
const vote = async (who: string, vote: Vote, remark: string | null = null) =>
  desk.does(who, routes.castBallot, {
    params: params(),
    body: { vote, remark, contentSha256: await shaNow() },
  })
const stateNow = async () => {
  const [row] = await desk.asOwner(
    'select a.state, p.state as plan from approval a join plan p on p.id = a.plan_id where a.id = $1',
    [approvalId],
  )
  return [row?.state, row?.plan]
}
const grant = (who: string, role: string) =>
  desk.asOwner(
    `insert into role_grant (federation_id, official_id, role, unit_id, since)
     values ($1, $2, $3, $4, '2025-07-01')`,
    [
      desk.federation.federationId,
      desk.federation.person(who).officialId,
      role,
      desk.federation.top.id,
    ],
  )
const timeIsUp = () =>
  desk
    .asOwner(`update cycle_moment set at = now() - interval '1 hour' where moment = 'voteDue'`)
    .then(() =>
      desk.asOwner(`update approval set due_at = now() - interval '1 minute' where id = $1`, [
        approvalId,
      ]),
    )
const timerCloses = () =>
  asSystem(desk.db, { federationId: desk.federation.federationId, process: 'test' }, (tx) =>
    closeVoting(tx, approvalId, new Date().toISOString()),
  )
const sign = async (who = 'leader', contentSha256?: string) =>
  desk.does(who, routes.signApproval, {
    params: params(),
    body: { contentSha256: contentSha256 ?? (await shaNow()) },
  })

describe('the two checks', () => {
  test('who drafted or handed in the plan checks nothing', async () => {
    for (const who of ['drafter', 'head'])
      for (const [role, kind] of [
        ['contentChecker', 'Content'],
        ['formChecker', 'Form'],
      ] as const) {
        await grant(who, role)
        expect(await refusalOf(check(who, kind))).toMatchObject({
          code: 'approval.check-not-in-order',
          faults: [{ code: 'approval.drafter-checks' }],
        })
      }
  })

  test('one person does not make both, in either order', async () => {
    await grant('contentChecker', 'formChecker')
    await grant('formChecker', 'contentChecker')
    await check('contentChecker', 'Content')
    expect(await refusalOf(check('contentChecker', 'Form'))).toMatchObject({
      faults: [{ code: 'approval.same-checker' }],
    })
    const { allowedActions } = await dossier('contentChecker')
    expect(allowedActions.find(({ deed }) => deed === 'form.checked')).toMatchObject({
      allowed: false,
      because: 'approval.same-checker',
    })
    await check('formChecker', 'Form')
    expect(await stateNow()).toEqual(['AWAITING_COMMITTEE', 'AWAITING_COMMITTEE'])
  })

  test('both passed: every member finds the vote in the inbox, by name', async () => {
    await passChecks()
    const tasks = await desk.asOwner(
      `select official_id from task where kind = 'approval.vote' and done_at is null`,
    )
    expect(tasks.map(({ official_id }) => String(official_id)).toSorted()).toEqual(
      members.map((name) => desk.federation.person(name).officialId).toSorted(),
    )
  })

  test('one returned: back to the revision with the reason, and the year with it', async () => {
    const { success } = routes.checkForm.body.safeParse({ outcome: 'RETURNED' })
    expect(success).toBe(false)
    await check('formChecker', 'Form', { outcome: 'RETURNED', remark: 'Sai thể thức.' })
    expect(await stateNow()).toEqual(['RETURNED', 'REVISING'])
    expect(await desk.asOwner('select phase from cycle')).toEqual([{ phase: 'revision' }])
    const tasks = await desk.asOwner(
      `select kind, role from task where done_at is null order by role`,
    )
    expect(tasks).toEqual([
      { kind: 'revision.revise', role: 'departmentDrafter' },
      { kind: 'revision.revise', role: 'departmentHead' },
    ])
    const second = await desk.submit()
    expect(second).not.toBe(approvalId)
    const { approval, earlier } = await dossier('leader')
    expect(approval).toMatchObject({ number: 2, version: 3, state: 'CHECKING' })
    expect(earlier).toMatchObject([{ number: 1, returnedBecause: 'Sai thể thức.' }])
  })
})

describe('the vote', () => {
  beforeEach(passChecks)

  test('how others voted is hidden until mine is cast', async () => {
    await vote('member1', 'DISAGREE', 'Chưa rõ kinh phí.')
    const before = await dossier('member2')
    expect(before.tally).toBeNull()
    expect(before.board.find(({ votedAt }) => votedAt !== null)).toMatchObject({ vote: null })
    expect(before.approval?.voted).toBe(1)
    expect((await dossier('head')).tally).toBeNull()
    await vote('member2', 'AGREE')
    expect((await dossier('member2')).tally).toMatchObject({ AGREE: 1, DISAGREE: 1 })
  })

  test('a vote may be replaced; every ballot stays and the last one counts', async () => {
    const first = await vote('member1', 'AGREE')
    const second = await vote('member1', 'AGREE_WITH_REMARK', 'Thêm lớp an toàn.')
    expect(second.reference).not.toBe(first.reference)
    const { tally, approval, mine } = await dossier('member1')
    expect(tally).toEqual({ AGREE: 0, AGREE_WITH_REMARK: 1, DISAGREE: 0, ABSTAIN: 0 })
    expect(approval?.voted).toBe(1)
    expect(mine.ballot).toEqual(second)
    expect(await desk.asOwner('select count(*)::int as n from ballot')).toEqual([{ n: 2 }])
  })

  test('a vote on another text than the one that was read is refused', async () => {
    const stale = desk.does('member1', routes.castBallot, {
      params: params(),
      body: { vote: 'AGREE', contentSha256: 'a'.repeat(64) },
    })
    expect(await refusalOf(stale)).toMatchObject({
      code: 'approval.other-text-read',
      kind: 'stale',
    })
  })

  test('who does not sit in the committee does not vote, whatever the role says', async () => {
    await grant('clerk', 'committeeMember')
    expect(await refusalOf(vote('clerk', 'AGREE'))).toMatchObject({ code: 'approval.not-a-member' })
    expect(await refusalOf(vote('head', 'AGREE'))).toMatchObject({ code: 'grammar.not-your-role' })
  })

  test('the chair closes early only once the quorum is there, and nobody votes after it', async () => {
    const closing = () =>
      desk.does('leader', routes.closeVoting, { params: params(), body: { reason: 'Đủ phiếu.' } })
    for (const who of ['member1', 'member2', 'member3']) await vote(who, 'AGREE')
    expect(await refusalOf(closing())).toMatchObject({
      faults: [{ code: 'approval.quorum-missing', params: { voted: 3, needed: 4 } }],
    })
    await vote('leader', 'ABSTAIN')
    await closing()
    expect(await stateNow()).toEqual(['APPROVED', 'APPROVED'])
    for (const who of ['member1', 'member4'])
      expect(await refusalOf(vote(who, 'DISAGREE', 'Muộn'))).toMatchObject({
        code: 'approval.voting-closed',
      })
    expect((await dossier('head')).tally).toMatchObject({ AGREE: 3, ABSTAIN: 1 })
  })

  test('after the deadline nobody votes, even before the timer has closed the vote', async () => {
    await timeIsUp()
    expect(await refusalOf(vote('member1', 'AGREE'))).toMatchObject({
      code: 'approval.voting-closed',
    })
  })

  test('before its deadline the timer changes nothing', async () => {
    expect(await timerCloses()).toEqual({ state: 'AWAITING_COMMITTEE' })
  })

  test('without a quorum the deadline moves once, then the matter lies with the chair', async () => {
    await vote('member1', 'AGREE')
    await timeIsUp()
    expect(await timerCloses()).toEqual({ state: 'AWAITING_COMMITTEE' })
    const { approval } = await dossier('member2')
    expect(approval?.extendedAt).not.toBeNull()
    expect(Date.parse(approval?.dueAt ?? '')).toBeGreaterThan(Date.now())
    await vote('member2', 'AGREE')
    await timeIsUp()
    expect(await timerCloses()).toEqual({ state: 'WITH_CHAIR' })
    expect(await timerCloses()).toEqual({ state: 'WITH_CHAIR' })
    const deeds = await desk.asOwner(`select deed from register_entry where deed like 'voting.%'`)
    expect(deeds.map(({ deed }) => deed)).toEqual(['voting.extended', 'voting.closed'])
    await desk.does('leader', routes.returnApproval, {
      params: params(),
      body: { reason: 'Trình lại sau.' },
    })
    expect(await stateNow()).toEqual(['RETURNED', 'REVISING'])
  })

  test('more than half of all members must agree, not of those who voted', async () => {
    for (const who of ['member1', 'member2']) await vote(who, 'AGREE')
    for (const who of ['member3', 'member4']) await vote(who, 'ABSTAIN')
    await timeIsUp()
    expect(await timerCloses()).toEqual({ state: 'WITH_CHAIR' })
  })

  test('the reading is kept with its first hour, and the place where one stopped', async () => {
    const first = await desk.does('member1', routes.readDossier, { params: params(), body: {} })
    const again = await desk.does('member1', routes.readDossier, { params: params(), body: {} })
    expect(again).toEqual(first)
    await desk.does('member1', routes.markPlace, { params: params(), body: { placeCode: 'II.1' } })
    expect((await dossier('member1')).mine).toMatchObject({ ...first, placeCode: 'II.1' })
  })
})

describe('the signature', () => {
  beforeEach(async () => {
    await passChecks()
    for (const who of members) await vote(who, 'AGREE')
    await desk.does('leader', routes.closeVoting, {
      params: params(),
      body: { reason: 'Đủ phiếu.' },
    })
  })

  test('what is signed is what was approved, and the clerk is next', async () => {
    expect(await refusalOf(sign('leader', 'b'.repeat(64)))).toMatchObject({
      code: 'approval.other-text-signed',
    })
    await sign()
    expect(await stateNow()).toEqual(['SIGNED', 'SIGNED'])
    const { signature, approval } = await dossier('clerk')
    expect(signature?.contentSha256).toBe(approval?.contentSha256)
    const tasks = await desk.asOwner(`select role from task where kind = 'papers.number'`)
    expect(tasks).toEqual([{ role: 'recordsClerk' }])
  })

  test('a frozen text that was tampered with is signed by nobody', async () => {
    const contentSha256 = await shaNow()
    await desk.asOwner(
      `update plan_version set content = jsonb_set(content, '{title}', '"Khác"') where version = 2`,
    )
    expect(await refusalOf(sign('leader', contentSha256))).toMatchObject({
      code: 'approval.text-was-changed',
    })
  })

  test('neither the drafter nor who checked the form signs', async () => {
    for (const [who, code] of [
      ['drafter', 'approval.drafter-signs'],
      ['head', 'approval.drafter-signs'],
      ['formChecker', 'approval.checker-signs'],
    ] as const) {
      await grant(who, 'committeeLeader')
      expect(await refusalOf(sign(who))).toMatchObject({
        code: 'approval.signature-not-in-order',
        faults: [{ code }],
      })
    }
  })
})

test('the dossier costs the same number of statements with 2 comments and with 200', async () => {
  const many = await openSubmittedDesk({ comments: 200 })
  const cost = (each: RevisionDesk) =>
    each.statementsOf('leader', (entered) => dossierOf(entered, each.planId))
  expect(await cost(many)).toBe(await cost(desk))
  await many.close()
})
