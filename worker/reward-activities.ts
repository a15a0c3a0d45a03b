import type { Tx } from '../db/database.ts'
import { closeCouncilByTimer } from '../db/reward/close-council.ts'
import { endFiling } from '../db/reward/council.ts'
import { standingOfCommendation } from '../db/reward/standing.ts'
import type { Ports } from '../workflows/activities.ts'

type InRound = <T>(commendationId: string, work: (tx: Tx) => Promise<T>) => Promise<T>
type Hands = Pick<Ports, 'standingOfCommendation' | 'endFiling' | 'closeCouncil'>

/** The hands of a round of commendation. */
export function rewardActivities(inRound: InRound): Hands {
  return {
    standingOfCommendation: ({ commendationId }) =>
      inRound(commendationId, (tx) => standingOfCommendation(tx, commendationId)),
    endFiling: ({ commendationId }) =>
      inRound(commendationId, (tx) => endFiling(tx, commendationId)),
    closeCouncil: ({ commendationId }) =>
      inRound(commendationId, (tx) => closeCouncilByTimer(tx, commendationId)),
  }
}
