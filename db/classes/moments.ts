import { marksDueAt } from '../../domain/classes/class-calendar.ts'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import { classDeeds as deeds } from '../../domain/classes/deeds.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import type { Tx } from '../database.ts'
import { holidaysOf } from '../federation/holidays.ts'
import { performs } from '../performer.ts'
import { enterSystemDeed } from '../register.ts'
import { openTasks } from '../tasks.ts'
import { askForNames, endUnitTasks, organiserTask, tellOrganiser, tellUnits } from './announce.ts'
import { classForChange, type ClassRow, objectOf, processOf, subjectOf } from './class-row.ts'
import { askLecturers } from './lecturer-tasks.ts'
import { moveClass } from './move.ts'
import { askForRatings } from './rate.ts'
import { nameLecturers, spanOf } from './sessions.ts'

/** Before their day, by the organiser. */
export const openNominationsEarly = performs(
  routes.openNominations,
  async ({ tx, caller, at }, { params }) => {
    const trained = await classForChange(tx, params.classId)
    const as = mustAllow(deeds.nominationsOpened, caller, subjectOf(trained))
    const moved = await moveClass(tx, trained, { to: 'OPEN_FOR_NOMINATION', nominationsOpenAt: at })
    await askForNames(tx, moved)
    return {
      reply: { classId: trained.id, state: moved.state },
      as,
      object: objectOf(trained),
      facts: { classCode: trained.code },
      process: { state: moved.state, id: trained.id },
    }
  },
  processOf,
)

/** The units are asked on their day; a second time nothing changes. */
export async function openNominations(tx: Tx, classId: string): Promise<void> {
  const trained = await classForChange(tx, classId)
  if (trained.state !== 'PLANNED') return
  const moved = await moveClass(tx, trained, { to: 'OPEN_FOR_NOMINATION' })
  await askForNames(tx, moved)
  await enter(tx, trained, 'nominations.opened')
}

/** Nobody is named any more; whom no president approved will fall out of the list. */
export async function closeNominations(tx: Tx, classId: string, at: string): Promise<void> {
  const trained = await classForChange(tx, classId)
  if (trained.state !== 'OPEN_FOR_NOMINATION' || trained.nominationsClosedAt) return
  await moveClass(tx, trained, { nominationsClosedAt: at })
  await endUnitTasks(tx, trained, 'nominationsClosed', ['classes.nominate', 'classes.approve'])
  await enter(tx, trained, 'nominations.closed')
}

/** Employers who were asked and did not answer; the unit and the organiser are told (S0.07). */
export async function endReleases(tx: Tx, classId: string, at: string): Promise<void> {
  const trained = await classForChange(tx, classId)
  if (trained.state !== 'OPEN_FOR_NOMINATION' || trained.releasesClosedAt) return
  await moveClass(tx, trained, { releasesClosedAt: at })
  const silent = await tx
    .updateTable('nomination')
    .set((update) => ({ releaseState: 'NO_ANSWER', revision: update('revision', '+', 1) }))
    .where('classId', '=', classId)
    .where('releaseState', '=', 'ASKED')
    .where('state', 'not in', ['WITHDRAWN', 'REFUSED_BY_EMPLOYER'])
    .returning('unitId')
    .execute()
  if (silent.length > 0) {
    const letter = {
      event: 'releases-closed',
      textKey: 'classes.letters.silentEmployers',
      params: {
        count: silent.length,
        listDueOn: trained.listDueAt ? dayOfInstant(trained.listDueAt) : '',
      },
    }
    await tellUnits(tx, trained, {
      ...letter,
      unitIds: [...new Set(silent.map(({ unitId }) => unitId))],
    })
    await tellOrganiser(tx, trained, letter)
  }
  await enter(tx, trained, 'releases.closed', { count: silent.length })
}

/** The first session begins. The lecturers stand in it as they are today (S3.07). */
export async function beginClass(tx: Tx, classId: string): Promise<void> {
  const trained = await classForChange(tx, classId)
  if (trained.state !== 'LIST_FIXED') return
  await nameLecturers(tx, classId)
  await moveClass(tx, trained, { to: 'RUNNING' })
  await endUnitTasks(tx, trained, 'classBegan')
  await askLecturers(tx, trained)
  await enter(tx, trained, 'class.begun')
}

/** The last session is over: now the marks are given. */
export async function endClass(tx: Tx, classId: string): Promise<void> {
  const trained = await classForChange(tx, classId)
  if (trained.state !== 'RUNNING') return
  await moveClass(tx, trained, { to: 'MARKING' })
  await askForRatings(tx, trained)
  const { lastEndsAt } = await spanOf(tx, classId)
  const dueAt = lastEndsAt && marksDueAt(lastEndsAt, await holidaysOf(tx))
  await openTasks(tx, [organiserTask(trained, { kind: 'classes.mark', dueAt, part: 'marks' })])
  await enter(tx, trained, 'class.ended')
}

async function enter(
  tx: Tx,
  trained: ClassRow,
  deed: string,
  facts: Record<string, number> = {},
): Promise<void> {
  await enterSystemDeed(tx, trained.federationId, {
    deed,
    object: objectOf(trained),
    facts: { classCode: trained.code, ...facts },
    trace: '',
    key: `class/${trained.id}/${deed}/${trained.revision}`,
  })
}
