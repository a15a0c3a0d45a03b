import { demoTrainee } from '../../db/demo/office-people.ts'
import type { AttendanceMark } from '../../domain/classes/attendance.ts'
import { certificateRoutes } from '../../domain/classes/certificates.contract.ts'
import { classesRoutes } from '../../domain/classes/classes.contract.ts'
import type { ClassState } from '../../domain/classes/class-state.ts'
import { teachingRoutes } from '../../domain/classes/teaching.contract.ts'
import { testMarkRoutes } from '../../domain/classes/test-marks.contract.ts'
import { federationRoutes } from '../../domain/federation/federation.contract.ts'
import type { DemoOfficial } from './office.ts'

const taught: readonly ClassState[] = ['MARKING', 'CERTIFYING', 'SETTLED', 'CLOSED']

/** Everybody is marked in each session that is over; one came late, one had a reason to be away. */
export async function takeAttendance(teacher: DemoOfficial, classId: string): Promise<void> {
  const params = { classId }
  const { officialId: notedBy } = await teacher.reads(federationRoutes.me, {})
  const { sessions, trainees, readAt } = await teacher.reads(teachingRoutes.attendance, { params })
  const over = sessions.filter(({ endsAt, mayTake }) => endsAt <= readAt && mayTake)
  for (const [index, { sessionId }] of over.entries()) {
    const unmarked = trainees.filter(({ marks: taken }) => taken[sessionId] === undefined)
    if (unmarked.length === 0) continue
    await teacher.does(`${classId}/${sessionId}/attendance`, teachingRoutes.takeAttendance, {
      params: { classId, sessionId },
      body: {
        notedBy,
        marks: unmarked.map(({ nominationId, fullName }, place) => {
          const mark = fullName === demoTrainee.fullName ? 'PRESENT' : markAt(place, index)
          return { nominationId, mark, because: mark === 'EXCUSED' ? 'Con ốm, có báo trước' : null }
        }),
      },
    })
  }
}

function markAt(place: number, session: number): AttendanceMark {
  if (place === 3) return 'EXCUSED'
  return place === session + 1 ? 'LATE' : 'PRESENT'
}

const marks = [8.5, 7, 9, 6.5, 8, 4, 7.5, 8] as const

/** From the last session to certificates in hand; what is left is to close the class. */
export async function certify(organiser: DemoOfficial, classId: string): Promise<void> {
  const params = { classId }
  const state = await untilTaught(organiser, classId)
  if (state === 'MARKING') {
    await takeAttendance(organiser, classId)
    const { trainees } = await organiser.reads(testMarkRoutes.marks, { params })
    await organiser.does(`${classId}/marks`, testMarkRoutes.giveMarks, {
      params,
      body: {
        marks: trainees.map(({ nominationId, fullName }, place) => ({
          nominationId,
          mark: fullName === demoTrainee.fullName ? 9 : (marks[place % marks.length] ?? 7),
        })),
      },
    })
    await organiser.does(`${classId}/close-marking`, teachingRoutes.closeMarking, { params })
  }
  if (state !== 'MARKING' && state !== 'CERTIFYING') return
  await issue(organiser, classId)
  await organiser.does(`${classId}/settle`, teachingRoutes.settleClass, { params })
}

async function issue(organiser: DemoOfficial, classId: string): Promise<void> {
  const params = { classId }
  const { eligible, signers, today } = await certificatesOf(organiser, classId)
  const [signer] = signers
  if (eligible.length > 0 && signer)
    await organiser.does(`${classId}/certificates`, certificateRoutes.issueCertificates, {
      params,
      body: { issuedOn: today, signerId: signer.officialId },
    })
  await until(async () => {
    const now = await certificatesOf(organiser, classId)
    return now.eligible.length === 0 && now.job?.state === 'DONE'
  })
}

function certificatesOf(organiser: DemoOfficial, classId: string) {
  return organiser.reads(certificateRoutes.certificates, { params: { classId } })
}

async function untilTaught(organiser: DemoOfficial, classId: string): Promise<ClassState> {
  const read = async () =>
    (await organiser.reads(classesRoutes.trainingClass, { params: { classId } })).state
  await until(async () => taught.includes(await read()))
  return read()
}

/** The process of the class, or a job, goes on by itself; a moment later it is seen. */
async function until(isSo: () => Promise<boolean>, triesLeft = 150): Promise<void> {
  if (await isSo()) return
  if (triesLeft === 0) throw new Error('a class of the demo did not go on')
  await new Promise((resolve) => setTimeout(resolve, 100))
  return until(isSo, triesLeft - 1)
}
