import { continueAsNew } from '@temporalio/workflow'
import { isPhase, type Phase } from '../domain/cycle/phases.ts'
import { TASK_REMINDER } from '../domain/cycle/station-end.ts'
import type { NextMoment } from './activities.ts'
import { type Desk, openDesk } from './desk.ts'
import { steps } from './ports.ts'

type Year = { cycleId: string; from?: Phase }

/**
 * The training year, station by station. A station ends when PostgreSQL says that the year has
 * gone on: by a person's deed up to the issued plan, by the calendar after it. A plan that the
 * committee returns takes the year back to its revision. Each border is a new run, so that no
 * history grows with the year.
 */
export async function trainingCycle({ cycleId, from = 'needs' }: Year): Promise<void> {
  const desk = openDesk()
  const year = { cycleId, from, desk }

  if (from === 'needs') await untilPeopleMoveOn(year)
  if (from === 'draft') await untilPeopleMoveOn(year)
  if (from === 'feedback') await untilPeopleMoveOn(year)
  if (from === 'revision') await untilPeopleMoveOn(year)
  if (from === 'approval') await untilPeopleMoveOn(year)
  if (from === 'classes') await untilTheCalendarMovesOn(year, 'inspection')
  if (from === 'inspection') await untilTheCalendarMovesOn(year, 'reward')
  if (from === 'reward') await untilTheYearCloses(year)

  const { phase, isClosed } = await steps.yearStanding({ cycleId })
  await desk.clear()
  if (!isClosed && isPhase(phase))
    await continueAsNew<typeof trainingCycle>({ cycleId, from: phase })
}

type Sitting = { cycleId: string; from: Phase; desk: Desk }

/** The stations that only people end: the needs, the draft, the round, the revision, the approval. */
async function untilPeopleMoveOn({ cycleId, from, desk }: Sitting): Promise<void> {
  for (;;) {
    const { phase, next } = await desk.look(() => steps.yearStanding({ cycleId }))
    if (phase !== from) return
    if (await desk.waitFor(next)) await remind({ cycleId, desk }, next)
  }
}

/** Classes, inspections and awards begin on their day of the calendar. */
async function untilTheCalendarMovesOn({ cycleId, from, desk }: Sitting, to: Phase): Promise<void> {
  for (;;) {
    const { phase, next } = await desk.look(() => steps.yearStanding({ cycleId }))
    if (phase !== from) return
    if (!(await desk.waitFor(next))) continue
    if (next?.moment === TASK_REMINDER) await remind({ cycleId, desk }, next)
    else await desk.step('enterPhase', () => steps.enterPhase({ cycleId, phase: to }))
  }
}

async function untilTheYearCloses({ cycleId, desk }: Sitting): Promise<void> {
  for (;;) {
    const { isClosed, next } = await desk.look(() => steps.yearStanding({ cycleId }))
    if (isClosed) return
    if (!(await desk.waitFor(next))) continue
    if (next?.moment === TASK_REMINDER) await remind({ cycleId, desk }, next)
    else await desk.step('closeYear', () => steps.closeYear({ cycleId }))
  }
}

/** What departments were asked to complete in a plan falls due; nobody moves on by it. */
async function remind({ cycleId, desk }: Omit<Sitting, 'from'>, next: NextMoment): Promise<void> {
  if (next) await desk.step('remindOfTasks', () => steps.remindOfTasks({ cycleId, upTo: next.at }))
}
