import { sql } from 'kysely'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import { isLiving, type NominationState } from '../../domain/classes/class-state.ts'
import { classDeeds as deeds } from '../../domain/classes/deeds.ts'
import { seatsOf } from '../../domain/classes/seats.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import type { Tx } from '../database.ts'
import { performs, type Stage } from '../performer.ts'
import { refuse } from '../revision/standing.ts'
import { finishTasks, openTasks } from '../tasks.ts'
import { unitTask } from './announce.ts'
import {
  mustStillNominate,
  objectOfPart,
  partForChange,
  subjectOfPart,
  type UnitPart,
} from './unit-part.ts'

/**
 * The president approves the list and its order: the first ones take the unit's seats, the others
 * wait for a free one. Whoever was proposed and is left out goes back.
 */
export const approveList = performs(routes.approveList, async (stage, { params, body }) => {
  const { tx, caller, at } = stage
  const part = await partForChange(tx, params)
  const as = mustAllow(deeds.listApproved, caller, subjectOfPart(part))
  mustStillNominate(part.trained, at)
  await mustBeOnTheList(tx, part, body.order)
  await rank(tx, part, body.order)
  await tx
    .updateTable('classQuota')
    .set((update) => ({
      approvedAt: at,
      approvedBy: caller.officialId,
      revision: update('revision', '+', 1),
    }))
    .where('id', '=', part.quota.id)
    .execute()
  await goOnWithTasks(stage, part)
  const beyondQuota = Math.max(0, body.order.length - seatsOf(part.quota))
  return {
    reply: { approved: body.order.length, beyondQuota },
    as,
    object: objectOfPart(part),
    facts: {
      classCode: part.trained.code,
      approved: body.order.length,
      beyondQuota,
      unitName: part.quota.unitName,
    },
    content: body,
  }
})

async function mustBeOnTheList(tx: Tx, { trained, quota }: UnitPart, order: readonly string[]) {
  const rows = await tx
    .selectFrom('nomination')
    .select(['id', 'state'])
    .where('classId', '=', trained.id)
    .where('unitId', '=', quota.unitId)
    .execute()
  // Held to these words by a check of the table.
  const living = rows.filter(({ state }) => isLiving(state as NominationState))
  const known = new Set(living.map(({ id }) => id))
  refuse(
    'classes.order-not-right',
    order.flatMap((id, index) =>
      known.has(id) && order.indexOf(id) === index
        ? []
        : [{ code: 'classes.not-on-the-list', at: `/order/${index}` }],
    ),
  )
}

async function rank(tx: Tx, { trained, quota }: UnitPart, order: readonly string[]): Promise<void> {
  await sql`
    update nomination n set
      priority = coalesce(given.place, 1000)::integer,
      state = case when given.place is null then 'WITHDRAWN' when n.state = 'PROPOSED' then 'UNIT_APPROVED' else n.state end,
      state_because = case when given.place is null then 'classes.left-out-by-president' else n.state_because end,
      revision = n.revision + 1
    from nomination m left join unnest(${[...order]}::uuid[]) with ordinality as given(id, place) on given.id = m.id
    where m.id = n.id and n.class_id = ${trained.id} and n.unit_id = ${quota.unitId}
      and n.state not in ('WITHDRAWN', 'REFUSED_BY_EMPLOYER')`.execute(tx)
}

async function goOnWithTasks({ tx, caller }: Stage, { trained, quota }: UnitPart): Promise<void> {
  const by = caller.officialId
  await finishTasks(tx, {
    kinds: ['classes.nominate', 'classes.approve'],
    objectId: quota.id,
    by,
  })
  if (!(await hasOpenReleases(tx, trained.id, quota.unitId))) return
  const dueAt = trained.releaseDueAt
  await openTasks(tx, [
    unitTask(trained, quota, { kind: 'classes.askEmployers', role: 'unitDrafter', dueAt }),
  ])
}

/** Whether an employer has still to be asked, or to answer. */
export async function hasOpenReleases(tx: Tx, classId: string, unitId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('nomination')
    .select('id')
    .where('classId', '=', classId)
    .where('unitId', '=', unitId)
    .where('state', 'not in', ['WITHDRAWN', 'REFUSED_BY_EMPLOYER'])
    .where('releaseState', 'in', ['NOT_ASKED', 'ASKED'])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
