import { randomUUID } from 'node:crypto'
import { attendanceOfClass } from '../../db/classes/attendance.ts'
import { certificatesOfClass } from '../../db/classes/certificates-view.ts'
import { marksOfClass } from '../../db/classes/test-marks.ts'
import { doJobPage } from '../../db/jobs.ts'
import type { AttendanceMark } from '../../domain/classes/attendance.ts'
import { certificateRoutes } from '../../domain/classes/certificates.contract.ts'
import type { ClassState } from '../../domain/classes/class-state.ts'
import { teachingRoutes } from '../../domain/classes/teaching.contract.ts'
import { testMarkRoutes } from '../../domain/classes/test-marks.contract.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { insertLecturer, type MadeClass, type SessionWish } from './arranged/classes.ts'
import { openClassDesk } from './class-desk.ts'

export type Tap = {
  mark?: AttendanceMark
  because?: string
  seen?: string | null
  notedAt?: string
}
type Wish = { state?: ClassState; people?: number; sessions?: SessionWish[] }
type Taking = { session?: number; key?: string; as?: string }
type Given = { mark: number | null; because?: string; seen?: string }

/** Who holds the role of a lecturer, and teaches the sessions of these classes. */
export const lecturer = 'member4'

/** A class desk with a lecturer, and what is done between the first session and the closed class. */
export async function openTeachingDesk() {
  const desk = await openClassDesk()
  const { officialId } = desk.federation.person(lecturer)
  await desk.sql(`update role_grant set role = 'lecturer' where official_id = $1`, [officialId])
  const lecturerId = await insertLecturer(desk, { officialId })
  const yesterday = [{ startsInHours: -30, lecturerId }]

  const taught = ({ state = 'RUNNING', people = 3, sessions }: Wish = {}) =>
    desk.insert({
      state,
      seats: people,
      sessions: sessions ?? [
        { startsInHours: -2, lecturerId },
        { startsInHours: 20, lecturerId },
      ],
      nominees: Array.from({ length: people }, (_, index) => ({
        unit: (index % 3) + 1,
        state: 'CONFIRMED' as const,
      })),
    })

  const take = (who: string, made: MadeClass, taps: Tap[], { session = 0, key, as }: Taking = {}) =>
    desk.does(
      who,
      teachingRoutes.takeAttendance,
      {
        params: { classId: made.classId, sessionId: made.sessionIds[session] ?? '' },
        body: {
          notedBy: desk.federation.person(as ?? who).officialId,
          marks: taps.map((tap, index) => ({
            nominationId: made.nominationIds[index] ?? '',
            mark: 'PRESENT' as const,
            ...tap,
          })),
        },
      },
      { key: key ?? randomUUID() },
    )

  const mark = (who: string, { classId, nominationIds }: MadeClass, given: Given[]) =>
    desk.does(who, testMarkRoutes.giveMarks, {
      params: { classId },
      body: {
        marks: given.map((each, index) => ({ nominationId: nominationIds[index] ?? '', ...each })),
      },
    })

  const certificates = ({ classId }: MadeClass) =>
    desk.reads('organiser', (entered) => certificatesOfClass(entered, classId))

  const issue = ({ classId }: MadeClass, issuedOn: string = dayOfInstant(new Date())) =>
    desk.does('organiser', certificateRoutes.issueCertificates, {
      params: { classId },
      body: { issuedOn, signerId: desk.federation.person('leader').officialId },
    })

  return {
    ...desk,
    lecturerId,
    yesterday,
    taught,
    take,
    mark,
    certificates,
    issue,
    attendance: (who: string, { classId }: MadeClass) =>
      desk.reads(who, (entered) => attendanceOfClass(entered, classId)),
    marks: (who: string, { classId }: MadeClass) =>
      desk.reads(who, (entered) => marksOfClass(entered, classId)),
    closeMarking: ({ classId }: MadeClass) =>
      desk.does('organiser', teachingRoutes.closeMarking, { params: { classId }, body: {} }),
    settle: ({ classId }: MadeClass) =>
      desk.does('organiser', teachingRoutes.settleClass, { params: { classId }, body: {} }),
    /** Held yesterday, everybody there, everybody passed. */
    async readyToCertify(people: number): Promise<MadeClass> {
      const made = await taught({ state: 'MARKING', people, sessions: yesterday })
      const each = Array.from({ length: people })
      await take(
        lecturer,
        made,
        each.map(() => ({})),
      )
      await mark(
        lecturer,
        made,
        each.map(() => ({ mark: 7 })),
      )
      return made
    },
    async issued(made: MadeClass) {
      const { jobId } = await issue(made)
      for (;;) if ((await desk.inSystem((tx) => doJobPage(tx, jobId))).left === 0) break
      return certificates(made)
    },
  }
}
export type TeachingDesk = Awaited<ReturnType<typeof openTeachingDesk>>
