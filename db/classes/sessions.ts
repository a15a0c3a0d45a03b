import { sql } from 'kysely'
import { obstaclesInTimetable } from '../../domain/classes/clashes.ts'
import type { SessionForm } from '../../domain/classes/forms.contract.ts'
import type { SessionView } from '../../domain/classes/views.contract.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import type { Tx } from '../database.ts'
import { clashGround, placeOf } from './ground.ts'

type Timetable = {
  sessions: readonly SessionForm[]
  venue: string | null
  classId: string | null
  at: string
}

/** The sessions in their order, and everything that stands against them. */
export async function weighTimetable(tx: Tx, { sessions, venue, classId, at }: Timetable) {
  const places = sessions.map((session) => placeOf(session, venue))
  const ground = await clashGround(tx, { places, classId })
  const today = dayOfInstant(at)
  const obstacles: Obstacle[] = [
    ...obstaclesInTimetable(places, { ...ground, today }),
    ...(await notApproved(tx, sessions)),
  ]
  const ordered = sessions
    .map((form, index) => ({ form, place: places[index] ?? placeOf(form, venue) }))
    .toSorted((a, b) => a.place.startsAt.localeCompare(b.place.startsAt))
  return { ordered, obstacles, holidays: ground.holidays }
}
export type Ordered = Awaited<ReturnType<typeof weighTimetable>>['ordered']

/** Only lecturers whom the federation has approved teach (S0.12). */
async function notApproved(tx: Tx, sessions: readonly SessionForm[]): Promise<Obstacle[]> {
  const ids = sessions.flatMap(({ lecturerId }) => (lecturerId ? [lecturerId] : []))
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('lecturer')
    .select('id')
    .where('id', 'in', ids)
    .where('approvedSince', '<=', sql<string>`current_date`)
    .execute()
  const approved = new Set(rows.map(({ id }) => id))
  return sessions.flatMap(({ lecturerId }, index) =>
    lecturerId === null || approved.has(lecturerId)
      ? []
      : [{ code: 'classes.lecturer-not-approved', at: `/sessions/${index}/lecturerId` }],
  )
}

type Owner = { id: string; federationId: string }

/**
 * Lays the sessions that have not begun yet; those that were held stay as they were, and the
 * numbers go on after them. The lecturer's title and unit are those of now (S3.07).
 */
export async function writeSessions(tx: Tx, owner: Owner, ordered: Ordered): Promise<void> {
  const { id: classId, federationId } = owner
  await tx
    .deleteFrom('classSession')
    .where('classId', '=', classId)
    .where('startsAt', '>', sql<string>`clock_timestamp()`)
    .execute()
  const held = await tx
    .selectFrom('classSession')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('classId', '=', classId)
    .executeTakeFirst()
  const last = held?.last ?? 0
  await tx
    .insertInto('classSession')
    .values(
      ordered.map(({ form, place }, index) => ({
        classId,
        federationId,
        number: last + index + 1,
        startsAt: place.startsAt,
        endsAt: place.endsAt,
        kind: form.kind,
        topic: form.topic,
        lecturerId: form.lecturerId,
        room: form.room,
        url: form.url,
      })),
    )
    .execute()
  await nameLecturers(tx, classId)
  await sql`
    update training_class c set starts_on = s.first, ends_on = s.last
    from (select min(starts_at at time zone 'Asia/Ho_Chi_Minh')::date as first,
        max(ends_at at time zone 'Asia/Ho_Chi_Minh')::date as last
      from class_session where class_id = ${classId}) s
    where c.id = ${classId}`.execute(tx)
}

/** Name, title and unit of each lecturer as they are now, written into sessions still to come. */
export async function nameLecturers(tx: Tx, classId: string): Promise<void> {
  await sql`
    update class_session s set lecturer_name = l.full_name, lecturer_title = l.title, lecturer_unit = l.unit_name
    from lecturer l where l.id = s.lecturer_id and s.class_id = ${classId}
      and (s.lecturer_name is null or s.starts_at > clock_timestamp() - interval '1 day')`.execute(
    tx,
  )
}

export async function sessionsOf(tx: Tx, classId: string): Promise<SessionView[]> {
  return tx
    .selectFrom('classSession')
    .select([
      'id as sessionId',
      'number',
      'startsAt',
      'endsAt',
      'kind',
      'topic',
      'lecturerId',
      'lecturerName',
      'lecturerTitle',
      'lecturerUnit',
      'room',
      'url',
    ])
    .where('classId', '=', classId)
    .orderBy('startsAt')
    .execute()
}

/** From the first session to the end of the last. */
export async function spanOf(tx: Tx, classId: string) {
  const row = await tx
    .selectFrom('classSession')
    .select(({ fn }) => [fn.min('startsAt').as('firstStartsAt'), fn.max('endsAt').as('lastEndsAt')])
    .where('classId', '=', classId)
    .executeTakeFirstOrThrow()
  return row
}
