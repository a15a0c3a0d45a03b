import { addDays, type Day, instantAt } from '../grammar/day.ts'

export const REMEDY_STATES = ['DRAFT', 'OPEN', 'ANSWERED', 'SENT_BACK', 'CLOSED'] as const
export type RemedyState = (typeof REMEDY_STATES)[number]

/** How long before its day the owner is reminded. */
export const REMIND_DAYS = 3

export type Timed = {
  id: string
  dueOn: Day
  dueAt: string
  remindedAt: string | null
  overdueAt: string | null
}

export function remedyDueAt(dueOn: Day): string {
  return instantAt(dueOn, '17:00')
}

export type RemedyMoment = { moment: `remedySoon/${string}` | `remedyDue/${string}`; at: string }

/** The next time at which somebody must be told of a remedy that is still open. */
export function nextOfRemedies(open: readonly Timed[]): RemedyMoment | null {
  const moments = open.flatMap(momentsOf)
  return moments.toSorted((a, b) => (a.at < b.at ? -1 : 1))[0] ?? null
}

function momentsOf({ id, dueOn, dueAt, remindedAt, overdueAt }: Timed): RemedyMoment[] {
  const soonAt = instantAt(addDays(dueOn, -REMIND_DAYS), '08:00')
  return [
    ...(remindedAt ? [] : [{ moment: `remedySoon/${id}`, at: soonAt } as const]),
    ...(overdueAt ? [] : [{ moment: `remedyDue/${id}`, at: dueAt } as const]),
  ]
}
