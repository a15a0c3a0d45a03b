import { addDays, type Day, instantAt } from '../grammar/day.ts'
import type { Obstacle } from '../grammar/obstacle.ts'
import { addWorkingDays, type Holiday, isWorkingDay } from '../grammar/working-days.ts'

/** With the department, with whoever gave it, or over. */
export const TASK_STATES = ['OPEN', 'REPORTED', 'ACCEPTED', 'WITHDRAWN'] as const
export type TaskState = (typeof TASK_STATES)[number]

/** How a task stands is told by its last report. */
export function taskState(task: {
  isWithdrawn: boolean
  lastReport: { isAccepted: boolean | null } | null
}): TaskState {
  if (task.isWithdrawn) return 'WITHDRAWN'
  if (!task.lastReport || task.lastReport.isAccepted === false) return 'OPEN'
  return task.lastReport.isAccepted ? 'ACCEPTED' : 'REPORTED'
}

export const isUnfinished = ({ state }: { state: TaskState }) =>
  state === 'OPEN' || state === 'REPORTED'

/** Nobody is given a task for yesterday, nor for a day on which the offices rest. */
export function obstaclesToDue(
  dueOn: Day,
  { today, holidays }: { today: Day; holidays: readonly Holiday[] },
): Obstacle[] {
  if (dueOn < today) return [{ code: 'revision.task-due-gone-by', at: '/dueOn' }]
  return isWorkingDay(dueOn, holidays) ? [] : [{ code: 'revision.task-due-at-rest', at: '/dueOn' }]
}

export type Proof = {
  /** The places that are said to be done. */
  claimed: readonly string[]
  /** The places whose words have changed since the task was given. */
  changed: readonly string[]
  files: number
}

/** Done is shown, not said: a place with new words, or a file. */
export function obstaclesToReporting({ claimed, changed, files }: Proof): Obstacle[] {
  if (claimed.some((place) => !changed.includes(place)))
    return [{ code: 'revision.task-place-unchanged', at: '/changedPlaces' }]
  if (claimed.length === 0 && files === 0)
    return [{ code: 'revision.task-unproved', at: '/changedPlaces' }]
  return []
}

const REMINDERS = [
  { moment: 'D-2', workingDays: -2 },
  { moment: 'D+1', workingDays: 1 },
  { moment: 'D+5', workingDays: 5 },
] as const
export type TaskMoment = (typeof REMINDERS)[number]['moment']

export const isOverdueMoment = (moment: TaskMoment) => moment !== 'D-2'

/** When a department is reminded of a task: two working days before its day, and after it twice. */
export function taskReminders(
  { dueOn, assignedAt }: { dueOn: Day; assignedAt: string },
  holidays: readonly Holiday[],
): { moment: TaskMoment; at: string }[] {
  return REMINDERS.map(({ moment, workingDays }) => ({
    moment,
    at: instantAt(dayAway(dueOn, workingDays, holidays), '08:00'),
  })).filter(({ at }) => new Date(at) > new Date(assignedAt))
}

/** A due day that has become a holiday meanwhile still has a day before it and after it. */
function dayAway(dueOn: Day, workingDays: number, holidays: readonly Holiday[]): Day {
  const from = workingDays < 0 && !isWorkingDay(dueOn, holidays) ? addDays(dueOn, 1) : dueOn
  return addWorkingDays(from, workingDays, holidays)
}
