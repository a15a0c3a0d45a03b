import { sql } from 'kysely'
import type { MeetingKind } from '../../domain/feedback/conference.ts'
import { dayOfInstant, timeOfInstant } from '../../domain/grammar/day.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { conferencesOfRound } from './conference-row.ts'
import { linkOf } from './round-link.ts'
import type { RoundRow } from './round.ts'

type Telling = { kind: MeetingKind; eventKey: string; textKey: string }

/** When, where and under whom, to the key-holders of every unit that is invited: one statement. */
export async function tellInvited(
  tx: Tx,
  round: RoundRow,
  { kind, eventKey, textKey }: Telling,
): Promise<void> {
  const meeting = found((await conferencesOfRound(tx, round.id)).find((one) => one.kind === kind))
  const params = {
    planYear: round.planYear,
    meeting: kind,
    day: dayOfInstant(meeting.startsAt),
    from: timeOfInstant(meeting.startsAt),
    to: timeOfInstant(meeting.endsAt),
    place: meeting.place,
    chair: meeting.chairName,
    agenda: meeting.agenda,
  }
  await sql`
    insert into letter (federation_id, official_id, unit_id, event_key, text_key, params, link)
    select distinct on (g.official_id) g.federation_id, g.official_id, g.unit_id, ${eventKey}, ${textKey},
      ${JSON.stringify(params)}::jsonb, ${linkOf(round)}
    from role_grant g join answer a on a.unit_id = g.unit_id and a.round_id = ${round.id}::uuid
    where g.federation_id = ${round.federationId}::uuid and g.role in ('unitDrafter', 'unitHead')
      and g.since <= current_date and (g.until is null or g.until >= current_date)
      and a.state <> 'EXCUSED'
    on conflict do nothing`.execute(tx)
}
