import type { Obstacle } from '../grammar/obstacle.ts'

export const PLAN_STATES = [
  'COLLECTING_NEEDS',
  'DRAFTING',
  'WITH_HEAD',
  'WITH_LEADER',
  'CONSULTING',
  'CONSOLIDATING',
  'REVISING',
  'CHECKING',
  'AWAITING_COMMITTEE',
  'APPROVED',
  'SIGNED',
  'ISSUED',
  'IN_EXECUTION',
  'AMENDING',
  'CLOSED',
  'ARCHIVED',
] as const
export type PlanState = (typeof PLAN_STATES)[number]

/** The way of a plan through its year, with the ways back: the one table for every slice. */
export const PLAN_MOVES = {
  COLLECTING_NEEDS: ['DRAFTING'],
  DRAFTING: ['WITH_HEAD'],
  WITH_HEAD: ['WITH_LEADER', 'DRAFTING'],
  WITH_LEADER: ['CONSULTING', 'DRAFTING'],
  CONSULTING: ['CONSOLIDATING'],
  CONSOLIDATING: ['REVISING', 'CHECKING', 'CONSULTING'],
  REVISING: ['CHECKING', 'CONSULTING'],
  CHECKING: ['AWAITING_COMMITTEE', 'REVISING'],
  AWAITING_COMMITTEE: ['APPROVED', 'REVISING'],
  APPROVED: ['SIGNED', 'REVISING'],
  SIGNED: ['ISSUED'],
  ISSUED: ['IN_EXECUTION'],
  IN_EXECUTION: ['AMENDING', 'CLOSED'],
  AMENDING: ['IN_EXECUTION'],
  CLOSED: ['ARCHIVED'],
  ARCHIVED: [],
} as const satisfies Record<PlanState, readonly PlanState[]>

/** Between the round and the checks: comments are answered and the text is written anew. */
export const BEING_REVISED = ['CONSOLIDATING', 'REVISING'] as const satisfies PlanState[]

/** The text may be changed while the plan is drafted, and again while it is revised. */
export const WRITABLE_STATES = ['DRAFTING', ...BEING_REVISED] as const satisfies PlanState[]

/** An issued plan never changes: wrong content is replaced, wrong form corrected by a letter. */
export const ISSUED_STATES = PLAN_STATES.slice(PLAN_STATES.indexOf('ISSUED'))

/** A plan is consulted on once, and once more where its new version changed too much. */
export const MOST_ROUNDS = 2

export function isPlanState(text: string): text is PlanState {
  return PLAN_STATES.some((state) => state === text)
}

export function mayMove(from: PlanState, to: PlanState): boolean {
  const next: readonly PlanState[] = PLAN_MOVES[from]
  return next.includes(to)
}

export type PlanMove = { from: PlanState; to: PlanState; reason?: string; roundsHeld: number }

export function obstaclesToMoving(move: PlanMove): Obstacle[] {
  const { from, to } = move
  if (!mayMove(from, to)) return [{ code: 'cycle.plan-cannot-move', params: { from, to } }]
  const obstacles: Obstacle[] = []
  if (to === 'CONSULTING' && move.roundsHeld >= MOST_ROUNDS) {
    obstacles.push({ code: 'cycle.consulted-twice' })
  }
  if (isWayBack(from, to) && !move.reason?.trim()) {
    obstacles.push({ code: 'cycle.reason-needed', at: '/reason' })
  }
  return obstacles
}

function isWayBack(from: PlanState, to: PlanState): boolean {
  return from !== 'AMENDING' && PLAN_STATES.indexOf(to) < PLAN_STATES.indexOf(from)
}

export function isBeingRevised(state: string): boolean {
  return BEING_REVISED.some((each) => each === state)
}
