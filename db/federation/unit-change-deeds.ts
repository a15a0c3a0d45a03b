import { sql } from 'kysely'
import { federationDeeds as deeds } from '../../domain/federation/deeds.ts'
import { isAbove, LEVELS, mayStandAt } from '../../domain/federation/unit-kind.ts'
import {
  type UnitCorrection,
  unitsRoutes as routes,
} from '../../domain/federation/units.contract.ts'
import { addDays, day, dayOfInstant } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { type Performer, performs } from '../performer.ts'
import { mustBeCurrent } from '../subject.ts'
import { handOver } from './hand-over.ts'
import { hasOpenChildren, refused, type UnitRow, unitRow } from './unit-row.ts'

const correctUnit = performs(
  routes.correctUnit,
  async ({ tx, caller }, { params, body, revision }) => {
    const unit = await unitRow(tx, params.unitId)
    const as = mustAllow(deeds.unitCorrected, caller, subjectOf(unit))
    mustBeCurrent(unit, revision, correctionOf(unit))
    await mustStandBetween(tx, unit, body)
    const { workers, members, ...facts } = body
    const next = unit.revision + 1
    await tx
      .updateTable('unit')
      .set({ ...facts, workerCount: workers, memberCount: members, revision: next })
      .where('id', '=', unit.id)
      .execute()
    if (body.level !== unit.level)
      await tx
        .updateTable('official')
        .set({ level: body.level })
        .where('unitId', '=', unit.id)
        .execute()
    return {
      reply: { unitId: unit.id, revision: next },
      as,
      object: { type: 'unit', id: unit.id, revision: next, unitId: unit.id },
      facts: { was: unit.name, name: body.name },
      content: { before: correctionOf(unit), after: body },
    }
  },
)

/** The kind may change, the order of the tree may not: below what is above it, above what is below. */
async function mustStandBetween(tx: Tx, unit: UnitRow, { kind, level }: UnitCorrection) {
  if (!mayStandAt(kind, level)) throw refused('federation.kind-not-at-level', '/level')
  if (level === unit.level) return
  const around = await tx
    .selectFrom('unit')
    .select(['id', 'level', 'parentId'])
    .where('validTo', 'is', null)
    .where((either) =>
      either.or([either('parentId', '=', unit.id), either('id', '=', unit.parentId)]),
    )
    .execute()
  for (const other of around) {
    const standing = LEVELS.find((each) => each === other.level)
    const isBelow = other.parentId === unit.id
    const fits = standing && (isBelow ? isAbove(level, standing) : isAbove(standing, level))
    if (!fits)
      throw refused(isBelow ? 'federation.level-not-above' : 'federation.level-not-below', '/level')
  }
}

const moveUnit = performs(routes.moveUnit, async ({ tx, caller }, { params, body, revision }) => {
  const unit = await unitRow(tx, params.unitId)
  const as = mustAllow(deeds.unitMoved, caller, subjectOf(unit))
  mustBeCurrent(unit, revision, null)
  const above = await unitRow(tx, body.aboveId)
  mustBePlaceFor(unit, above)
  await sql`select move_unit(${unit.id}::uuid, ${above.id}::uuid)`.execute(tx)
  return {
    reply: { unitId: unit.id },
    as,
    object: { type: 'unit', id: unit.id, revision: unit.revision + 1, unitId: unit.id },
    facts: { name: unit.name, aboveName: above.name, basis: body.basis },
    content: { from: unit.parentId, to: above.id, basis: body.basis },
  }
})

function mustBePlaceFor(unit: UnitRow, above: UnitRow): void {
  const [upper, lower] = [above.level, unit.level].map((held) => LEVELS.find((l) => l === held))
  const isWithin = `${above.path}.`.startsWith(`${unit.path}.`)
  if (unit.parentId === null || isWithin) throw refused('federation.not-below-itself', '/aboveId')
  if (above.validTo !== null) throw refused('federation.above-is-closed', '/aboveId')
  if (!upper || !lower || !isAbove(upper, lower))
    throw refused('federation.level-not-below', '/aboveId')
}

const mergeUnit = performs(routes.mergeUnit, async (stage, { params, body, revision }) => {
  const { tx, caller, at } = stage
  const unit = await unitRow(tx, params.unitId)
  const as = mustAllow(deeds.unitMerged, caller, subjectOf(unit))
  mustBeCurrent(unit, revision, null)
  const heir = await unitRow(tx, body.successorId)
  await mustBeMergeable(tx, { unit, heir, lastDay: body.lastDay, today: dayOfInstant(at) })
  const moved = await handOver(stage, { unit, heir, basis: body.basis, as })
  await endUnit(tx, unit, { heir, lastDay: body.lastDay })
  return {
    reply: { unitId: unit.id, moved },
    as,
    object: { type: 'unit', id: unit.id, revision: unit.revision + 1, unitId: unit.id },
    facts: { name: unit.name, successor: heir.name, lastDay: body.lastDay, basis: body.basis },
    content: { ...body, moved },
  }
})

type Merger = { unit: UnitRow; heir: UnitRow; lastDay: string; today: string }

async function mustBeMergeable(tx: Tx, { unit, heir, lastDay, today }: Merger): Promise<void> {
  if (lastDay < unit.validFrom) throw refused('federation.closed-before-opened', '/lastDay')
  if (lastDay > today) throw refused('federation.merger-in-future', '/lastDay')
  if (heir.id === unit.id || heir.validTo !== null)
    throw refused('federation.no-successor', '/successorId')
  if (unit.parentId === null || (await hasOpenChildren(tx, unit.id)))
    throw new Refusal('federation.unit-still-needed', 'wrong-state')
}

type Ending = { heir: UnitRow; lastDay: string }

async function endUnit(tx: Tx, unit: UnitRow, { heir, lastDay }: Ending): Promise<void> {
  await tx
    .updateTable('unit')
    .set({ validTo: lastDay, revision: unit.revision + 1 })
    .where('id', '=', unit.id)
    .execute()
  await tx
    .insertInto('unitSuccession')
    .values({
      unitId: unit.id,
      successorId: heir.id,
      federationId: unit.federationId,
      since: addDays(day(lastDay), 1),
    })
    .execute()
  await tx
    .updateTable('roleGrant')
    .set({ until: lastDay })
    .where('unitId', '=', unit.id)
    .where((either) => either.or([either('until', 'is', null), either('until', '>', lastDay)]))
    .execute()
}

function subjectOf({ id, path, validTo }: UnitRow) {
  return { unitId: id, unitPath: path, state: validTo === null ? 'OPEN' : 'CLOSED' }
}

function correctionOf(unit: UnitRow): Record<keyof UnitCorrection, string | number | null> {
  const { name, kind, level, symbol, sector, ownership, contactName, contactPhone } = unit
  const { workerCount: workers, memberCount: members } = unit
  const who = { name, kind, level, symbol, sector, ownership }
  return { ...who, workers, members, contactName, contactPhone }
}

export const unitChangePerformers: Performer[] = [correctUnit, moveUnit, mergeUnit]
