import type { Tx } from '../database.ts'
import { comeToConference, conferenceMoment } from './conference-moments.ts'
import { remindOpen } from './remind.ts'

/** A moment for which the process of a round has waited: a reminder, or something of its conferences. */
export async function comeToMomentOfRound(tx: Tx, roundId: string, moment: string): Promise<void> {
  const ofConference = conferenceMoment(moment)
  if (ofConference) await comeToConference(tx, ofConference)
  else await remindOpen(tx, roundId, moment)
}
