import { sql } from 'kysely'
import type { AttendanceMark } from '../../domain/classes/attendance.ts'
import { presenceOf } from '../../domain/classes/attendance.ts'
import { isLiving } from '../../domain/classes/class-state.ts'
import { classDeeds as deeds } from '../../domain/classes/deeds.ts'
import type {
  LearningView,
  LearntClassView,
  TaughtSession,
} from '../../domain/classes/learning.contract.ts'
import { gradeOf } from '../../domain/classes/marks.ts'
import { obstaclesToRating, SATISFACTION, USEFULNESS, wordOf } from '../../domain/classes/rating.ts'
import type { GivenRatingView } from '../../domain/classes/rating.contract.ts'
import { allowedActions, type Deed } from '../../domain/grammar/deed.ts'
import { clockOf, type Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'

type Row = Omit<
  LearntClassView,
  'sessions' | 'attended' | 'percent' | 'grade' | 'rating' | 'allowedActions'
> & {
  passMark: number
  maxMark: number
  yearIsClosed: boolean
  said: Said | null
}
type Said = { satisfaction: number; usefulness: number; remark: string | null; ratedAt: string }
type SessionRow = LearntClassView['sessions'][number] & { nominationId: string }

/** The learning record of an official, the latest class first: three statements for any length. */
export async function learningOf(
  { tx, caller }: Entered,
  officialId: string,
): Promise<LearningView> {
  const { fullName } = found(
    await tx
      .selectFrom('official')
      .select('fullName')
      .where('id', '=', officialId)
      .executeTakeFirst(),
  )
  const sessions = await sessionsOfLearner(tx, officialId)
  const classes = (await classesOfLearner(tx, officialId)).map(
    ({ passMark, maxMark, yearIsClosed, said, ...row }): LearntClassView => {
      const own = sessions.filter(({ nominationId }) => nominationId === row.nominationId)
      const marks = new Map(
        own.flatMap(({ sessionId, mark }): [string, AttendanceMark][] =>
          mark ? [[sessionId, mark]] : [],
        ),
      )
      const ids = own.map(({ sessionId }) => sessionId)
      const { attended, percent } = presenceOf(ids, marks)
      const rule = { passMark, maxMark, testRequired: true }
      return {
        ...row,
        sessions: own.map(({ nominationId: _, ...session }) => session),
        attended,
        percent,
        grade: row.mark === null ? null : gradeOf(row.mark, rule),
        rating: said && ratingOf(said),
        allowedActions: allowedActions(
          deedsOn({ state: row.nominationState, attended, yearIsClosed }),
          caller,
          { officialId, state: row.state },
        ),
      }
    },
  )
  return { officialId, fullName, classes }
}

/** A seat is resigned while it is held; a class is rated by whoever was there, while the year is open. */
function deedsOn(standing: Parameters<typeof obstaclesToRating>[0]): Deed[] {
  return [
    ...(isLiving(standing.state) ? [deeds.seatResigned] : []),
    ...(obstaclesToRating(standing).length === 0 ? [deeds.classRated] : []),
  ]
}

function ratingOf({ satisfaction, usefulness, ...said }: Said): GivenRatingView {
  return {
    ...said,
    satisfaction: wordOf(SATISFACTION, satisfaction),
    usefulness: wordOf(USEFULNESS, usefulness),
  }
}

async function classesOfLearner(tx: Tx, officialId: string): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select c.id as class_id, n.id as nomination_id, c.code, c.title, c.state, n.state as nomination_state,
      u.name as organiser_name, c.venue, c.calendar_sequence, c.pass_mark, c.max_mark, t.mark,
      y.closed_at is not null as year_is_closed,
      case when r.nomination_id is not null then jsonb_build_object('satisfaction', r.satisfaction,
        'usefulness', r.usefulness, 'remark', r.remark, 'ratedAt', r.rated_at) end as said,
      case when t.id is not null then t.mark is not null end as sat_test,
      (select jsonb_build_object('certificateId', k.id, 'registerNo', k.register_no, 'issuedOn', k.issued_on,
          'state', k.state)
        from certificate k where k.nomination_id = n.id order by k.issued_at desc limit 1) as certificate
    from nomination n
    join training_class c on c.id = n.class_id
    join unit u on u.id = c.organiser_unit_id
    join cycle y on y.id = c.cycle_id
    left join class_rating r on r.nomination_id = n.id
    left join lateral (
      select id, mark from test_mark where class_id = c.id and nomination_id = n.id order by id desc limit 1) t on true
    where n.official_id = ${officialId}
    order by c.starts_on desc nulls last, n.id`.execute(tx)
  return rows
}

async function sessionsOfLearner(tx: Tx, officialId: string): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select n.id as nomination_id, s.id as session_id, s.number, s.starts_at, s.ends_at, s.kind, s.topic, s.room,
      s.lecturer_name, s.starts_at <= clock_timestamp() as has_begun,
      (select a.mark from attendance a where a.session_id = s.id and a.nomination_id = n.id
        order by a.id desc limit 1) as mark
    from nomination n join class_session s on s.class_id = n.class_id
    where n.official_id = ${officialId}
    order by s.starts_at`.execute(tx)
  return rows
}

/** The sessions that the person at the screen teaches, in the order of time. */
export async function teachingOf({ tx, caller }: Entered) {
  const { rows } = await sql<TaughtSession>`
    select s.id as session_id, s.number, s.starts_at, s.ends_at, s.kind, s.topic, s.room, s.lecturer_name,
      s.starts_at <= clock_timestamp() as has_begun, c.id as class_id, c.title as class_title,
      c.state as class_state, c.venue, c.calendar_sequence,
      (select count(*)::integer from people_of_class(c.id)) as trainees,
      (select count(distinct a.nomination_id)::integer from attendance a where a.session_id = s.id) as marked
    from class_session s
    join lecturer l on l.id = s.lecturer_id
    join training_class c on c.id = s.class_id
    where l.official_id = ${caller.officialId}
      and c.state not in ('PLANNED', 'CANCELLED')
    order by s.starts_at`.execute(tx)
  return { readAt: await clockOf(tx), sessions: rows }
}
