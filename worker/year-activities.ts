import { closeYear, enterPhase, standingOf } from '../db/cycle/standing.ts'
import type { Tx } from '../db/database.ts'
import { remindOfTasks } from '../db/revision/task-reminders.ts'
import { isPhase } from '../domain/cycle/phases.ts'
import type { Ports } from '../workflows/activities.ts'

type InYear = <T>(cycleId: string, work: (tx: Tx, federationId: string) => Promise<T>) => Promise<T>

/** The hands of a year's process. */
export function yearActivities(inYear: InYear) {
  return {
    yearStanding: ({ cycleId }) => inYear(cycleId, (tx) => standingOf(tx, cycleId)),
    enterPhase: async ({ cycleId, phase }) => {
      if (!isPhase(phase)) throw new Error(`no such phase: ${phase}`)
      await inYear(cycleId, (tx, federationId) => enterPhase(tx, { federationId, cycleId, phase }))
    },
    remindOfTasks: ({ cycleId, upTo }) =>
      inYear(cycleId, (tx, federationId) => remindOfTasks(tx, { federationId, cycleId, upTo })),
    closeYear: ({ cycleId }) =>
      inYear(cycleId, (tx, federationId) => closeYear(tx, { federationId, cycleId })),
  } satisfies Partial<Ports>
}
