import { isPhase, type Phase, PHASES, stepOf } from '../../domain/cycle/phases.ts'
import { STATION_ENDS, TASK_REMINDER } from '../../domain/cycle/station-end.ts'
import type { Tx } from '../database.ts'
import { enterSystemDeed } from '../register.ts'
import { nextTaskReminder } from '../revision/task-reminders.ts'
import { askToClose } from './ask-to-close.ts'
import { closeBooks } from './closing.ts'

export type Standing = {
  phase: string
  isClosed: boolean
  next: { moment: string; at: string } | null
}

/** How the year stands, and which moment of its calendar it waits for. */
export async function standingOf(tx: Tx, cycleId: string): Promise<Standing> {
  const cycle = await tx
    .selectFrom('cycle')
    .select(['phase', 'closedAt'])
    .where('id', '=', cycleId)
    .executeTakeFirstOrThrow()
  const moment = isPhase(cycle.phase) ? STATION_ENDS[cycle.phase] : null
  const end = await tx
    .selectFrom('cycleMoment')
    .select(['moment', 'at'])
    .where('cycleId', '=', cycleId)
    .where('moment', '=', moment ?? '')
    .executeTakeFirst()
  const reminder = cycle.closedAt ? null : await nextTaskReminder(tx, cycleId)
  const next = [
    ...(end ? [end] : []),
    ...(reminder ? [{ moment: TASK_REMINDER, at: reminder }] : []),
  ].toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))[0]
  return { phase: cycle.phase, isClosed: cycle.closedAt !== null, next: next ?? null }
}

type Entering = { federationId: string; cycleId: string; phase: Phase }

/** The calendar leads the year into its next station; a second time changes nothing. */
export async function enterPhase(
  tx: Tx,
  { federationId, cycleId, phase }: Entering,
): Promise<void> {
  const before = PHASES.filter((each) => stepOf(each) < stepOf(phase))
  const entered = await tx
    .updateTable('cycle')
    .set((row) => ({ phase, revision: row('revision', '+', 1) }))
    .where('id', '=', cycleId)
    // A leader may have gone further meanwhile: the calendar leads nobody back.
    .where('phase', 'in', before)
    .returning(['revision', 'planYear', 'unitId'])
    .executeTakeFirst()
  if (!entered) return
  if (phase === 'reward') await askToClose(tx, { federationId, cycleId, ...entered })
  await enterSystemDeed(tx, federationId, {
    deed: 'cycle.wentOn',
    object: { type: 'cycle', id: cycleId, revision: entered.revision, cycleId },
    facts: { phase },
    trace: '',
    key: `cycle/${cycleId}/phase/${phase}`,
  })
}

export async function closeYear(
  tx: Tx,
  { federationId, cycleId }: { federationId: string; cycleId: string },
): Promise<void> {
  const revision = await closeBooks(tx, cycleId)
  if (revision === null) return
  await enterSystemDeed(tx, federationId, {
    deed: 'cycle.closed',
    object: { type: 'cycle', id: cycleId, revision, cycleId },
    trace: '',
    key: `cycle/${cycleId}/closed`,
  })
}
