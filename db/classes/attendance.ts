import { isLateCorrection, obstaclesToMarking } from '../../domain/classes/attendance.ts'
import { isOver } from '../../domain/classes/rating.ts'
import {
  type AttendanceForm,
  type AttendanceView,
  teachingRoutes as routes,
} from '../../domain/classes/teaching.contract.ts'
import { teachingDeeds as deeds } from '../../domain/classes/teaching-deeds.ts'
import { pointer } from '../../domain/grammar/obstacle.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { clockOf, type Entered } from '../context.ts'
import { performs, type Stage } from '../performer.ts'
import { enterDeed } from '../register.ts'
import { refuse } from '../revision/standing.ts'
import { found } from '../subject.ts'
import { classForChange, objectOf } from './class-row.ts'
import { followAttendance } from './lecturer-tasks.ts'
import { askForRatings } from './rate.ts'
import { mustStandOnTheList, mustTeach } from './teaching-rights.ts'
import {
  attendanceOf,
  headOf,
  type Person,
  peopleOf,
  type Session,
  sessionsOf,
  type TakenMark,
  taughtClass,
  traineeOf,
} from './taught-class.ts'

/** The list of a class with every mark that counts: one reading, so that it is whole offline. */
export async function attendanceOfClass(
  entered: Entered,
  classId: string,
): Promise<AttendanceView> {
  const { tx, caller } = entered
  const taught = await taughtClass(entered, classId)
  const head = await headOf(entered, taught, await clockOf(tx))
  const may = head.allowedActions.find(({ deed }) => deed === deeds.attendanceTaken.name)
  const organises = caller.grants.some(({ role }) => role === 'classOrganiser')
  return {
    ...head,
    sessions: taught.sessions.map(({ lecturerOfficialId, ...session }) => ({
      ...session,
      hasBegun: session.startsAt <= head.readAt,
      mayTake: may?.allowed === true && (organises || lecturerOfficialId === caller.officialId),
    })),
    trainees: taught.results.map((result) => ({
      ...traineeOf(result),
      position: result.person.position,
      marks: Object.fromEntries([...result.taken].map(([id, mark]) => [id, shown(mark)])),
    })),
  }
}

function shown({ id, mark, because, takenBy, takenAt }: TakenMark) {
  return { id, mark, because, takenBy, takenAt }
}

export const takeAttendance = performs(routes.takeAttendance, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const trained = await classForChange(tx, params.classId)
  const sessions = await sessionsOf(tx, trained.id)
  const session = found(sessions.find(({ sessionId }) => sessionId === params.sessionId))
  const as = mustTeach(deeds.attendanceTaken, caller, trained, [session])
  if (body.notedBy !== caller.officialId)
    throw new Refusal('classes.noted-by-another', 'not-allowed')
  const now = await clockOf(tx)
  if (now < session.startsAt) throw new Refusal('classes.session-not-begun', 'wrong-state')
  const marks = await besideWhatStands(stage, trained.id, session, body.marks)
  const conflicts = marks.filter((wanted) => isConflict(wanted, caller.officialId))
  const taken = marks.filter((wanted) => !conflicts.includes(wanted) && isChange(wanted))
  const people = await peopleOf(tx, trained.id)
  await mustStandOnTheList(tx, people, marks, taken)
  refuse('classes.attendance-not-in-order', obstaclesTo(taken, session, now))
  const { id: classId, federationId } = trained
  await insertMarks(stage, { classId, federationId }, session, taken)
  await followAttendance(tx, trained, caller.officialId)
  if (isOver(trained.state)) await askForRatings(tx, trained)
  const object = objectOf(trained, trained.revision)
  for (const wanted of taken.filter((each) => isLateCorrection(judged(each, session, now))))
    await enterCorrection(stage, as, wanted, { session, people, object })
  return {
    reply: { taken: taken.length, conflicts: conflicts.flatMap(conflictView) },
    as,
    object,
    facts: { title: trained.title, session: session.number, count: taken.length },
    content: { sessionId: session.sessionId, marks: body.marks },
  }
})

async function besideWhatStands(
  { tx }: Stage,
  classId: string,
  { sessionId }: Session,
  marks: AttendanceForm['marks'],
): Promise<Wanted[]> {
  const earlier = await attendanceOf(tx, classId)
  return marks.map((wanted, index) => ({
    ...wanted,
    index,
    earlier: earlier.get(wanted.nominationId)?.get(sessionId),
  }))
}

function conflictView({ nominationId, mark, earlier }: Wanted) {
  return earlier ? { nominationId, mark, theirs: shown(earlier) } : []
}

type Wanted = AttendanceForm['marks'][number] & { index: number; earlier: TakenMark | undefined }

/** Somebody else marked this person otherwise after this device last looked. */
function isConflict({ earlier, seen, mark }: Wanted, officialId: string): boolean {
  if (!earlier || earlier.id === seen || earlier.mark === mark) return false
  return earlier.takenById !== officialId
}

/** Not what stands there already, nor an older tap of the same hand that comes in late. */
function isChange({ earlier, seen, mark, because, notedAt }: Wanted): boolean {
  if (!earlier) return true
  if (earlier.mark === mark && earlier.because === because) return false
  const isOlder = notedAt !== null && earlier.notedAt !== null && notedAt < earlier.notedAt
  return earlier.id === seen || !isOlder
}

function judged({ mark, because, earlier, index }: Wanted, session: Session, now: string) {
  const at = pointer('marks', index)
  return { mark, because, earlier: earlier?.mark ?? null, session, now, at }
}

function obstaclesTo(taken: readonly Wanted[], session: Session, now: string) {
  return taken.flatMap((wanted) => obstaclesToMarking(judged(wanted, session, now)))
}

type Owner = { classId: string; federationId: string }

async function insertMarks(
  { tx, caller }: Stage,
  owner: Owner,
  session: Session,
  taken: readonly Wanted[],
) {
  if (taken.length === 0) return
  await tx
    .insertInto('attendance')
    .values(
      taken.map(({ nominationId, mark, because, notedAt }) => ({
        ...owner,
        sessionId: session.sessionId,
        nominationId,
        mark,
        because,
        notedAt,
        method: 'LIST',
        takenBy: caller.officialId,
      })),
    )
    .execute()
}

type Corrected = {
  session: Session
  people: readonly Person[]
  object: ReturnType<typeof objectOf>
}

/** Each correction has a row of its own in the register, with what stood there before. */
function enterCorrection(
  { tx, caller, key, trace }: Stage,
  as: Parameters<typeof enterDeed>[2],
  { nominationId, mark, because, earlier }: Wanted,
  { session, people, object }: Corrected,
) {
  const name = people.find((person) => person.nominationId === nominationId)?.fullName ?? ''
  return enterDeed(tx, caller, as, {
    deed: 'attendance.corrected',
    object,
    facts: {
      name,
      session: session.number,
      before: earlier?.mark ?? '',
      after: mark,
      reason: because,
    },
    content: {
      nominationId,
      sessionId: session.sessionId,
      before: earlier?.mark ?? null,
      after: mark,
    },
    trace,
    key: `${key}/${nominationId}`,
  })
}
