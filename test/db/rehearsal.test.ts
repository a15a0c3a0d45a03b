import { afterEach, beforeEach, expect, test } from 'vitest'
import { previewConsultation } from '../../db/draft/consultation.ts'
import { rehearsalOf } from '../../db/feedback/rehearsal.ts'
import { type Desk, openDesk } from '../setup/draft-desk.ts'
import { writeSmallPlan } from '../setup/small-plan.ts'

const planYear = 2027
let desk: Desk
beforeEach(async () => {
  desk = await openDesk({ unitCount: 4 })
  await desk.openYear(planYear)
})
afterEach(() => desk.close())

const rehearsed = (unitId?: string) =>
  desk.reads('drafter', (entered) => rehearsalOf(entered, { planYear, unitId }))

test('a year without drafts has nothing to rehearse with', async () => {
  await expect(rehearsed()).rejects.toMatchObject({ code: 'feedback.nothing-to-rehearse' })
})

test('the form stands on the drafts of this moment, with the shares of the unit looked at', async () => {
  await writeSmallPlan(desk, planYear)
  const [first, second] = desk.federation.units
  const { answer, units } = await rehearsed()
  expect(units.map(({ unitId }) => unitId)).toEqual([first?.id, second?.id])
  const sharesOf = (view: typeof answer) =>
    view.plans.flatMap(({ targets }) =>
      targets.flatMap(({ allocation }) => allocation?.value ?? []),
    )
  expect([answer.unitId, sharesOf(answer)]).toEqual([first?.id, [100]])
  const other = await rehearsed(second?.id)
  expect([other.answer.unitId, sharesOf(other.answer)]).toEqual([second?.id, [96]])
  expect(answer.plans[0]).toMatchObject({ version: 1, classLines: [{ seats: 98 }, { seats: 98 }] })
  expect(answer.allowedActions).toEqual([])
})

test('its days are those that a round opened now would have', async () => {
  await writeSmallPlan(desk, planYear)
  const { answer } = await rehearsed()
  const preview = await desk.reads('leader', ({ tx, at }) =>
    previewConsultation(tx, at, planYear, { graceDays: 2 }),
  )
  expect(answer.round.dueAt.slice(0, 10)).toBe(preview.dueAt.slice(0, 10))
})

test('it costs the same for two units and for four, and leaves nothing behind', async () => {
  const planId = await writeSmallPlan(desk, planYear)
  const costs = () => desk.statementsOf('drafter', (entered) => rehearsalOf(entered, { planYear }))
  const before = await costs()
  const target = `(select id from target where plan_id = $1 and is_allocated)`
  await desk.asOwner(
    `insert into allocation (target_id, unit_id, value, federation_id)
     select ${target}, id, 1, federation_id from unit where id = any ($2::uuid[])`,
    [planId, desk.federation.units.slice(2).map(({ id }) => id)],
  )
  expect((await rehearsed()).units.length).toBe(4)
  expect(await costs()).toBe(before)
  for (const table of ['round', 'answer', 'answer_form', 'letter'])
    expect(await desk.asOwner(`select 1 from ${table}`), table).toEqual([])
})
