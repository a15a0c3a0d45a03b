import type { Role } from '../../domain/grammar/deed.ts'
import { dayOfInstant, writeDay, day } from '../../domain/grammar/day.ts'
import { seatsOf } from '../../domain/classes/seats.ts'
import type { Tx } from '../database.ts'
import { tell, tellHolders } from '../outbox.ts'
import { endTasks, type NewTask, openTasks } from '../tasks.ts'
import { type ClassRow, linkTo } from './class-row.ts'
import { concernedIn } from './concerned.ts'
import { type QuotaRow, quotasOf } from './quota-rows.ts'

const UNIT_KEYS: readonly Role[] = ['unitDrafter', 'unitHead']

/** What every letter about a class may name; a letter writes its days itself. */
function factsOf({ code, title, startsOn }: ClassRow): Record<string, string | number> {
  return { classCode: code, title, startsOn: startsOn ?? '' }
}

/** The same for an inbox, which takes days as they are written. */
function wordsOf(trained: ClassRow): Record<string, string | number> {
  const { startsOn } = trained
  return { ...factsOf(trained), startsOn: startsOn ? writeDay(day(startsOn)) : '' }
}

/** Something a unit has to do with its own part of a class. */
export function unitTask(
  trained: ClassRow,
  quota: Pick<QuotaRow, 'id' | 'unitId' | 'seats' | 'givenBack'>,
  { kind, role, dueAt }: Pick<NewTask, 'kind' | 'role' | 'dueAt'>,
): NewTask {
  return {
    federationId: trained.federationId,
    cycleId: trained.cycleId,
    kind,
    role,
    dueAt: dueAt ?? null,
    objectType: 'classQuota',
    objectId: quota.id,
    unitId: quota.unitId,
    params: { ...wordsOf(trained), seats: seatsOf(quota) },
    link: `${linkTo(trained)}/list`,
  }
}

/** Something the organiser has to do, on the page of the class or on one of its parts. */
export function organiserTask(
  trained: ClassRow,
  { kind, dueAt, part }: Pick<NewTask, 'kind' | 'dueAt'> & { part?: string },
): NewTask {
  const { federationId, cycleId, id, organiserUnitId: unitId, departmentId } = trained
  return {
    federationId,
    cycleId,
    kind,
    role: 'classOrganiser',
    dueAt: dueAt ?? null,
    objectType: 'trainingClass',
    objectId: id,
    unitId,
    departmentId,
    params: wordsOf(trained),
    link: [linkTo(trained), part].filter(Boolean).join('/'),
  }
}

/** Something a trainee is asked by name, on a page of their own. */
export function traineeTask(
  trained: ClassRow,
  { nominationId, officialId, unitId }: Record<'nominationId' | 'officialId' | 'unitId', string>,
  { kind, link }: Pick<NewTask, 'kind' | 'link'>,
): NewTask {
  return {
    federationId: trained.federationId,
    cycleId: trained.cycleId,
    kind,
    role: 'trainee',
    dueAt: null,
    objectType: 'nomination',
    objectId: nominationId,
    unitId,
    officialId,
    params: wordsOf(trained),
    link,
  }
}

/** The units with seats are asked for names: a task each, and a letter to both keys. */
export async function askForNames(tx: Tx, trained: ClassRow): Promise<void> {
  const quotas = (await quotasOf(tx, trained.id)).filter((quota) => seatsOf(quota) > 0)
  const dueAt = trained.nominationsDueAt
  await openTasks(
    tx,
    quotas.map((quota) =>
      unitTask(trained, quota, { kind: 'classes.nominate', role: 'unitDrafter', dueAt }),
    ),
  )
  await tellUnits(tx, trained, {
    event: 'nominations-opened',
    textKey: 'classes.letters.nominate',
    unitIds: quotas.map(({ unitId }) => unitId),
    params: { dueOn: dueAt ? dayOfInstant(dueAt) : '' },
  })
}

type Telling = {
  event: string
  textKey: string
  unitIds: readonly string[]
  params?: Record<string, string | number>
}

export async function tellUnits(tx: Tx, trained: ClassRow, telling: Telling): Promise<void> {
  const { event, textKey, unitIds, params } = telling
  if (unitIds.length === 0) return
  await tellHolders(
    tx,
    trained.federationId,
    { roles: UNIT_KEYS, unitIds },
    {
      eventKey: `class/${trained.id}/${event}`,
      textKey,
      params: { ...factsOf(trained), ...params },
      link: linkTo(trained),
    },
  )
}

/** A letter to each of these people, with the class's page and its calendar file behind the link. */
export async function tellPeople(
  tx: Tx,
  trained: ClassRow,
  {
    officialIds,
    event,
    textKey,
    params,
  }: Omit<Telling, 'unitIds'> & { officialIds: readonly string[] },
): Promise<void> {
  await tell(tx, trained.federationId, officialIds, {
    eventKey: `class/${trained.id}/${event}`,
    textKey,
    params: { ...factsOf(trained), ...params },
    link: linkTo(trained),
  })
}

export async function tellOrganiser(
  tx: Tx,
  trained: ClassRow,
  { event, textKey, params }: Omit<Telling, 'unitIds'>,
): Promise<void> {
  await tellHolders(
    tx,
    trained.federationId,
    { roles: ['classOrganiser'], unitIds: [trained.organiserUnitId] },
    {
      eventKey: `class/${trained.id}/${event}/organiser`,
      textKey,
      params: { ...factsOf(trained), ...params },
      link: linkTo(trained),
    },
  )
}

/** Everybody concerned: trainees, lecturers, the units that send them. */
export async function tellEverybody(
  tx: Tx,
  trained: ClassRow,
  { event, textKey, params = {} }: Omit<Telling, 'unitIds'>,
): Promise<void> {
  const { trainees, lecturers, unitIds } = await concernedIn(tx, trained.id)
  const officialIds = [...new Set([...trainees, ...lecturers])]
  await tellPeople(tx, trained, { officialIds, event, textKey, params })
  await tellUnits(tx, trained, { event, textKey, unitIds, params })
}

export const UNIT_TASKS = ['classes.nominate', 'classes.approve', 'classes.askEmployers'] as const

/** What the units still had to do is over; `because` says by what. */
export async function endUnitTasks(
  tx: Tx,
  trained: ClassRow,
  because: string,
  kinds: readonly string[] = UNIT_TASKS,
): Promise<void> {
  const quotas = await quotasOf(tx, trained.id)
  await endTasks(tx, { kinds, objectIds: quotas.map(({ id }) => id), because })
}
