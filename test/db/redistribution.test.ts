import { afterEach, beforeEach, expect, test } from 'vitest'
import { shareFactsOf } from '../../db/revision/share-facts.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { type Basis, sharedOut, weighedBy } from '../../domain/revision/share-out.ts'
import { openRevisionDesk, type RevisionDesk } from '../setup/revision-desk.ts'

let desk: RevisionDesk
let targetId: string
beforeEach(async () => {
  desk = await openRevisionDesk()
  const [target] = (await desk.consolidation()).targets
  targetId = target?.targetId ?? ''
  await desk.asOwner(
    `update allocation a set last_year_done = case u.code when 'U001' then 30 else 10 end
     from unit u where u.id = a.unit_id and a.target_id = $1`,
    [targetId],
  )
})
afterEach(() => desk.close())

const facts = () => desk.reads('drafter', ({ tx }) => shareFactsOf(tx, targetId))
const shares = async () =>
  (await desk.consolidation()).targets.flatMap(({ shares: each }) => each.map(({ value }) => value))
const refusalOf = (deed: Promise<unknown>) => deed.then(() => null).catch((error: unknown) => error)

async function divide(basis: Basis, more: { unitIds?: string[] } = {}) {
  const { headline, units } = await facts()
  const unitIds = more.unitIds ?? units.map(({ unitId }) => unitId)
  const anew = sharedOut(headline, weighedBy(basis, units), new Set(unitIds))
  const seen = 'shares' in anew ? anew.shares : []
  return desk.does('drafter', routes.redistribute, {
    params: { targetId },
    body: { basis, unitIds, shares: seen.map(({ unitId, after }) => ({ unitId, value: after })) },
  })
}

test('by last year’s result, within what a unit asked for, and the sum stays the headline', async () => {
  // 196 by three to one would be 147; the first unit asked for 80
  expect(await facts()).toMatchObject({ headline: 196, units: [{ limit: 80 }, { limit: null }] })
  await divide('LAST_YEAR')
  expect(await shares()).toEqual([80, 116])
  expect((await divide('LAST_YEAR')).moved).toBe(0)
})

test('what was granted is kept to the number', async () => {
  await desk.does('drafter', routes.decideRequest, {
    params: { requestId: desk.requestId },
    body: { outcome: 'PARTLY', granted: 90, explanation: 'Vì sao' },
  })
  await divide('LAST_YEAR')
  expect(await shares()).toEqual([90, 106])
})

test('it is taken back in one act, unless somebody has decided since', async () => {
  const before = await shares()
  await divide('LAST_YEAR')
  const undo = async () =>
    desk.does('drafter', routes.undoAct, {
      params: { planId: desk.planId },
      body: { actId: (await desk.consolidation()).lastAct?.actId ?? '' },
    })
  expect((await desk.consolidation()).lastAct).toMatchObject({
    kind: 'REDISTRIBUTED',
    targetCode: 'T2',
    rows: 2,
  })
  await undo()
  expect(await shares()).toEqual(before)
  await divide('LAST_YEAR')
  await desk.does('head', routes.decideRequest, {
    params: { requestId: desk.requestId },
    body: { outcome: 'NOT_ACCEPTED', granted: 100, explanation: 'Vì sao' },
  })
  expect(await refusalOf(undo())).toMatchObject({ code: 'revision.gone-on-since' })
})

test('nothing is written where the shares have moved since they were seen', async () => {
  const { units } = await facts()
  const body = {
    basis: 'LAST_YEAR' as const,
    unitIds: units.map(({ unitId }) => unitId),
    shares: units.map(({ unitId, value }) => ({ unitId, value })),
  }
  expect(
    await refusalOf(desk.does('drafter', routes.redistribute, { params: { targetId }, body })),
  ).toMatchObject({ code: 'revision.shares-moved-since' })
  expect(await shares()).toEqual([100, 96])
})

test('without figures of that kind it says so', async () => {
  await desk.asOwner('update allocation set last_year_done = null')
  const { units } = await facts()
  const body = {
    basis: 'LAST_YEAR' as const,
    unitIds: units.map(({ unitId }) => unitId),
    shares: units.map(({ unitId, value }) => ({ unitId, value })),
  }
  expect(
    await refusalOf(desk.does('drafter', routes.redistribute, { params: { targetId }, body })),
  ).toMatchObject({ code: 'revision.no-basis', params: { left: 196 } })
})

test('whoever waits for an answer carries nothing of what others are granted', async () => {
  const [, second, third] = desk.federation.units
  await desk.asOwner(
    `insert into allocation (target_id, unit_id, federation_id, value) select $1, $2, federation_id, 50 from target where id = $1`,
    [targetId, third?.id],
  )
  await desk.asOwner('update target set value = 246 where id = $1', [targetId])
  const [answer] = await desk.asOwner(
    `insert into answer (federation_id, round_id, unit_id, unit_path, number, state, version, comment_count)
     select a.federation_id, a.round_id, u.id, u.path, 'GY-2027-0002', 'SUBMITTED', 1, 0
     from answer a, unit u where u.id = $1 and a.number = 'GY-2027-0001' returning id`,
    [second?.id],
  )
  await desk.asOwner(
    `insert into answer_version (answer_id, version, federation_id, unit_id, form, content_sha256, signed_by, is_late)
     select $1, 1, federation_id, $2, form, content_sha256, signed_by, false from answer_version`,
    [answer?.id, second?.id],
  )
  await desk.asOwner(
    `insert into target_request (answer_id, version, federation_id, unit_id, round_id, plan_id, target_code, assigned,
       requested, reason, particularity, feasibility)
     select $3, 1, federation_id, $2, round_id, plan_id, target_code, 96, 60, reason, particularity, feasibility
     from target_request where id = $1`,
    [desk.requestId, second?.id, answer?.id],
  )
  await desk.does('drafter', routes.decideRequest, {
    params: { requestId: desk.requestId },
    body: { outcome: 'ACCEPTED', granted: 80 },
  })
  expect(await shares()).toEqual([80, 96, 70])
})
