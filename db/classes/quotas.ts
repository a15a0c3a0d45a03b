import { sql } from 'kysely'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import { classDeeds as deeds } from '../../domain/classes/deeds.ts'
import { obstaclesToQuotas, proposedQuotas, seatsOf } from '../../domain/classes/seats.ts'
import type { QuotaView } from '../../domain/classes/views.contract.ts'
import { population } from '../../domain/draft/plan-content.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { refuse } from '../revision/standing.ts'
import { endTasks } from '../tasks.ts'
import { askForNames, UNIT_TASKS } from './announce.ts'
import { classForChange, type ClassRow, classOf, objectOf, subjectOf } from './class-row.ts'
import { eligibleUnits, quotasOf } from './quota-rows.ts'

/** What each unit has beside what its number of people would give it. */
export async function quotaTable(
  tx: Tx,
  classId: string,
): Promise<{ seats: number; quotas: QuotaView[] }> {
  const trained = await classOf(tx, classId)
  const units = await unitsOf(tx, trained)
  const proposed = new Map(
    proposedQuotas(trained.seats, units).map(({ unitId, seats }) => [unitId, seats]),
  )
  const given = new Map((await quotasOf(tx, classId)).map((quota) => [quota.unitId, quota]))
  const nominated = await nominatedByUnit(tx, classId)
  return {
    seats: trained.seats,
    quotas: units.map((unit) => ({
      ...unit,
      proposed: proposed.get(unit.unitId) ?? 0,
      seats: given.get(unit.unitId)?.seats ?? 0,
      givenBack: given.get(unit.unitId)?.givenBack ?? 0,
      nominated: nominated.get(unit.unitId) ?? 0,
    })),
  }
}

function unitsOf(tx: Tx, { organiserUnitId, eligibility }: ClassRow) {
  return eligibleUnits(tx, organiserUnitId, population.parse(eligibility))
}

async function nominatedByUnit(tx: Tx, classId: string): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('nomination')
    .select(({ fn }) => ['unitId', fn.countAll<bigint>().as('count')])
    .where('classId', '=', classId)
    .where('state', 'not in', ['WITHDRAWN', 'REFUSED_BY_EMPLOYER'])
    .groupBy('unitId')
    .execute()
  return new Map(rows.map(({ unitId, count }) => [unitId, Number(count)]))
}

export const setQuotas = performs(routes.setQuotas, async ({ tx, caller }, { params, body }) => {
  const trained = await classForChange(tx, params.classId)
  const as = mustAllow(deeds.quotasSet, caller, subjectOf(trained))
  refuse('classes.quotas-not-set', await obstacles(tx, trained, body.quotas))
  await write(tx, trained, body.quotas)
  const without = (await quotasOf(tx, trained.id)).filter((quota) => seatsOf(quota) === 0)
  await endTasks(tx, {
    kinds: UNIT_TASKS,
    objectIds: without.map(({ id }) => id),
    because: 'noSeats',
  })
  if (trained.state === 'OPEN_FOR_NOMINATION') await askForNames(tx, trained)
  const shared = body.quotas.reduce((sum, { seats }) => sum + seats, 0)
  return {
    reply: { seats: trained.seats, shared },
    as,
    object: objectOf(trained, trained.revision),
    facts: { classCode: trained.code, shared, seats: trained.seats, units: body.quotas.length },
    content: body,
  }
})

type Given = readonly { unitId: string; seats: number }[]

/** Whole, within the seats, for units that may send people, and not below what was given back. */
async function obstacles(tx: Tx, trained: ClassRow, given: Given): Promise<Obstacle[]> {
  const known = new Set((await unitsOf(tx, trained)).map(({ unitId }) => unitId))
  const before = new Map((await quotasOf(tx, trained.id)).map((quota) => [quota.unitId, quota]))
  const seen = new Set<string>()
  const rows = given.flatMap(({ unitId, seats }, index): Obstacle[] => {
    const isTwice = seen.has(unitId)
    seen.add(unitId)
    const at = `/quotas/${index}/seats`
    if (!known.has(unitId) || isTwice) return [{ code: 'classes.not-a-sending-unit', at }]
    const givenBack = before.get(unitId)?.givenBack ?? 0
    return seats < givenBack
      ? [{ code: 'classes.below-given-back', params: { givenBack }, at }]
      : []
  })
  return [...rows, ...obstaclesToQuotas(trained.seats, given)]
}

async function write(tx: Tx, trained: ClassRow, given: Given): Promise<void> {
  await sql`
    update class_quota set seats = given_back, revision = revision + 1
    where class_id = ${trained.id} and unit_id <> all (${given.map(({ unitId }) => unitId)}::uuid[])
      and seats <> given_back`.execute(tx)
  if (given.length === 0) return
  await tx
    .insertInto('classQuota')
    .values(
      given.map(({ unitId, seats }) => ({
        classId: trained.id,
        federationId: trained.federationId,
        unitId,
        seats,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['classId', 'unitId']).doUpdateSet((row) => ({
        seats: row.ref('excluded.seats'),
        revision: sql<number>`class_quota.revision + 1`,
      })),
    )
    .execute()
}
