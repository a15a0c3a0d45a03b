import { type Obstacle, pointer } from '../grammar/obstacle.ts'
import { type DraftLine, type LineWish, obstaclesInWish } from './line-wish.ts'

export const STANCES = ['AGREE', 'AGREE_IN_PRINCIPLE', 'DISAGREE', 'NO_OPINION'] as const
export type Stance = (typeof STANCES)[number]

export const PLACE_KINDS = ['CLAUSE', 'TARGET', 'LINE', 'GENERAL'] as const
export type PlaceKind = (typeof PLACE_KINDS)[number]

export const COMMENT_KINDS = ['DIFFICULTY', 'PROPOSAL', 'CORRECTION', 'QUESTION'] as const

export const REQUEST_REASONS = [
  'ORG_CHANGE',
  'NO_PEOPLE',
  'BUDGET',
  'EMPLOYER',
  'SECTOR',
  'OTHER',
] as const
export type RequestReason = (typeof REQUEST_REASONS)[number]

type CommentForm = { text: string; suggestedText: string | null; line?: LineWish }

type RequestForm = {
  targetCode: string
  requested: number | null
  reason: RequestReason | null
  particularity: string
  feasibility: string
}

/** What of an answer the rules look at; a form may have more fields. */
export type AnswerDraft = {
  /** By plan. */
  stances: Readonly<Record<string, { stance: Stance | null; remark: string }>>
  /** By place. */
  comments: Readonly<Record<string, CommentForm>>
  /** By place of the target. */
  targetRequests: Readonly<Record<string, RequestForm>>
  spokesperson: { name: string; position: string }
  isConfirmed: boolean
}

/** What the round asks of this unit: the plans, and by place what each target assigns to it. */
export type Asked = {
  planIds: readonly string[]
  assigned: Readonly<Record<string, number>>
  /** The class lines of the drafts, by place. */
  lines: Readonly<Record<string, DraftLine>>
}

const isBlank = (text: string): boolean => text.trim() === ''

/** Why an answer cannot be sent yet; an empty list of comments is an answer too. */
export function obstaclesToSending(form: AnswerDraft, asked: Asked): Obstacle[] {
  const { name, position } = form.spokesperson
  return [
    ...asked.planIds.flatMap((planId) => obstaclesInStance(form, planId)),
    ...Object.entries(form.comments).flatMap(([place, comment]) =>
      obstaclesInComment(comment, asked.lines[place], pointer('comments', place)),
    ),
    ...Object.entries(form.targetRequests).flatMap(([place, request]) =>
      obstaclesInRequest(request, asked.assigned[place], pointer('targetRequests', place)),
    ),
    ...(isBlank(name) ? [{ code: 'feedback.spokesperson-missing', at: '/spokesperson/name' }] : []),
    ...(isBlank(position)
      ? [{ code: 'feedback.spokesperson-missing', at: '/spokesperson/position' }]
      : []),
    ...(form.isConfirmed ? [] : [{ code: 'feedback.not-confirmed', at: '/isConfirmed' }]),
  ]
}

function obstaclesInComment(
  { text, line: wish }: CommentForm,
  line: DraftLine | undefined,
  at: string,
): Obstacle[] {
  return [
    ...(wish ? obstaclesInWish(wish, line, at) : []),
    ...(isBlank(text) ? [{ code: 'feedback.comment-without-text', at: `${at}/text` }] : []),
  ]
}

function obstaclesInStance(form: AnswerDraft, planId: string): Obstacle[] {
  const given = form.stances[planId]
  if (!given?.stance) {
    return [{ code: 'feedback.stance-missing', at: pointer('stances', planId, 'stance') }]
  }
  return given.stance === 'DISAGREE' && isBlank(given.remark)
    ? [{ code: 'feedback.remark-missing', at: pointer('stances', planId, 'remark') }]
    : []
}

function obstaclesInRequest(
  request: RequestForm,
  assigned: number | undefined,
  at: string,
): Obstacle[] {
  const params = { target: request.targetCode }
  if (assigned === undefined) return [{ code: 'feedback.target-not-assigned', params, at }]
  const { requested, reason, particularity, feasibility } = request
  const faults = [
    ['requested', requested === null, 'feedback.requested-missing'],
    ['requested', requested === assigned, 'feedback.nothing-requested'],
    ['reason', reason === null, 'feedback.request-reason-missing'],
    ['particularity', isBlank(particularity), 'feedback.particularity-missing'],
    ['feasibility', isBlank(feasibility), 'feedback.feasibility-missing'],
  ] as const
  return faults.flatMap(([field, isFault, code]) =>
    isFault ? [{ code, params, at: `${at}/${field}` }] : [],
  )
}

const NOTABLE_PERCENT = 20

/** By how many percent the request departs from what was assigned; null where nothing was. */
export function changeInPercent(assigned: number, requested: number): number | null {
  if (assigned === 0) return null
  return Math.round(((requested - assigned) / assigned) * 1000) / 10
}

/** Requests that depart by more than a fifth: they may be sent, and will be asked about. */
export function warningsOn(form: AnswerDraft, asked: Pick<Asked, 'assigned'>): Obstacle[] {
  return Object.entries(form.targetRequests).flatMap(([place, { targetCode, requested }]) => {
    const assigned = asked.assigned[place]
    if (requested === null || assigned === undefined || requested === assigned) return []
    const percent = changeInPercent(assigned, requested)
    if (percent !== null && Math.abs(percent) <= NOTABLE_PERCENT) return []
    const params = { target: targetCode, assigned, requested, percent: percent ?? 100 }
    const at = pointer('targetRequests', place, 'requested')
    return [{ code: 'feedback.request-far-off', params, at }]
  })
}
