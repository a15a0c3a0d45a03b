import { defaultCalendar, instantOf } from '../../domain/cycle/calendar.ts'
import { processIds } from '../../domain/cycle/process-ids.ts'
import { dayOfInstant, yearOf } from '../../domain/grammar/day.ts'
import { clockOf } from '../context.ts'
import type { Tx } from '../database.ts'
import { holidaysOf } from '../federation/holidays.ts'
import { tellHolders } from '../outbox.ts'
import { requestProcess } from '../process-requests.ts'
import { enterSystemDeed } from '../register.ts'
import { finishTasks } from '../tasks.ts'
import { type Opened, openOpeningTasks } from './opening-tasks.ts'

export type OpenedCycle = {
  cycleId: string
  unitId: string
  processId: string
  /** False for whoever comes second: the year is open already (settled 2). */
  isNew: boolean
}

type Opening = { federationId: string; planYear: number; at: string; openedBy?: string }
type Top = { id: string; code: string }

/** Opens a plan year with its calendar and its process. Twice does it once. */
export async function openCycle(tx: Tx, opening: Opening): Promise<OpenedCycle> {
  const { federationId, planYear, at } = opening
  const top = await tx
    .selectFrom('unit')
    .select(['id', 'code'])
    .where('parentId', 'is', null)
    .executeTakeFirstOrThrow()
  const processId = processIds.cycle(top.code, planYear)
  const inserted = await tx
    .insertInto('cycle')
    .values({ federationId, unitId: top.id, planYear, phase: 'needs', processId, openedAt: at })
    .onConflict((conflict) => conflict.columns(['unitId', 'planYear']).doNothing())
    .returning('id')
    .executeTakeFirst()
  const opened = { unitId: top.id, processId }
  if (!inserted) return { cycleId: await idOf(tx, top.id, planYear), ...opened, isNew: false }
  await layCalendar(tx, { ...opening, cycleId: inserted.id, top, processId })
  await finishOpenNext(tx, opening)
  return { cycleId: inserted.id, ...opened, isNew: true }
}

/** The yearly starter's half: opens the year after this one, unless a leader was quicker. */
export async function openYearBySchedule(tx: Tx, unitCode: string): Promise<void> {
  const top = await tx
    .selectFrom('unit')
    .select('federationId')
    .where('parentId', 'is', null)
    .where('code', '=', unitCode)
    .executeTakeFirst()
  if (!top) return
  const at = await clockOf(tx)
  const planYear = yearOf(dayOfInstant(at)) + 1
  const { federationId } = top
  const opened = await openCycle(tx, { federationId, planYear, at })
  if (!opened.isNew) return
  await enterSystemDeed(tx, federationId, {
    deed: 'cycle.opened',
    object: { type: 'cycle', id: opened.cycleId, revision: 1, cycleId: opened.cycleId },
    facts: { planYear },
    trace: '',
    key: `${opened.processId}/opened`,
  })
}

/** The year before waited for this one to be opened, by whomever. */
async function finishOpenNext(tx: Tx, { planYear, openedBy }: Opening): Promise<void> {
  const before = await tx
    .selectFrom('cycle')
    .select('id')
    .where('planYear', '=', planYear - 1)
    .executeTakeFirst()
  if (before)
    await finishTasks(tx, { kinds: ['cycle.openNext'], objectId: before.id, by: openedBy ?? null })
}

async function idOf(tx: Tx, unitId: string, planYear: number): Promise<string> {
  const { id } = await tx
    .selectFrom('cycle')
    .select('id')
    .where('unitId', '=', unitId)
    .where('planYear', '=', planYear)
    .executeTakeFirstOrThrow()
  return id
}

type Laying = Opening & { cycleId: string; top: Top; processId: string }

async function layCalendar(tx: Tx, laying: Laying): Promise<void> {
  const { federationId, cycleId, planYear, at, processId } = laying
  const rows = defaultCalendar(planYear, dayOfInstant(at), await holidaysOf(tx))
  await tx
    .insertInto('cycleMoment')
    .values(
      rows.map((row) => ({
        cycleId,
        federationId,
        moment: row.moment,
        phase: row.phase,
        day: row.day,
        at: instantOf(row),
        // The notice of the needs goes out with the opening; the other dates are told later.
        announced: row.phase === 'needs',
      })),
    )
    .execute()
  await requestProcess(tx, {
    federationId,
    workflowType: 'trainingCycle',
    workflowId: processId,
    message: 'start',
    name: 'trainingCycle',
    input: { cycleId },
    key: `${processId}/start`,
  })
  await tellOfOpening(tx, laying, (moment) => {
    const row = rows.find((each) => each.moment === moment)
    return row ? instantOf(row) : null
  })
}

async function tellOfOpening(
  tx: Tx,
  { federationId, cycleId, planYear, top, at }: Laying,
  dueOf: Opened['dueOf'],
): Promise<void> {
  const link = `/cycles/${planYear}`
  await openOpeningTasks(tx, { federationId, cycleId, planYear, unitId: top.id, at, dueOf })
  await tellHolders(
    tx,
    federationId,
    { roles: ['departmentHead', 'departmentDrafter', 'committeeLeader'], unitIds: [top.id] },
    {
      eventKey: `cycle.opened/${cycleId}`,
      textKey: 'cycle.letters.opened',
      params: { planYear },
      link,
    },
  )
}
