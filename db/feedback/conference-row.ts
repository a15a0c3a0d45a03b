import type { MeetingKind } from '../../domain/feedback/conference.ts'
import type { RoundState } from '../../domain/feedback/round.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { notOpenYet } from './office.ts'

export type ConferenceRow = Awaited<ReturnType<typeof conferenceForChange>>

function conferences(tx: Tx) {
  return tx
    .selectFrom('conference')
    .innerJoin('round', 'round.id', 'conference.roundId')
    .innerJoin('cycle', 'cycle.id', 'round.cycleId')
    .select([
      'conference.id',
      'conference.federationId',
      'conference.roundId',
      // the column's check says which they are
      'conference.kind',
      'conference.state',
      'conference.startsAt',
      'conference.endsAt',
      'conference.place',
      'conference.agenda',
      'conference.chairId',
      'conference.chairName',
      'conference.secretaryId',
      'conference.secretaryName',
      'conference.minutesDueAt',
      'conference.endedAt',
      'conference.minutesRemindedAt',
      'conference.revision',
      'round.state as roundState',
      'round.opensAt',
      'round.processId',
      'round.cycleId',
      'cycle.unitId',
      'cycle.planYear',
    ])
    .$narrowType<{ kind: MeetingKind; roundState: RoundState }>()
}

/** Held until the end of the transaction: what is recorded and what is signed come one after the other. */
export async function conferenceForChange(tx: Tx, conferenceId: string) {
  const row = await conferences(tx)
    .where('conference.id', '=', conferenceId)
    .forUpdate('conference')
    .executeTakeFirst()
  return found(row)
}

export async function conferenceById(tx: Tx, conferenceId: string): Promise<ConferenceRow> {
  return found(await conferences(tx).where('conference.id', '=', conferenceId).executeTakeFirst())
}

export function conferencesOfRound(tx: Tx, roundId: string): Promise<ConferenceRow[]> {
  return conferences(tx)
    .where('conference.roundId', '=', roundId)
    .orderBy('conference.kind')
    .execute()
}

/** Nobody is invited to it, and nothing can be taken down of it, before its round is open. */
export function mustBeOpen({ roundState, opensAt }: ConferenceRow): void {
  if (roundState === 'PLANNED') throw notOpenYet({ opensAt })
}

/** Where the department works on it. */
export function pageOf({ planYear }: { planYear: number }): string {
  return `/cycles/${planYear}/feedback/conferences`
}

/** What the register keeps of a deed on it. */
export function objectOf(conference: ConferenceRow, revision = conference.revision) {
  const { id, cycleId } = conference
  return { type: 'conference', id, revision, cycleId, unitId: null }
}
