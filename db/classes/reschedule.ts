import {
  type ClassCalendar,
  classCalendar,
  movedCalendar,
} from '../../domain/classes/class-calendar.ts'
import type { ClassState } from '../../domain/classes/class-state.ts'
import { needsRelease } from '../../domain/classes/clashes.ts'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import { classDeeds as deeds } from '../../domain/classes/deeds.ts'
import { dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { refuse } from '../revision/standing.ts'
import { mustBeCurrent } from '../subject.ts'
import { finishTasks, openTasks } from '../tasks.ts'
import { askForNames, organiserTask, tellEverybody } from './announce.ts'
import {
  classForChange,
  type ClassRow,
  classOf,
  objectOf,
  processOf,
  subjectOf,
} from './class-row.ts'
import { askLecturers } from './lecturer-tasks.ts'
import { moveClass } from './move.ts'
import { followDays } from './new-days.ts'
import { sessionsOf, weighTimetable, writeSessions } from './sessions.ts'

/**
 * The sessions come on other days, with every clash looked for anew. Dates move, never rules: a
 * session that has begun stays, and before the list is fixed its day stays before the class.
 */
export const reschedule = performs(
  routes.reschedule,
  async ({ tx, caller, at }, { params, body, revision }) => {
    const trained = await classForChange(tx, params.classId)
    const as = mustAllow(deeds.rescheduled, caller, subjectOf(trained))
    mustBeCurrent(trained, revision, await sessionsOf(tx, trained.id))
    const { venue, id: classId } = trained
    const timetable = { sessions: body.sessions, venue, classId, at }
    const { ordered, obstacles, holidays } = await weighTimetable(tx, timetable)
    refuse('classes.not-rescheduled', obstacles)
    const places = ordered.map(({ place }) => place)
    const state = stateAfter(trained, at)
    const firstStartsAt = places[0]?.startsAt ?? at
    // who sits in a class that runs has been let go already
    const asksEmployers = state === 'RUNNING' ? trained.needsRelease : needsRelease(places)
    const calendar = calendarAfter(trained, {
      state,
      fresh: classCalendar({ openedAt: at, firstStartsAt, needsRelease: asksEmployers }, holidays),
      firstStartsAt,
    })
    await writeSessions(tx, trained, ordered)
    await moveClass(tx, trained, {
      to: state,
      ...calendar,
      ...employersAfter(trained, asksEmployers),
      stateBecause: null,
      calendarSequence: trained.calendarSequence + 1,
    })
    const moved = await classOf(tx, classId)
    if (moved.needsRelease !== trained.needsRelease) await followDays(tx, moved)
    await goOn(tx, moved, { from: trained, reason: body.reason, by: caller.officialId })
    return {
      reply: { classId, state },
      as,
      object: objectOf(trained),
      facts: {
        classCode: trained.code,
        reason: body.reason,
        startsOn: dayOfInstant(firstStartsAt),
      },
      content: body,
      process: { state, id: classId },
    }
  },
  processOf,
)

/** A class that was put off goes on where it stood: with its list, or before it. */
function stateAfter({ state, listFixedAt, nominationsOpenAt }: ClassRow, at: string): ClassState {
  if (state !== 'POSTPONED') return state
  if (listFixedAt) return 'LIST_FIXED'
  return nominationsOpenAt && nominationsOpenAt > at ? 'PLANNED' : 'OPEN_FOR_NOMINATION'
}

type After = { state: ClassState; fresh: ClassCalendar; firstStartsAt: string }

function calendarAfter(trained: ClassRow, { state, fresh, firstStartsAt }: After) {
  if (state !== 'PLANNED' && state !== 'OPEN_FOR_NOMINATION') return {}
  const { nominationsOpenAt, nominationsDueAt, releaseDueAt, listDueAt } = trained
  const before = nominationsOpenAt && nominationsDueAt && listDueAt
  const calendar = before
    ? movedCalendar({ nominationsOpenAt, nominationsDueAt, releaseDueAt, listDueAt }, fresh)
    : fresh
  if (calendar.listDueAt >= firstStartsAt)
    refuse('classes.not-rescheduled', [
      {
        code: 'classes.list-due-after-start',
        params: { day: writeDay(dayOfInstant(calendar.listDueAt)) },
        at: '/sessions/0/day',
      },
    ])
  return calendar
}

/** From days off to working days: employers are waited for, also where that wait was over once. */
function employersAfter(trained: ClassRow, asksEmployers: boolean) {
  const isAnew = asksEmployers && !trained.needsRelease && !trained.listFixedAt
  return { needsRelease: asksEmployers, ...(isAnew && { releasesClosedAt: null }) }
}

type Gone = { from: ClassRow; reason: string; by: string }

/** Everybody is told; what a class waited for while it was put off is asked for again. */
async function goOn(tx: Tx, trained: ClassRow, { from, reason, by }: Gone): Promise<void> {
  await tellEverybody(tx, trained, {
    event: `rescheduled/${trained.calendarSequence}`,
    textKey: 'classes.letters.rescheduled',
    params: { reason },
  })
  if (trained.state === 'RUNNING') await askLecturers(tx, trained)
  if (from.state !== 'POSTPONED') return
  await finishTasks(tx, { kinds: ['classes.newDays'], objectId: trained.id, by })
  if (trained.state === 'LIST_FIXED') return
  await openTasks(tx, [
    organiserTask(trained, { kind: 'classes.followList', dueAt: trained.listDueAt }),
  ])
  if (trained.state === 'OPEN_FOR_NOMINATION' && !trained.nominationsClosedAt)
    await askForNames(tx, trained)
}
