import { type ClassGround, insertClass } from './classes.ts'

/** A class of so many people of the first unit who have all earned their certificate. */
export async function insertCertifying(ground: ClassGround, people: number): Promise<string> {
  const { sql, federation } = ground
  const { classId, sessionIds } = await insertClass(ground, {
    state: 'CERTIFYING',
    seats: people,
    sessions: [{ startsInHours: -30 }],
  })
  const [unit] = federation.units
  await sql(
    `with o as (
       insert into official (federation_id, unit_id, unit_path, full_name, sort_name, sex, birth_year, employment, level,
         position)
       select $1, $2, $3::ltree, 'Học viên ' || i, 'học viên ' || i, 'F', 1990, 'PART_TIME', 'IMMEDIATE_UPPER', 'PRESIDENT'
       from generate_series(1, $7::int) i returning id
     ), n as (
       insert into nomination (federation_id, class_id, unit_id, unit_path, official_id, state, proposed_by)
       select $1, $4, $2, $3::ltree, id, 'CONFIRMED', $6 from o returning id
     ), a as (
       insert into attendance (federation_id, class_id, session_id, nomination_id, mark, method, taken_by)
       select $1, $4, $5, id, 'PRESENT', 'LIST', $6 from n
     )
     insert into test_mark (federation_id, class_id, nomination_id, kind, mark, marked_by)
     select $1, $4, id, 'PAPER', 7, $6 from n`,
    [
      federation.federationId,
      unit?.id,
      unit?.path,
      classId,
      sessionIds[0],
      federation.person('organiser').officialId,
      people,
    ],
  )
  return classId
}
