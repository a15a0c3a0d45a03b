import { dayOfInstant, timeOfInstant, writeDay } from '../../domain/grammar/day.ts'
import type { Deed, Grant } from '../../domain/grammar/deed.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Performed, Stage } from '../performer.ts'
import type { Facts } from '../register.ts'
import type { RoundRow } from './round.ts'

/** The gate of what the offices do about a round: who they are, and that it stands as the deed needs it. */
export function officeOf({ caller }: Stage, deed: Deed, round: RoundRow): Grant {
  const as = mustAllow({ ...deed, in: null }, caller, { unitId: round.unitId })
  if (deed.in && !deed.in.includes(round.state)) throw notNow(round)
  return as
}

function notNow(round: RoundRow): Refusal {
  switch (round.state) {
    case 'PLANNED':
      return notOpenYet(round)
    case 'OPEN':
      return new Refusal('feedback.round-open', 'wrong-state')
    case 'CLOSED':
      return new Refusal('feedback.round-closed', 'wrong-state', {
        params: { closedAt: round.closedAt ?? '' },
      })
  }
}

export function notOpenYet({ opensAt }: { opensAt: string }): Refusal {
  const params = { time: timeOfInstant(opensAt), day: writeDay(dayOfInstant(opensAt)) }
  return new Refusal('feedback.round-not-open', 'wrong-state', { params })
}

type Told<Reply> = { as: Grant; reply: Reply; facts: Facts; unitId?: string }

/** What the register keeps of it. */
export function toldOfRound<Reply>(
  round: RoundRow,
  { facts, unitId, ...done }: Told<Reply>,
): Performed<Reply> {
  return {
    ...done,
    object: {
      type: 'round',
      id: round.id,
      revision: round.revision,
      cycleId: round.cycleId,
      unitId: unitId ?? null,
    },
    facts: { planYear: round.planYear, ...facts },
  }
}

export function mustBePossible(obstacles: readonly Obstacle[]): void {
  const [first] = obstacles
  if (!first) return
  const faults = obstacles.flatMap(({ code, at, params }) =>
    at ? [{ code, at, ...(params && { params }) }] : [],
  )
  const kind = faults.length > 0 ? 'invalid' : 'wrong-state'
  throw new Refusal(first.code, kind, { ...(first.params && { params: first.params }), faults })
}
