import { calendarOf } from '../cycle/calendar.ts'
import { type CycleRow, cycleForDeed } from '../cycle/find.ts'
import { instantOf } from '../../domain/cycle/calendar.ts'
import type { Moment } from '../../domain/cycle/moments.ts'
import { processIds } from '../../domain/cycle/process-ids.ts'
import { day, dayOfInstant, instantAt, writeDay } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { rewardDeeds as deeds } from '../../domain/reward/deeds.ts'
import { rewardRoutes as routes } from '../../domain/reward/reward.contract.ts'
import type { RoundKind } from '../../domain/reward/states.ts'
import type { Tx } from '../database.ts'
import { tellHolders } from '../outbox.ts'
import { performs } from '../performer.ts'
import { requestProcess } from '../process-requests.ts'
import { found } from '../subject.ts'
import { openTasks } from '../tasks.ts'

/** The call for files: a process waits for their deadline, the council and the decision. */
export const openRound = performs(
  routes.openRound,
  async ({ tx, caller, at }, { params, body }) => {
    const cycle = await cycleForDeed(tx, params.planYear)
    const state = cycle.closedAt ? 'CLOSED' : 'OPEN'
    const as = mustAllow(deeds.opened, caller, { state })
    const dates = await datesOf(tx, cycle, { ...body, at })
    const number = await nextNumber(tx, cycle, body.kind)
    const processId = await processOf(tx, cycle, body.kind, number)
    const { id } = await tx
      .insertInto('commendation')
      .values({
        federationId: cycle.federationId,
        cycleId: cycle.id,
        unitId: cycle.unitId,
        bodyId: await councilId(tx),
        kind: body.kind,
        number,
        title: body.title,
        state: 'FILING',
        processId,
        ...dates,
        openedBy: caller.officialId,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await requestProcess(tx, {
      federationId: cycle.federationId,
      workflowType: 'commendation',
      workflowId: processId,
      message: 'start',
      name: 'commendation',
      input: { commendationId: id },
      key: `${processId}/start`,
    })
    await callForFiles(tx, cycle, { id, title: body.title, filesDueAt: dates.filesDueAt })
    return {
      reply: { commendationId: id },
      as,
      object: { type: 'commendation', id, revision: 1, cycleId: cycle.id, unitId: cycle.unitId },
      facts: { title: body.title, filesDueOn: dayOfInstant(dates.filesDueAt) },
      content: { ...body, ...dates },
    }
  },
)

type Wished = { filesDueOn: string | null; councilDueOn: string | null; at: string }

/** The days given, or those of the year's calendar; each must lie ahead of the one before. */
async function datesOf(tx: Tx, cycle: CycleRow, wished: Wished) {
  const rows = await calendarOf(tx, cycle)
  const dueOf = (moment: Moment, on: string | null) => {
    if (on) return instantAt(day(on), '17:00')
    const row = rows.find((each) => each.moment === moment)
    return row ? instantOf(row) : wished.at
  }
  const filesDueAt = dueOf('awardFilesDue', wished.filesDueOn)
  const councilDueAt = dueOf('awardsDue', wished.councilDueOn)
  if (Date.parse(filesDueAt) <= Date.parse(wished.at)) throw notAhead('/filesDueOn', filesDueAt)
  if (Date.parse(councilDueAt) <= Date.parse(filesDueAt))
    throw notAhead('/councilDueOn', councilDueAt)
  return { filesDueAt, councilDueAt }
}

function notAhead(at: string, instant: string): Refusal {
  const params = { day: writeDay(dayOfInstant(instant)) }
  return new Refusal('reward.day-not-ahead', 'invalid', {
    params,
    faults: [{ code: 'reward.day-not-ahead', at, params }],
  })
}

/** The year's merit is weighed once; themes are numbered in the order of their calls. */
async function nextNumber(tx: Tx, cycle: CycleRow, kind: RoundKind): Promise<number> {
  const { last } = await tx
    .selectFrom('commendation')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('cycleId', '=', cycle.id)
    .where('kind', '=', kind)
    .executeTakeFirstOrThrow()
  if (kind === 'COMPREHENSIVE' && last) throw new Refusal('reward.opened-already', 'wrong-state')
  return (last ?? 0) + 1
}

async function processOf(tx: Tx, cycle: CycleRow, kind: RoundKind, number: number) {
  const { code } = await tx
    .selectFrom('unit')
    .select('code')
    .where('id', '=', cycle.unitId)
    .executeTakeFirstOrThrow()
  const name = kind === 'COMPREHENSIVE' ? kind : `${kind}-${number}`
  return processIds.commendation(code, cycle.planYear, name)
}

async function councilId(tx: Tx): Promise<string> {
  const row = await tx
    .selectFrom('body')
    .select('id')
    .where('kind', '=', 'EMULATION_COUNCIL')
    .executeTakeFirst()
  return found(row).id
}

type Called = { id: string; title: string; filesDueAt: string }

async function callForFiles(tx: Tx, cycle: CycleRow, called: Called): Promise<void> {
  const { federationId, unitId, id: cycleId } = cycle
  const link = `/rewards/${called.id}`
  await openTasks(tx, [
    {
      federationId,
      cycleId,
      kind: 'reward.propose',
      objectType: 'commendation',
      objectId: called.id,
      role: 'departmentHead',
      unitId,
      params: { title: called.title },
      link,
      dueAt: called.filesDueAt,
    },
  ])
  await tellHolders(
    tx,
    federationId,
    { roles: ['departmentHead', 'inspectionHead', 'councilSecretary'], unitIds: [unitId] },
    {
      eventKey: `commendation/${called.id}/opened`,
      textKey: 'reward.letters.opened',
      params: { title: called.title, dueOn: writeDay(dayOfInstant(called.filesDueAt)) },
      link,
    },
  )
}
