import { sql } from 'kysely'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import {
  isLiving,
  type NominationState,
  ON_THE_LIST,
  type ReleaseState,
} from '../../domain/classes/class-state.ts'
import { classDeeds as deeds } from '../../domain/classes/deeds.ts'
import { allot, type Waiting } from '../../domain/classes/seats.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { enterSystemDeed } from '../register.ts'
import { finishTasks } from '../tasks.ts'
import { endUnitTasks, tellOrganiser, tellPeople, tellUnits } from './announce.ts'
import { classForChange, type ClassRow, objectOf, processOf, subjectOf } from './class-row.ts'
import { moveClass } from './move.ts'
import { quotasOf } from './quota-rows.ts'

/** Before its day, by the organiser, with a reason. */
export const fixListEarly = performs(
  routes.fixList,
  async ({ tx, caller, at }, { params, body }) => {
    const trained = await classForChange(tx, params.classId)
    const as = mustAllow(deeds.listFixed, caller, subjectOf(trained))
    const fixed = await fix(tx, trained, at)
    return {
      reply: { classId: trained.id, state: fixed.state, ...fixed.numbers },
      as,
      object: objectOf(trained),
      facts: { ...factsOf(trained, fixed.numbers), reason: body.reason },
      process: { state: fixed.state, id: trained.id },
    }
  },
  processOf,
)

/** On its day, by the timer. A second time, and after somebody was earlier, nothing changes. */
export async function fixListOnItsDay(tx: Tx, classId: string, at: string): Promise<void> {
  const trained = await classForChange(tx, classId)
  if (trained.state !== 'OPEN_FOR_NOMINATION') return
  const { numbers } = await fix(tx, trained, at)
  await enterSystemDeed(tx, trained.federationId, {
    deed: 'list.fixed',
    object: objectOf(trained),
    facts: factsOf(trained, numbers),
    trace: '',
    key: `class/${classId}/list-fixed/${trained.revision}`,
  })
}

type Numbers = { confirmed: number; waitlisted: number }

function factsOf({ code }: ClassRow, numbers: Numbers) {
  return { classCode: code, ...numbers, reason: '' }
}

/** Confirmed within the seats, the rest on the waiting list; what no president approved falls out. */
async function fix(tx: Tx, trained: ClassRow, at: string) {
  await dropUnapproved(tx, trained.id)
  const { waiting } = await seatingOf(tx, trained.id)
  const chosen = allot({
    seats: trained.seats,
    quotas: await quotasOf(tx, trained.id),
    seated: [],
    waiting,
  })
  await settle(tx, trained.id, chosen)
  const moved = await moveClass(tx, trained, {
    to: 'LIST_FIXED',
    listFixedAt: at,
    nominationsClosedAt: trained.nominationsClosedAt ?? at,
    releasesClosedAt: trained.releasesClosedAt ?? at,
  })
  await endUnitTasks(tx, trained, 'listFixed', ['classes.nominate', 'classes.approve'])
  await finishTasks(tx, { kinds: ['classes.followList'], objectId: trained.id, by: null })
  const numbers = { confirmed: chosen.length, waitlisted: waiting.length - chosen.length }
  await tellOfTheList(tx, moved, numbers)
  return { state: moved.state, numbers }
}

async function dropUnapproved(tx: Tx, classId: string): Promise<void> {
  await tx
    .updateTable('nomination')
    .set((update) => ({
      state: 'WITHDRAWN',
      stateBecause: 'classes.never-approved',
      revision: update('revision', '+', 1),
    }))
    .where('classId', '=', classId)
    .where('state', '=', 'PROPOSED')
    .execute()
}

/** Who has a seat, and who waits for one. */
export async function seatingOf(tx: Tx, classId: string) {
  const rows = await tx
    .selectFrom('nomination')
    .select(['id', 'unitId', 'officialId', 'priority', 'state', 'releaseState', 'proposedAt'])
    .where('classId', '=', classId)
    .execute()
  const onTheList: readonly string[] = ON_THE_LIST
  // Held to these words by checks of the table.
  const living = rows.filter(({ state }) => isLiving(state as NominationState))
  return {
    seated: living.filter(({ state }) => onTheList.includes(state)),
    waiting: living
      .filter(({ state }) => !onTheList.includes(state))
      .map(({ releaseState, ...row }): Waiting & { officialId: string } => ({
        ...row,
        release: releaseState as ReleaseState,
      })),
  }
}

async function settle(tx: Tx, classId: string, chosen: readonly string[]): Promise<void> {
  await sql`
    update nomination set revision = revision + 1,
      state = case when id = any (${[...chosen]}::uuid[]) then 'CONFIRMED' else 'WAITLISTED' end
    where class_id = ${classId} and state in ('UNIT_APPROVED', 'RELEASE_PENDING')`.execute(tx)
}

async function tellOfTheList(tx: Tx, trained: ClassRow, numbers: Numbers): Promise<void> {
  const { seated, waiting } = await seatingOf(tx, trained.id)
  const event = `list/${trained.revision}`
  await tellPeople(tx, trained, {
    event,
    textKey: 'classes.letters.confirmed',
    officialIds: seated.map(({ officialId }) => officialId),
  })
  await tellPeople(tx, trained, {
    event,
    textKey: 'classes.letters.waitlisted',
    officialIds: waiting.map(({ officialId }) => officialId),
  })
  const unitIds = [...new Set([...seated, ...waiting].map(({ unitId }) => unitId))]
  const letter = { event, textKey: 'classes.letters.listFixed', params: { ...numbers } }
  await tellUnits(tx, trained, { ...letter, unitIds })
  await tellOrganiser(tx, trained, letter)
}

/** A seat has become free after the list: whoever comes next gets it, and is told. */
export async function fillSeats(tx: Tx, classId: string): Promise<void> {
  const trained = await classForChange(tx, classId)
  if (trained.state !== 'LIST_FIXED') return
  const { seated, waiting } = await seatingOf(tx, classId)
  const chosen = allot({
    seats: trained.seats,
    quotas: await quotasOf(tx, classId),
    seated: seated.map(({ unitId }) => unitId),
    waiting,
  })
  if (chosen.length === 0) return
  await tx
    .updateTable('nomination')
    .set((update) => ({ state: 'CONFIRMED', revision: update('revision', '+', 1) }))
    .where('id', 'in', chosen)
    .execute()
  const moved = waiting.filter(({ id }) => chosen.includes(id))
  for (const { id, unitId, officialId } of moved) {
    const letter = { event: `moved-up/${id}`, textKey: 'classes.letters.movedUp' }
    await tellPeople(tx, trained, { ...letter, officialIds: [officialId] })
    await tellUnits(tx, trained, { ...letter, unitIds: [unitId] })
  }
  await enterSystemDeed(tx, trained.federationId, {
    deed: 'seats.filled',
    object: objectOf(trained, trained.revision),
    facts: { classCode: trained.code, count: chosen.length },
    trace: '',
    key: `class/${classId}/filled/${chosen.toSorted().join('/')}`.slice(0, 200),
  })
}
