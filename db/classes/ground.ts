import { sql } from 'kysely'
import {
  type ClashGround,
  type SessionPlace,
  type TakenSession,
} from '../../domain/classes/clashes.ts'
import type { SessionForm } from '../../domain/classes/forms.contract.ts'
import { day, instantAt } from '../../domain/grammar/day.ts'
import type { Tx } from '../database.ts'
import { holidaysOf } from '../federation/holidays.ts'

/** As far ahead as the next free day is looked for. */
const horizon = sql`interval '121 days'`

export function placeOf(
  session: Pick<SessionForm, 'day' | 'from' | 'to' | 'lecturerId' | 'room'>,
  venue: string | null,
): SessionPlace {
  const on = day(session.day)
  return {
    startsAt: instantAt(on, session.from),
    endsAt: instantAt(on, session.to),
    lecturerId: session.lecturerId,
    venue,
    room: session.room,
  }
}

type Asking = { places: readonly SessionPlace[]; classId: string | null }

/** What else is held around these sessions, and who of the class sits in it: three statements. */
export async function clashGround(tx: Tx, { places, classId }: Asking): Promise<ClashGround> {
  const starts = places.map(({ startsAt }) => startsAt).toSorted()
  const [first, last] = [starts[0], starts.at(-1)]
  if (!first || !last) return { taken: [], holidays: await holidaysOf(tx) }
  const same = await samePeople(tx, classId)
  const { rows } = await sql<Omit<TakenSession, 'samePeople'> & { classId: string }>`
    select s.class_id, c.code as class_code, s.starts_at, s.ends_at, s.lecturer_id, s.lecturer_name, c.venue, s.room
    from class_session s join training_class c on c.id = s.class_id
    where s.starts_at between ${first}::timestamptz - interval '1 day' and ${last}::timestamptz + ${horizon}
      and c.state not in ('CANCELLED', 'POSTPONED') and c.id is distinct from ${classId}::uuid
    order by s.starts_at`.execute(tx)
  const taken = rows.map(({ classId: other, ...session }) => ({
    ...session,
    samePeople: same.get(other) ?? 0,
  }))
  return { taken, holidays: await holidaysOf(tx) }
}

/** How many people of a class are in each other class that is still to come. */
async function samePeople(tx: Tx, classId: string | null): Promise<Map<string, number>> {
  if (classId === null) return new Map()
  const { rows } = await sql<{ classId: string; count: number }>`
    select b.class_id, count(distinct b.official_id)::integer as count
    from busy_times(array(select official_id from nomination where class_id = ${classId}
      and state not in ('WITHDRAWN', 'REFUSED_BY_EMPLOYER'))) b
    where b.class_id <> ${classId}
    group by b.class_id`.execute(tx)
  return new Map(rows.map((row) => [row.classId, row.count]))
}
