import { sql } from 'kysely'
import { cycleRoutes as routes } from '../../domain/cycle/cycle.contract.ts'
import { cycleDeeds as deeds } from '../../domain/cycle/deeds.ts'
import { type MovementState, obstaclesToReporting } from '../../domain/cycle/movement.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { type Deed, mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { performs, type Stage } from '../performer.ts'
import { refuse } from '../revision/standing.ts'
import { type CycleRow, cycleOfYear } from './find.ts'
import { reachableUnit } from './movement-rows.ts'

/** The unit's staff writes; nothing counts before its head has sent it. */
export const writeMovement = performs(routes.writeMovement, async (stage, { params, body }) => {
  const { tx, caller, at } = stage
  const months = body.months.map(({ month }) => month)
  const { cycle, unit, as } = await forms(stage, deeds.movementWritten, { ...params, months })
  refuse(
    'cycle.movement-not-in-order',
    obstaclesToReporting(months, cycle.planYear, dayOfInstant(at)),
  )
  await tx
    .insertInto('movementForm')
    .values(
      body.months.map((counts) => ({
        ...counts,
        federationId: cycle.federationId,
        cycleId: cycle.id,
        unitId: unit.id,
        unitPath: unit.path,
        state: 'DRAFT',
        writtenBy: caller.officialId,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['cycleId', 'unitId', 'month']).doUpdateSet((form) => ({
        newlyDeveloped: form.ref('excluded.newlyDeveloped'),
        otherDecrease: form.ref('excluded.otherDecrease'),
        transferIn: form.ref('excluded.transferIn'),
        transferOut: form.ref('excluded.transferOut'),
        writtenBy: form.ref('excluded.writtenBy'),
        writtenAt: sql<string>`clock_timestamp()`,
        revision: sql<number>`movement_form.revision + 1`,
      })),
    )
    .execute()
  return done({ cycle, unit, as }, months, body)
})

export const sendMovement = performs(routes.sendMovement, async (stage, { params, body }) => {
  const { tx, caller, at } = stage
  const { months } = body
  const { cycle, unit, as } = await forms(stage, deeds.movementSent, { ...params, months })
  const sent = await tx
    .updateTable('movementForm')
    .set((form) => ({
      state: 'SENT',
      sentBy: caller.officialId,
      sentAt: at,
      revision: form('revision', '+', 1),
    }))
    .where('cycleId', '=', cycle.id)
    .where('unitId', '=', unit.id)
    .where('month', 'in', months)
    .where('state', '=', 'DRAFT')
    .returning(['month', 'newlyDeveloped', 'otherDecrease', 'transferIn', 'transferOut'])
    .execute()
  const unwritten = months.find((month) => !sent.some((row) => row.month === month))
  if (unwritten !== undefined)
    throw new Refusal('cycle.month-not-written', 'invalid', { params: { month: unwritten } })
  return done({ cycle, unit, as }, months, sent)
})

/** What was sent stays readable beside what replaces it, with the reason. */
export const correctMovement = performs(routes.correctMovement, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const { reason, month, ...after } = body
  const { cycle, unit, as } = await forms(stage, deeds.movementCorrected, {
    ...params,
    months: [month],
  })
  const form = await tx
    .selectFrom('movementForm')
    .select(['id', 'newlyDeveloped', 'otherDecrease', 'transferIn', 'transferOut'])
    .where('cycleId', '=', cycle.id)
    .where('unitId', '=', unit.id)
    .where('month', '=', month)
    .executeTakeFirstOrThrow()
  const { id: formId, ...before } = form
  await tx
    .insertInto('movementCorrection')
    .values({
      federationId: cycle.federationId,
      formId,
      before: JSON.stringify(before),
      after: JSON.stringify(after),
      because: reason,
      correctedBy: caller.officialId,
    })
    .execute()
  await tx
    .updateTable('movementForm')
    .set((row) => ({ ...after, revision: row('revision', '+', 1) }))
    .where('id', '=', formId)
    .execute()
  const { object, content } = done({ cycle, unit, as }, [month], { before, after })
  return {
    reply: { month },
    as,
    object,
    facts: { month, planYear: cycle.planYear, unitName: unit.name, reason },
    content,
  }
})

type Wanted = { planYear: number; unitId: string; months: readonly number[] }

/** The unit's forms, held until the deed is done: two savers come one after the other. */
async function forms({ tx, caller }: Stage, deed: Deed, { planYear, unitId, months }: Wanted) {
  const cycle = await cycleOfYear(tx, planYear)
  const unit = await reachableUnit(tx, unitId)
  const rows = await tx
    .selectFrom('movementForm')
    .select('state')
    .where('cycleId', '=', cycle.id)
    .where('unitId', '=', unit.id)
    .where('month', 'in', [...months])
    .forUpdate()
    .execute()
  if (cycle.closedAt)
    throw new Refusal('cycle.year-closed', 'wrong-state', { params: { planYear } })
  const isSent = rows.some((row) => row.state === 'SENT')
  const state: MovementState = isSent ? 'SENT' : 'DRAFT'
  return { cycle, unit, as: mustAllow(deed, caller, { unitId, state }) }
}

type Reporting = {
  cycle: CycleRow
  unit: Awaited<ReturnType<typeof reachableUnit>>
  as: ReturnType<typeof mustAllow>
}

function done({ cycle, unit, as }: Reporting, months: readonly number[], content: unknown) {
  return {
    reply: { months: months.length },
    as,
    object: { type: 'movement', id: unit.id, cycleId: cycle.id, unitId: unit.id },
    facts: { months: months.join(', '), planYear: cycle.planYear, unitName: unit.name },
    content,
  }
}
