import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import {
  type ClassCalendar,
  classCalendar,
  earliestFirstDay,
} from '../../domain/classes/class-calendar.ts'
import { needsRelease } from '../../domain/classes/clashes.ts'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import { classDeeds as deeds } from '../../domain/classes/deeds.ts'
import type { OpeningForm } from '../../domain/classes/forms.contract.ts'
import { proposedQuotas } from '../../domain/classes/seats.ts'
import { processIds } from '../../domain/cycle/process-ids.ts'
import { writeDay } from '../../domain/grammar/day.ts'
import { type Grant, mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { writeOrdinal } from '../../domain/papers/number.ts'
import { cycleForDeed, type CycleRow } from '../cycle/find.ts'
import type { Tx } from '../database.ts'
import { performs, type Stage } from '../performer.ts'
import { requestProcess } from '../process-requests.ts'
import { refuse } from '../revision/standing.ts'
import { openTasks } from '../tasks.ts'
import { askForNames, organiserTask } from './announce.ts'
import { classOf, type ClassRow, objectOf } from './class-row.ts'
import { openedLines, plannedLinesOf } from './lines.ts'
import { eligibleUnits } from './quota-rows.ts'
import { type Ordered, weighTimetable, writeSessions } from './sessions.ts'

/**
 * A class of the plan, of a past year, or of the unit itself. The cycle is held, so that a line is
 * opened once and the numbers have no gap.
 */
export const openClass = performs(routes.open, async (stage, { params, body }) => {
  const { tx, caller, at } = stage
  const cycle = await cycleForDeed(tx, params.planYear)
  const as = mustAllow(deeds.opened, caller, { unitId: body.organiserUnitId })
  if (cycle.closedAt) throw new Refusal('classes.year-closed', 'wrong-state')
  const planId = await freeLine(tx, cycle, body.lineCode)
  const classId = randomUUID()
  const timetable = { sessions: body.sessions, venue: body.venue, classId: null, at }
  const { ordered, obstacles, holidays } = await weighTimetable(tx, timetable)
  refuse('classes.not-opened', obstacles)
  const calendar = calendarOf(ordered, at, holidays)
  await insertClass(stage, { cycle, planId, classId, body, calendar, as })
  await writeSessions(tx, { id: classId, federationId: cycle.federationId }, ordered)
  await shareSeats(tx, classId, body)
  const trained = await classOf(tx, classId)
  await begin(tx, trained)
  const { code, state, title } = trained
  return {
    reply: { classId, code, state },
    as,
    object: objectOf(trained, 1),
    facts: { classCode: code, title, seats: body.seats, line: body.lineCode },
    content: body,
  }
})

/** The plan the line stands in; a line that is not there, or opened already, is refused. */
async function freeLine(tx: Tx, cycle: CycleRow, lineCode: string | null): Promise<string | null> {
  if (lineCode === null) return null
  const { planId, lines } = await plannedLinesOf(tx, cycle)
  if (!lines.some(({ code }) => code === lineCode))
    refuse('classes.not-opened', [{ code: 'classes.no-such-line', at: '/lineCode' }])
  const opened = (await openedLines(tx, cycle.id)).get(lineCode)
  if (opened)
    throw new Refusal('classes.line-already-open', 'wrong-state', {
      params: { class: opened.code },
    })
  return planId
}

function calendarOf(
  ordered: Ordered,
  openedAt: string,
  holidays: Parameters<typeof classCalendar>[1],
): ClassCalendar {
  const places = ordered.map(({ place }) => place)
  const firstStartsAt = places[0]?.startsAt ?? openedAt
  const release = needsRelease(places)
  const calendar = classCalendar({ openedAt, firstStartsAt, needsRelease: release }, holidays)
  if (calendar.listDueAt >= firstStartsAt) {
    const first = writeDay(earliestFirstDay({ openedAt, needsRelease: release }, holidays))
    refuse('classes.not-opened', [
      { code: 'classes.too-late-to-nominate', params: { first }, at: '/sessions/0/day' },
    ])
  }
  return calendar
}

type Inserting = {
  cycle: CycleRow
  planId: string | null
  classId: string
  body: OpeningForm
  calendar: ClassCalendar
  as: Grant
}

async function insertClass({ tx, caller, at }: Stage, inserting: Inserting): Promise<void> {
  const { cycle, planId, classId, body, calendar, as } = inserting
  const { eligibility, sessions: _, ...facts } = body
  const { count } = await tx
    .selectFrom('trainingClass')
    .select(({ fn }) => fn.countAll<bigint>().as('count'))
    .where('cycleId', '=', cycle.id)
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('trainingClass')
    .values({
      ...facts,
      ...calendar,
      id: classId,
      federationId: cycle.federationId,
      cycleId: cycle.id,
      planId,
      departmentId: as.departmentId,
      eligibility: JSON.stringify(eligibility),
      code: `L-${cycle.planYear}-${writeOrdinal(Number(count) + 1)}`,
      needsRelease: calendar.releaseDueAt !== null,
      state: calendar.nominationsOpenAt > at ? 'PLANNED' : 'OPEN_FOR_NOMINATION',
      processId: processIds.trainingClass(classId),
      openedBy: caller.officialId,
    })
    .execute()
}

/** Every unit that has people for the class gets its share of the seats at once. */
async function shareSeats(tx: Tx, classId: string, body: OpeningForm): Promise<void> {
  const units = await eligibleUnits(tx, body.organiserUnitId, body.eligibility)
  const quotas = proposedQuotas(body.seats, units)
  if (quotas.length === 0) return
  await tx
    .insertInto('classQuota')
    .columns(['classId', 'unitId', 'federationId', 'seats'])
    .expression((from) =>
      from
        .selectFrom('trainingClass')
        .innerJoin(
          sql<{ unitId: string; seats: number }>`(select * from unnest(
            ${quotas.map(({ unitId }) => unitId)}::uuid[], ${quotas.map(({ seats }) => seats)}::integer[]
          ) as given(unit_id, seats))`.as('given'),
          (join) => join.onTrue(),
        )
        .select(['trainingClass.id', 'given.unitId', 'trainingClass.federationId', 'given.seats'])
        .where('trainingClass.id', '=', classId),
    )
    .execute()
}

async function begin(tx: Tx, trained: ClassRow): Promise<void> {
  await openTasks(tx, [
    organiserTask(trained, { kind: 'classes.followList', dueAt: trained.listDueAt }),
  ])
  if (trained.state === 'OPEN_FOR_NOMINATION') await askForNames(tx, trained)
  await requestProcess(tx, {
    federationId: trained.federationId,
    workflowType: 'trainingClass',
    workflowId: trained.processId,
    message: 'start',
    name: 'trainingClass',
    input: { classId: trained.id },
    key: `${trained.processId}/start`,
  })
}
