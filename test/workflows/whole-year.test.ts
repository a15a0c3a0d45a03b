import { afterAll, beforeAll, expect, test } from 'vitest'
import { calendarChanged } from '../../workflows/messages.ts'
import { type House, openHouse } from '../setup/house.ts'
import { commend, inspectUnit, leadToTheClose, type Press, runClass } from '../setup/second-half.ts'
import {
  approve,
  issue,
  openYear,
  openYearWalk,
  passChecks,
  planYear,
  publishDraft,
  signAnswer,
  signPlan,
  submitPlan,
  untilTrue,
  type YearWalk,
} from '../setup/year-walk.ts'
import { recordHistories } from './histories.ts'

let house: House
let walk: YearWalk
beforeAll(async () => {
  house = await openHouse({ unitCount: 2 })
  walk = openYearWalk(house)
})
afterAll(() => house?.close())

const press: Press = async (workflowId, statement, values) => {
  await walk.asOwner(statement, values)
  await untilTrue(() =>
    house.client.workflow
      .getHandle(workflowId)
      .signal(calendarChanged)
      .then(
        () => true,
        // its start is still on the way
        () => false,
      ),
  )
}

const landmarks = [
  'cycle.opened',
  'draft.published',
  'round.closed',
  'paper.issued',
  'list.fixed',
  'certificate.issued',
  'visit.opened',
  'remedy.accepted',
  'commendation.numbered',
  'cycle.wentOn',
  'cycle.wentOn',
  'cycle.closed',
] as const

const processes = async () =>
  (
    await walk.asOwner(
      `select process_id as id from cycle union all select process_id from round
       union all select process_id from approval union all select process_id from training_class
       union all select process_id from inspection union all select process_id from commendation
       union all select 'job/' || id from job`,
    )
  ).map(({ id }) => String(id))

test('a year goes from its opening to its close, and no process of it is left over', async () => {
  await openYear(walk)
  const { planId, roundId } = await publishDraft(walk)
  await signAnswer(walk, 1)
  await press(
    `cycle/${walk.federation.top.code}/${planYear}/consultation/1`,
    `update round set due_at = now(), grace_until = now() where id = $1`,
    [roundId],
  )
  await untilTrue(
    async () =>
      (await walk.asOwner(`select 1 from round where id = $1 and state = 'CLOSED'`, [roundId]))
        .length === 1,
  )
  const approvalId = await submitPlan(walk, planId)
  await passChecks(walk, approvalId)
  await approve(walk, approvalId)
  await signPlan(walk, approvalId)
  await issue(walk, approvalId)

  await runClass(walk, press)
  await inspectUnit(walk)
  await commend(walk, press)
  await leadToTheClose(walk, press)

  const ids = await processes()
  expect(ids.length).toBeGreaterThanOrEqual(7)
  const standing = async (id: string) =>
    (await house.client.workflow.getHandle(id).describe()).status.name
  await untilTrue(async () =>
    (await Promise.all(ids.map(standing))).every((each) => each === 'COMPLETED'),
  )
  expect(await story()).toEqual([...landmarks])
  if (process.env.RECORD_HISTORIES) await recordHistories(house.client, ids)
}, 180_000)

/** The landmarks of the year as its register has them. */
async function story(): Promise<string[]> {
  const rows = await walk.asOwner(
    'select deed from register_entry where deed = any ($1) order by id',
    [[...new Set(landmarks)]],
  )
  return rows.map(({ deed }) => String(deed))
}
