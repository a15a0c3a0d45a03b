import { randomUUID } from 'node:crypto'
import { federationDeeds as deeds } from '../../domain/federation/deeds.ts'
import { setUpRoutes } from '../../domain/federation/set-up.contract.ts'
import { isAbove, LEVELS, mayStandAt } from '../../domain/federation/unit-kind.ts'
import { type UnitForm, unitsRoutes as routes } from '../../domain/federation/units.contract.ts'
import { addDays, day, dayOfInstant } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { type Performer, performs, type Stage } from '../performer.ts'
import { openMattersOf } from './open-matters.ts'
import { hasOpenChildren, refused, type UnitRow, unitRow } from './unit-row.ts'
import { takeIn } from './unit-list.ts'
import { pathBelow } from './unit-path.ts'

const addUnit = performs(routes.addUnit, async ({ tx, caller }, { body }) => {
  const as = mustAllow(deeds.unitAdded, caller, { unitId: body.aboveId })
  const above = await unitRow(tx, body.aboveId)
  await mustFit(tx, body, above)
  const id = randomUUID()
  const { aboveId, workers, members, ...facts } = body
  await tx
    .insertInto('unit')
    .values({
      ...facts,
      id,
      federationId: caller.federationId,
      parentId: aboveId,
      workerCount: workers,
      memberCount: members,
      path: pathBelow(above.path, body.code, id),
    })
    .execute()
  return {
    reply: { unitId: id },
    as,
    object: { type: 'unit', id, unitId: id },
    facts: { name: body.name, code: body.code },
  }
})

async function mustFit(tx: Tx, body: UnitForm, above: UnitRow): Promise<void> {
  if (above.validTo !== null) throw refused('federation.above-is-closed', '/aboveId')
  const upper = LEVELS.find((level) => level === above.level)
  if (!mayStandAt(body.kind, body.level)) throw refused('federation.kind-not-at-level', '/level')
  if (!upper || !isAbove(upper, body.level)) throw refused('federation.level-not-below', '/level')
  const taken = await tx
    .selectFrom('unit')
    .select('id')
    .where('code', '=', body.code)
    .executeTakeFirst()
  if (taken) throw refused('federation.code-taken', '/code')
}

const closeUnit = performs(routes.closeUnit, async ({ tx, caller }, { params, body }) => {
  const unit = await unitRow(tx, params.unitId)
  const state = unit.validTo === null ? 'OPEN' : 'CLOSED'
  const as = mustAllow(deeds.unitClosed, caller, { unitId: unit.id, unitPath: unit.path, state })
  const { lastDay, successorIds } = body
  if (lastDay < unit.validFrom) throw refused('federation.closed-before-opened', '/lastDay')
  if (unit.parentId === null || (await hasOpenChildren(tx, unit.id)))
    throw new Refusal('federation.unit-still-needed', 'wrong-state')
  const faults = (await openMattersOf(tx, unit.id)).map((open) => ({ ...open, at: '' }))
  if (faults.length > 0) throw new Refusal('federation.unit-still-owes', 'invalid', { faults })
  await tx.updateTable('unit').set({ validTo: lastDay }).where('id', '=', unit.id).execute()
  for (const successorId of new Set(successorIds)) {
    const heir = await unitRow(tx, successorId)
    if (heir.id === unit.id || heir.validTo !== null)
      throw refused('federation.no-successor', '/successorIds')
    await tx
      .insertInto('unitSuccession')
      .values({
        unitId: unit.id,
        successorId: heir.id,
        federationId: caller.federationId,
        since: addDays(day(lastDay), 1),
      })
      .execute()
  }
  await tx
    .updateTable('roleGrant')
    .set({ until: lastDay })
    .where('unitId', '=', unit.id)
    .where((either) => either.or([either('until', 'is', null), either('until', '>', lastDay)]))
    .execute()
  return {
    reply: { unitId: unit.id },
    as,
    object: { type: 'unit', id: unit.id, unitId: unit.id },
    facts: { name: unit.name, lastDay, successors: new Set(successorIds).size },
  }
})

const checkUnitList = performs(setUpRoutes.checkUnitList, async (stage) => {
  const as = mustAllow(deeds.unitListChecked, stage.caller, {})
  const reply = await listedBy(stage, { write: false })
  return { reply, as, object: { type: 'unit-list', id: stage.caller.federationId } }
})

const takeInUnitList = performs(setUpRoutes.takeInUnitList, async (stage, { body }) => {
  const as = mustAllow(deeds.unitListTakenIn, stage.caller, {})
  const reply = await listedBy(stage, { write: true })
  const { rows, added, changed, refused: left } = reply
  return {
    reply,
    as,
    object: { type: 'unit-list', id: stage.caller.federationId },
    facts: { fileName: body.fileName, rows, added, changed, left },
  }
})

function listedBy({ tx, caller, at, apart }: Stage, how: { write: boolean }) {
  if (!apart?.unitList) throw new Error('a list of units came without its sheet')
  const { federationId } = caller
  return takeIn(tx, { federationId, today: dayOfInstant(at) }, apart.unitList, how)
}

export const unitPerformers: Performer[] = [addUnit, closeUnit, checkUnitList, takeInUnitList]
