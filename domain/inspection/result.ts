import { addDays, type Day, dayOfInstant, instantAt } from '../grammar/day.ts'
import type { Obstacle } from '../grammar/obstacle.ts'
import { type Holiday, workingDaysLater } from '../grammar/working-days.ts'

export const RATINGS = ['GOOD', 'FAIR', 'AVERAGE', 'WEAK'] as const
export type Rating = (typeof RATINGS)[number]

/** Within how many days after the minutes the result must be issued. */
export const RESULT_DAYS = 15
/** How many working days the unit has to answer the findings. */
export const REPLY_DAYS = 5

export function resultDueAt(signedAt: string): string {
  return instantAt(addDays(dayOfInstant(signedAt), RESULT_DAYS), '17:00')
}

export function replyDueAt(signedAt: string, holidays: readonly Holiday[]): string {
  const evening = instantAt(dayOfInstant(signedAt), '17:00')
  return workingDaysLater(evening, REPLY_DAYS, holidays)
}

/** What the score speaks for; the team may judge otherwise, and its conclusion says why. */
export function ratingFor(scorePercent: number): Rating {
  if (scorePercent >= 80) return 'GOOD'
  if (scorePercent >= 65) return 'FAIR'
  return scorePercent >= 50 ? 'AVERAGE' : 'WEAK'
}

export type Reply = { number: number; stance: 'AGREE' | 'OBJECT' }

export type Passing = {
  /** The numbers of the findings that the unit was asked about. */
  asked: readonly number[]
  replies: readonly Reply[]
  /** The numbers of the objections that the team has answered. */
  answered: readonly number[]
  isReplyOver: boolean
  headId: string
  teamIds: readonly string[]
}

/** The committee's head passes nothing of their own, nothing unheard, and no objection unanswered. */
export function obstaclesToPassing(passing: Passing): Obstacle[] {
  const { asked, replies, answered, isReplyOver, headId, teamIds } = passing
  const silent = asked.filter((number) => !replies.some((reply) => reply.number === number))
  const open = replies.filter(
    ({ stance, number }) => stance === 'OBJECT' && !answered.includes(number),
  )
  return [
    ...(teamIds.includes(headId) ? [{ code: 'inspection.member-passes' }] : []),
    ...(silent.length > 0 && !isReplyOver
      ? [{ code: 'inspection.replies-open', params: { open: silent.length } }]
      : []),
    ...(open.length > 0
      ? [{ code: 'inspection.objections-open', params: { open: open.length } }]
      : []),
  ]
}

/** A remedy lies ahead: nobody can mend something by yesterday. */
export function obstaclesToRemedies(
  remedies: readonly { dueOn: string }[],
  today: Day,
): Obstacle[] {
  return remedies.flatMap(({ dueOn }, index) =>
    dueOn > today ? [] : [{ code: 'inspection.due-gone-by', at: `/remedies/${index}/dueOn` }],
  )
}
