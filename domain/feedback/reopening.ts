import { isBeingRevised, MOST_ROUNDS } from '../cycle/plan-state.ts'
import type { Obstacle } from '../grammar/obstacle.ts'

type Consulted = { state: string }

export type Reopening = {
  /** How many rounds the year has had. */
  roundsHeld: number
  phase: string
  plans: readonly Consulted[]
  /** Units of the closed round that are still there to be asked. */
  units: number
}

/** Those of a round's drafts that may go out once more: while they are revised, and not after. */
export function plansToReopen<P extends Consulted>(phase: string, plans: readonly P[]): P[] {
  return phase === 'revision' ? plans.filter(({ state }) => isBeingRevised(state)) : []
}

/** Why the units of a closed round cannot be asked once more. */
export function obstaclesToReopening({ roundsHeld, phase, plans, units }: Reopening): Obstacle[] {
  if (roundsHeld >= MOST_ROUNDS) return [{ code: 'feedback.reopened-once' }]
  if (plansToReopen(phase, plans).length === 0) return [{ code: 'feedback.nothing-to-reopen' }]
  return units === 0 ? [{ code: 'feedback.nobody-invited' }] : []
}
