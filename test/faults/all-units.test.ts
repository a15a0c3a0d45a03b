import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { feedbackRoutes } from '../../domain/feedback/feedback.contract.ts'
import { papersRoutes } from '../../domain/papers/papers.contract.ts'
import {
  approve,
  openYear,
  passChecks,
  publishDraft,
  signAnswer,
  signPlan,
  submitPlan,
} from '../setup/year-walk.ts'
import { openStand, type Stand } from './stand.ts'

let stand: Stand
beforeAll(async () => {
  stand = await openStand({ name: 'all-units', unitCount: 2 })
  await stand.walk.asOwner(
    `create function as_for_many() returns trigger language plpgsql as $$
     begin perform pg_sleep(4.5); return null; end $$`,
  )
}, 120_000)
afterAll(() => stand?.close())

/** Done while writing to all units takes longer than any deed of one unit may last. */
async function doneForMany(
  slow: 'update on answer' | 'insert on receipt',
  ask: (key: string) => Promise<{ status: number }>,
) {
  const { walk } = stand
  await walk.asOwner(`create trigger as_for_many after ${slow}
    for each statement execute function as_for_many()`)
  const key = randomUUID()
  let reply = await ask(key)
  while (reply.status === 503) reply = await ask(key)
  await walk.asOwner(`drop trigger as_for_many on ${slow.replace(/.* on /, '')}`)
  const entries = await walk.asOwner('select from register_entry where key = $1', [key])
  return { status: reply.status, entries: entries.length }
}

test('a round of very many units is closed by its leader, and its plan issued to all of them', async () => {
  const { walk } = stand
  await openYear(walk)
  const { planId, roundId } = await publishDraft(walk)
  await signAnswer(walk, 1)
  const closing = { params: { roundId }, body: { reason: 'Đã đủ ý kiến cần thiết' } }
  const close = (key: string) => walk.calls('leader', feedbackRoutes.close, closing, { key })
  expect(await doneForMany('update on answer', close)).toEqual({ status: 200, entries: 1 })
  const again = await walk.calls('leader', feedbackRoutes.close, closing)
  expect(again).toMatchObject({ status: 409, problem: { code: 'feedback.round-closed' } })

  const approvalId = await submitPlan(walk, planId)
  await passChecks(walk, approvalId)
  await approve(walk, approvalId)
  await signPlan(walk, approvalId)
  const numbering = { params: { approvalId }, body: {} }
  const { paperId } = await walk.does('clerk', papersRoutes.numberPaper, numbering)
  const issuing = { params: { paperId }, body: {} }
  const issue = (key: string) => walk.calls('clerk', papersRoutes.issuePaper, issuing, { key })
  expect(await doneForMany('insert on receipt', issue)).toEqual({ status: 200, entries: 1 })
})
