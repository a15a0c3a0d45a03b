import { randomUUID } from 'node:crypto'
import { federationDeeds as deeds } from '../../domain/federation/deeds.ts'
import { type OfficialForm, officialsRoutes } from '../../domain/federation/officials.contract.ts'
import { setUpRoutes as routes } from '../../domain/federation/set-up.contract.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { givenNameSortKey } from '../../domain/grammar/text.ts'
import type { Tx } from '../database.ts'
import { type Performer, performs } from '../performer.ts'
import { found } from '../subject.ts'
import { topUnit } from './top-unit.ts'

const addDepartment = performs(routes.addDepartment, async ({ tx, caller }, { body }) => {
  const as = mustAllow(deeds.departmentAdded, caller, {})
  const top = await topUnit(tx)
  const all = await tx.selectFrom('department').select(['name', 'position']).execute()
  if (all.some(({ name }) => name === body.name)) throw refused('federation.name-taken', '/name')
  const { id } = await tx
    .insertInto('department')
    .values({
      ...body,
      federationId: caller.federationId,
      unitId: top.id,
      position: Math.max(0, ...all.map(({ position }) => position)) + 1,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return {
    reply: { departmentId: id },
    as,
    object: { type: 'department', id, unitId: top.id },
    facts: { name: body.name },
  }
})

const addOfficial = performs(officialsRoutes.addOfficial, async ({ tx, caller }, { body }) => {
  const as = mustAllow(deeds.officialAdded, caller, { unitId: body.unitId })
  const unit = found(
    await tx
      .selectFrom('unit')
      .select(['id', 'path', 'level', 'name', 'validTo'])
      .where('id', '=', body.unitId)
      .executeTakeFirst(),
  )
  if (unit.validTo !== null) throw refused('federation.unit-is-closed', '/unitId')
  const id = await insertOfficial(tx, body, { ...unit, federationId: caller.federationId })
  return {
    reply: { officialId: id },
    as,
    object: { type: 'official', id, unitId: unit.id },
    facts: { name: body.fullName, unitName: unit.name },
  }
})

type UnitOf = { id: string; path: string; level: string; federationId: string }

/** The person, and the post held, which is the main one until another is entered. */
async function insertOfficial(tx: Tx, form: OfficialForm, unit: UnitOf): Promise<string> {
  const { since, term, departmentId, position, unitId, ...person } = form
  const id = randomUUID()
  const placed = { federationId: unit.federationId, unitId, departmentId, position }
  await tx
    .insertInto('official')
    .values({
      ...person,
      ...placed,
      id,
      unitPath: unit.path,
      level: unit.level,
      sortName: givenNameSortKey(person.fullName),
      positionSince: since,
    })
    .execute()
  const { from: termFrom = null, to: termTo = null } = term ?? {}
  await tx
    .insertInto('post')
    .values({ ...placed, officialId: id, since, termFrom, termTo, isMain: true })
    .execute()
  return id
}

const seatMember = performs(routes.seatMember, async ({ tx, caller }, { body }) => {
  const as = mustAllow(deeds.memberSeated, caller, {})
  const official = found(
    await tx
      .selectFrom('official')
      .select(['id', 'fullName'])
      .where('id', '=', body.officialId)
      .executeTakeFirst(),
  )
  const committee = await tx
    .selectFrom('body')
    .select('id')
    .where('kind', '=', 'STANDING_COMMITTEE')
    .executeTakeFirstOrThrow()
  const chair = await tx
    .selectFrom('bodyMember')
    .select('officialId')
    .where('bodyId', '=', committee.id)
    .where('role', '=', 'CHAIR')
    .where('until', 'is', null)
    .executeTakeFirst()
  if (body.role === 'CHAIR' && chair && chair.officialId !== official.id)
    throw refused('federation.has-a-chair', '/role')
  await tx
    .insertInto('bodyMember')
    .values({ ...body, bodyId: committee.id, federationId: caller.federationId })
    .onConflict((conflict) =>
      conflict
        .columns(['bodyId', 'officialId'])
        .doUpdateSet({ role: body.role, since: body.since, until: null }),
    )
    .execute()
  return {
    reply: { officialId: official.id },
    as,
    object: { type: 'body', id: committee.id },
    facts: { name: official.fullName, memberRole: body.role },
  }
})

function refused(code: string, at: string): Refusal {
  return new Refusal(code, 'invalid', { faults: [{ code, at }] })
}

export const setUpPerformers: Performer[] = [addDepartment, addOfficial, seatMember]
