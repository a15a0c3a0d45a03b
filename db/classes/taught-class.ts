import { sql } from 'kysely'
import type { AttendanceMark } from '../../domain/classes/attendance.ts'
import { presenceOf } from '../../domain/classes/attendance.ts'
import { qualityOf } from '../../domain/classes/marks.ts'
import type { TakenMarkView, TaughtSessionView } from '../../domain/classes/teaching.contract.ts'
import type { givenMarkView } from '../../domain/classes/test-marks.contract.ts'
import { teachingDeeds, verdictOnTeaching } from '../../domain/classes/teaching-deeds.ts'
import type { AllowedAction, Caller, Deed } from '../../domain/grammar/deed.ts'
import type { z } from 'zod'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { classOf, type ClassRow, subjectOf } from './class-row.ts'
import { ratingsOf } from './ratings.ts'

export type Session = Omit<TaughtSessionView, 'hasBegun'> & { lecturerOfficialId: string | null }

/** The sessions of a class in their order, with the official behind each lecturer. */
export async function sessionsOf(tx: Tx, classId: string): Promise<Session[]> {
  const rows = await tx
    .selectFrom('classSession')
    .leftJoin('lecturer', 'lecturer.id', 'classSession.lecturerId')
    .select([
      'classSession.id as sessionId',
      'number',
      'startsAt',
      'endsAt',
      'kind',
      'topic',
      'room',
      'lecturerName',
      'lecturer.officialId as lecturerOfficialId',
    ])
    .where('classId', '=', classId)
    .orderBy('number')
    .execute()
  // Held to these words by a check of the table.
  return rows.map(({ kind, ...row }) => ({ ...row, kind: kind as Session['kind'] }))
}

export type Person = {
  nominationId: string
  officialId: string
  fullName: string
  birthYear: number | null
  unitName: string
  position: string
}

/** Who stands on the list of a class, by given name: those whom the reader may see. */
export async function peopleOf(tx: Tx, classId: string): Promise<Person[]> {
  const { rows } = await sql<Person>`
    select nomination_id, official_id, full_name, birth_year, unit_name, position
    from people_of_class(${classId}::uuid) order by sort_name collate vi, nomination_id`.execute(tx)
  return rows
}

export type TakenMark = TakenMarkView & { takenById: string; notedAt: string | null }
export type GivenMark = z.output<typeof givenMarkView>

/** The marks that count, of each trainee by session: the last that was taken. */
export async function attendanceOf(tx: Tx, classId: string) {
  type Row = TakenMark & { nominationId: string; sessionId: string }
  const { rows } = await sql<Row>`
    select distinct on (a.session_id, a.nomination_id) a.nomination_id, a.session_id, a.id::text, a.mark,
      a.because, coalesce(m.full_name, '') as taken_by, a.taken_by as taken_by_id, a.taken_at, a.noted_at
    from attendance a left join markers_of_class(${classId}::uuid) m on m.official_id = a.taken_by
    where a.class_id = ${classId}
    order by a.session_id, a.nomination_id, a.id desc`.execute(tx)
  const byPerson = new Map<string, Map<string, TakenMark>>()
  for (const { nominationId, sessionId, ...mark } of rows) {
    const marks = byPerson.get(nominationId) ?? new Map<string, TakenMark>()
    byPerson.set(nominationId, marks.set(sessionId, mark))
  }
  return byPerson
}

/** The test mark that counts, of each trainee. */
export async function marksOf(tx: Tx, classId: string): Promise<Map<string, GivenMark>> {
  const { rows } = await sql<GivenMark & { nominationId: string }>`
    select distinct on (t.nomination_id) t.nomination_id, t.id::text, t.mark, t.because,
      coalesce(m.full_name, '') as given_by, t.marked_at as given_at
    from test_mark t left join markers_of_class(${classId}::uuid) m on m.official_id = t.marked_by
    where t.class_id = ${classId}
    order by t.nomination_id, t.id desc`.execute(tx)
  return new Map(rows.map(({ nominationId, ...mark }) => [nominationId, mark]))
}

/** Everything that was taught, taken and marked in a class: a fixed number of statements. */
export async function taughtClass({ tx, caller }: Pick<Entered, 'tx' | 'caller'>, classId: string) {
  const trained = await classOf(tx, classId)
  const sessions = await sessionsOf(tx, classId)
  const people = await peopleOf(tx, classId)
  const teaches = teachesIn(sessions, caller)
  if (people.length === 0 && !teaches) await mustOrganise(tx, classId)
  const attendance = await attendanceOf(tx, classId)
  const given = await marksOf(tx, classId)
  const ids = sessions.map(({ sessionId }) => sessionId)
  const results = people.map((person) => {
    const taken = attendance.get(person.nominationId) ?? new Map<string, TakenMark>()
    const mark = given.get(person.nominationId)
    return { person, taken, given: mark, presence: presenceOf(ids, wordsOf(taken)) }
  })
  return { trained, sessions, results, teaches }
}
export type TaughtClass = Awaited<ReturnType<typeof taughtClass>>
export type Result = TaughtClass['results'][number]

export function wordsOf(taken: ReadonlyMap<string, TakenMark>): Map<string, AttendanceMark> {
  return new Map([...taken].map(([sessionId, { mark }]) => [sessionId, mark]))
}

export function teachesIn(sessions: readonly Session[], { officialId }: Caller): boolean {
  return sessions.some(({ lecturerOfficialId }) => lecturerOfficialId === officialId)
}

/** Who has nobody in a class and neither organises nor teaches it does not learn of its list. */
async function mustOrganise(tx: Tx, classId: string): Promise<void> {
  const { rows } = await sql<{ may: boolean }>`
    select app_organises(${classId}::uuid) as may`.execute(tx)
  found(rows[0]?.may ? rows[0] : undefined)
}

/** What all tabs of a class begin with. */
export async function headOf({ tx, caller }: Entered, taught: TaughtClass, at: string) {
  const { trained, results, teaches } = taught
  const {
    id: classId,
    title,
    state,
    minAttendancePercent,
    testRequired,
    passMark,
    maxMark,
  } = trained
  return {
    classId,
    title,
    state,
    minAttendancePercent,
    testRequired,
    passMark,
    maxMark,
    quality: qualityOf(
      results.map(({ presence, given }) => ({ ...presence, mark: given?.mark })),
      trained,
    ),
    ratings: await ratingsOf(tx, trained),
    readAt: at,
    allowedActions: Object.values(teachingDeeds).map((entry) =>
      actionOn(entry, caller, trained, teaches),
    ),
  }
}

function actionOn(entry: Deed, caller: Caller, trained: ClassRow, teaches: boolean): AllowedAction {
  const mayTeach = teaches && entry.by.includes('lecturer')
  const verdict = verdictOnTeaching(entry, caller, { ...subjectOf(trained), teaches: mayTeach })
  return {
    deed: entry.name,
    allowed: verdict.allowed,
    because: verdict.allowed ? null : verdict.code,
    stepUp: entry.stepUp === true,
  }
}

/** What the tabs show of each trainee. */
export function traineeOf({ person, presence }: Result) {
  const { nominationId, fullName, unitName } = person
  const { attended, sessions, percent } = presence
  return { nominationId, fullName, unitName, attended, sessions, percent }
}
