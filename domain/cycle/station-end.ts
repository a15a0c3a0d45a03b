import type { Moment } from './moments.ts'
import type { Phase } from './phases.ts'

/**
 * The moment of the calendar at which a station of the second half gives way to the next, or the
 * year to its close; the stations before them only people end.
 */
export const STATION_ENDS = {
  needs: null,
  draft: null,
  feedback: null,
  revision: null,
  approval: null,
  classes: 'inspectionsFrom',
  inspection: 'classDataClose',
  reward: 'cycleCloses',
} as const satisfies Record<Phase, Moment | null>

/** Between the ends of stations the year wakes to remind of what the departments owe a plan. */
export const TASK_REMINDER = 'taskReminder'
