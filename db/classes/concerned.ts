import { sql } from 'kysely'
import type { ConcernedView } from '../../domain/classes/views.contract.ts'
import type { Tx } from '../database.ts'

type Concerned = { trainees: string[]; lecturers: string[]; unitIds: string[] }

/** Whom it concerns when a class is moved or called off: its people, who teach it, who sends. */
export async function concernedIn(tx: Tx, classId: string): Promise<Concerned> {
  const { rows } = await sql<Concerned>`
    with living as (
      select official_id, unit_id from nomination where class_id = ${classId}
        and state not in ('WITHDRAWN', 'REFUSED_BY_EMPLOYER')
    )
    select array(select official_id from living) as trainees,
      array(select distinct l.official_id from class_session s join lecturer l on l.id = s.lecturer_id
        where s.class_id = ${classId} and l.official_id is not null) as lecturers,
      array(select unit_id from class_quota where class_id = ${classId} and seats > given_back
        union select unit_id from living) as unit_ids`.execute(tx)
  return rows[0] ?? { trainees: [], lecturers: [], unitIds: [] }
}

/** How many of each: what an organiser reads before the letters go out. */
export async function concernedView(tx: Tx, classId: string): Promise<ConcernedView> {
  const { trainees, lecturers, unitIds } = await concernedIn(tx, classId)
  return { trainees: trainees.length, lecturers: lecturers.length, units: unitIds.length }
}
