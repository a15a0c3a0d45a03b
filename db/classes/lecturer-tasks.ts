import { sql } from 'kysely'
import { attendanceDueAt } from '../../domain/classes/class-calendar.ts'
import type { Tx } from '../database.ts'
import { holidaysOf } from '../federation/holidays.ts'
import { endTasks, openTasks } from '../tasks.ts'
import { organiserTask } from './announce.ts'
import type { ClassRow } from './class-row.ts'

const KIND = 'classes.takeAttendance'

/** Whoever teaches a class that has begun is asked by name to say who is there. */
export async function askLecturers(tx: Tx, trained: ClassRow): Promise<void> {
  const due = await attendanceDue(tx, trained.id)
  await openTasks(
    tx,
    due.map(({ officialId, dueAt }) => ({
      ...organiserTask(trained, { kind: KIND, dueAt, part: 'attendance' }),
      role: 'lecturer' as const,
      departmentId: null,
      officialId,
    })),
  )
  await writeDue(tx, trained.id, due)
}

type Due = { officialId: string; dueAt: string }

/** One task for all sessions of a lecturer: it is due for the first of them that is not whole yet. */
async function attendanceDue(tx: Tx, classId: string): Promise<Due[]> {
  const { rows } = await sql<{ officialId: string; endsAt: string }>`
    select l.official_id, coalesce(min(s.ends_at) filter (where exists (
        select from people_of_class(${classId}::uuid) p where not exists (
          select from attendance a where a.session_id = s.id and a.nomination_id = p.nomination_id))),
      min(s.ends_at)) as ends_at
    from class_session s join lecturer l on l.id = s.lecturer_id
    where s.class_id = ${classId}::uuid and l.official_id is not null
    group by l.official_id`.execute(tx)
  const holidays = await holidaysOf(tx)
  return rows.map(({ officialId, endsAt }) => ({
    officialId,
    dueAt: attendanceDueAt(endsAt, holidays),
  }))
}

async function writeDue(tx: Tx, classId: string, due: readonly Due[]): Promise<void> {
  await sql`
    update task t set due_at = d."dueAt"
    from jsonb_to_recordset(${JSON.stringify(due)}::jsonb) as d("officialId" uuid, "dueAt" timestamptz)
    where t.kind = ${KIND} and t.object_id = ${classId}::uuid and t.done_at is null
      and t.official_id = d."officialId" and t.due_at is distinct from d."dueAt"`.execute(tx)
}

/**
 * Once everybody is marked in every session of a lecturer, by whomever, nothing is left to do; until
 * then the next session that is not whole says by when.
 */
export async function followAttendance(
  tx: Tx,
  { id: classId }: Pick<ClassRow, 'id'>,
  by: string,
): Promise<void> {
  await sql`
    update task t set done_at = clock_timestamp(), done_by = ${by}::uuid
    where t.kind = ${KIND} and t.object_id = ${classId}::uuid and t.done_at is null and not exists (
      select from class_session s
      join lecturer l on l.id = s.lecturer_id
      cross join people_of_class(${classId}::uuid) p
      where s.class_id = ${classId} and l.official_id = t.official_id and not exists (
        select from attendance a where a.session_id = s.id and a.nomination_id = p.nomination_id))`.execute(
    tx,
  )
  await writeDue(tx, classId, await attendanceDue(tx, classId))
}

export async function endLecturerTasks(
  tx: Tx,
  { id }: Pick<ClassRow, 'id'>,
  because: string,
): Promise<void> {
  await endTasks(tx, { kinds: [KIND], objectIds: [id], because })
}
