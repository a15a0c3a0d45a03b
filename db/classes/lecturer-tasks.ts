import { sql } from 'kysely'
import type { Tx } from '../database.ts'
import { endTasks, openTasks } from '../tasks.ts'
import { organiserTask } from './announce.ts'
import type { ClassRow } from './class-row.ts'

const KIND = 'classes.takeAttendance'

/** Whoever teaches a class that has begun is asked by name to say who is there. */
export async function askLecturers(tx: Tx, trained: ClassRow): Promise<void> {
  const lecturers = await tx
    .selectFrom('classSession')
    .innerJoin('lecturer', 'lecturer.id', 'classSession.lecturerId')
    .select('lecturer.officialId')
    .distinct()
    .where('classSession.classId', '=', trained.id)
    .execute()
  await openTasks(
    tx,
    lecturers.flatMap(({ officialId }) =>
      officialId
        ? [
            {
              ...organiserTask(trained, { kind: KIND, dueAt: null, part: 'attendance' }),
              role: 'lecturer' as const,
              departmentId: null,
              officialId,
            },
          ]
        : [],
    ),
  )
}

/** Once everybody is marked in every session of a lecturer, by whomever, nothing is left to do. */
export async function finishWholeAttendance(
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
}

export async function endLecturerTasks(
  tx: Tx,
  { id }: Pick<ClassRow, 'id'>,
  because: string,
): Promise<void> {
  await endTasks(tx, { kinds: [KIND], objectIds: [id], because })
}
