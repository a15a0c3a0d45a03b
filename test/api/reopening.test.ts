import { afterAll, beforeAll, expect, test } from 'vitest'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { revisionRoutes } from '../../domain/revision/revision.contract.ts'
import { type House, openHouse } from '../setup/house.ts'
import {
  closeRound,
  openYear,
  openYearWalk,
  passChecks,
  planYear,
  publishDraft,
  signAnswer,
  submitPlan,
  untilTrue,
  type YearWalk,
} from '../setup/year-walk.ts'

let house: House
let walk: YearWalk
beforeAll(async () => {
  house = await openHouse({ unitCount: 2 })
  walk = openYearWalk(house)
})
afterAll(() => house?.close())

const ofYear = { params: { planYear } }
const phase = async () => (await walk.does('head', cycleRoutes.ribbon, ofYear)).phase
const own = async (unit: number) =>
  (await walk.calls(`unit${unit}.drafter`, routes.myAnswer, ofYear)).body

test('a year goes back to its units once, and from there on to the checks', async () => {
  await openYear(walk)
  const { planId, roundId } = await publishDraft(walk)
  const first = await signAnswer(walk, 1)
  await closeRound(walk, roundId)
  await untilTrue(async () => (await phase()) === 'revision')

  const ask = { params: { roundId }, body: { reason: 'Dự thảo đã sửa nhiều mục', graceDays: 0 } }
  expect((await walk.calls('head', routes.reopen, ask)).status).toBe(403)
  const again = await walk.does('leader', routes.reopen, ask)
  expect(await phase()).toBe('feedback')
  await untilTrue(async () => {
    const { status, body } = await walk.calls('unit2.drafter', routes.myAnswer, ofYear)
    return status === 200 && body.round.number === 2
  })
  expect(await own(1)).toMatchObject({ earlier: { answerId: first }, state: 'NOT_OPENED' })
  const refused = await walk.calls('leader', routes.reopen, ask)
  expect([refused.status, refused.problem.code]).toEqual([409, 'feedback.reopened-once'])

  const second = await signAnswer(walk, 1)
  await signAnswer(walk, 2)
  await closeRound(walk, again.roundId)
  await untilTrue(async () => (await phase()) === 'revision')
  const ofPlan = { params: { planId }, query: {} }
  const table = await walk.does('drafter', revisionRoutes.opinions, ofPlan)
  expect(table.opinions.map(({ round }) => round)).toEqual([1, 2, 2])
  for (const answerId of [first, second])
    expect(
      (await walk.calls('unit1.head', routes.signedAnswer, { params: { answerId } })).status,
    ).toBe(200)

  const approvalId = await submitPlan(walk, planId)
  await passChecks(walk, approvalId)
  expect(await phase()).toBe('approval')
  const runs = await walk.asOwner('select process_id as id from round order by number')
  await untilTrue(async () => {
    const all = await Promise.all(
      runs.map(({ id }) => house.client.workflow.getHandle(String(id)).describe()),
    )
    return all.every(({ status }) => status.name === 'COMPLETED')
  })
}, 120_000)

test('each round has its board, and a third has none', async () => {
  const numbers = async (round: number) => {
    const query = { status: 'all', round } as const
    return (await walk.calls('head', routes.board, { ...ofYear, query })).body.number
  }
  expect([await numbers(1), await numbers(2)]).toEqual([1, 2])
  const query = { status: 'all', round: 3 } as const
  expect((await walk.calls('head', routes.board, { ...ofYear, query })).status).toBe(404)
})
