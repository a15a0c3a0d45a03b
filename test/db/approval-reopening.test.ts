import { afterEach, beforeEach, expect, test } from 'vitest'
import { closeVoting } from '../../db/approval/close-voting.ts'
import { dossierOf } from '../../db/approval/dossier.ts'
import { asSystem } from '../../db/context.ts'
import { approvalRoutes as routes } from '../../domain/approval/approval.contract.ts'
import { openRevisionDesk, type RevisionDesk } from '../setup/revision-desk.ts'

let desk: RevisionDesk
let approvalId: string
beforeEach(async () => {
  desk = await openRevisionDesk({ comments: 2 })
  await desk.finish()
  approvalId = await desk.submit()
  const body = { outcome: 'PASSED' } as const
  await desk.does('contentChecker', routes.checkContent, { params: params(), body })
  await desk.does('formChecker', routes.checkForm, { params: params(), body })
})
afterEach(() => desk.close())

const params = () => ({ approvalId })
const refusalOf = (deed: Promise<unknown>) => deed.then(() => null).catch((error: unknown) => error)
const dossier = (who: string) => desk.reads(who, (entered) => dossierOf(entered, desk.planId))
const vote = async (who: string, vote: 'AGREE') => {
  const contentSha256 = (await dossier('leader')).approval?.contentSha256 ?? ''
  const body = { vote, remark: null, contentSha256 }
  return desk.does(who, routes.castBallot, { params: params(), body })
}
const stateNow = async () => {
  const [row] = await desk.asOwner(
    'select a.state, p.state as plan from approval a join plan p on p.id = a.plan_id where a.id = $1',
    [approvalId],
  )
  return [row?.state, row?.plan]
}
async function timeIsUp(): Promise<void> {
  await desk.asOwner(
    `update cycle_moment set at = now() - interval '1 hour' where moment = 'voteDue'`,
  )
  await desk.asOwner(`update approval set due_at = now() - interval '1 minute' where id = $1`, [
    approvalId,
  ])
}
const timerCloses = () =>
  asSystem(desk.db, { federationId: desk.federation.federationId, process: 'test' }, (tx) =>
    closeVoting(tx, approvalId, new Date().toISOString()),
  )

test('the chair opens the vote once more, until a new day, and then no more', async () => {
  const ahead = new Date(Date.now() + 30 * 86_400_000)
  while (ahead.getUTCDay() !== 3) ahead.setUTCDate(ahead.getUTCDate() + 1)
  const dueOn = ahead.toISOString().slice(0, 10)
  const reopen = (on = dueOn) =>
    desk.does('leader', routes.reopenVoting, {
      params: params(),
      body: { dueOn: on, reason: 'Nhiều uỷ viên đi công tác.' },
    })
  await vote('member1', 'AGREE')
  await timeIsUp()
  await timerCloses()
  expect(await refusalOf(reopen())).toMatchObject({ code: 'grammar.wrong-state' })
  await timeIsUp()
  expect(await timerCloses()).toEqual({ state: 'WITH_CHAIR' })
  expect(await refusalOf(reopen('2020-01-08'))).toMatchObject({
    faults: [{ code: 'approval.due-not-later', at: '/dueOn' }],
  })
  await reopen()
  expect(await stateNow()).toEqual(['AWAITING_COMMITTEE', 'AWAITING_COMMITTEE'])
  const { approval } = await dossier('leader')
  expect(approval).toMatchObject({
    dueAt: `${dueOn}T10:00:00.000Z`,
    decidedAt: null,
    reopenedBecause: 'Nhiều uỷ viên đi công tác.',
  })
  const waiting = await desk.asOwner(
    `select kind from task where done_at is null and kind like 'approval.%'`,
  )
  expect(new Set(waiting.map(({ kind }) => kind))).toEqual(new Set(['approval.vote']))
  // the vote that was cast stays, and no second extension follows the chair's deadline
  await vote('member2', 'AGREE')
  await timeIsUp()
  expect(await timerCloses()).toEqual({ state: 'WITH_CHAIR' })
  expect(await refusalOf(reopen())).toMatchObject({ code: 'approval.reopened-before' })
  const may = (await dossier('leader')).allowedActions.find(
    ({ deed }) => deed === 'voting.reopened',
  )
  expect(may).toMatchObject({ allowed: false, because: 'approval.reopened-before' })
  const deeds = await desk.asOwner(
    `select deed from register_entry where deed like 'voting.%' order by id`,
  )
  expect(deeds.map(({ deed }) => deed)).toEqual([
    'voting.extended',
    'voting.closed',
    'voting.reopened',
    'voting.closed',
  ])
})
