import { ATTENDANCE_MARKS, type AttendanceMark } from '../../domain/classes/attendance.ts'
import type { AttendanceView } from '../../domain/classes/teaching.contract.ts'
import type { Tap } from './taps.ts'

export type Trainee = AttendanceView['trainees'][number]
export type Session = AttendanceView['sessions'][number]

/** The mark that is shown: the tap that is not sent yet, or what the server has. */
export function markOf(
  { nominationId, marks }: Trainee,
  sessionId: string,
  taps: ReadonlyMap<string, Tap>,
): AttendanceMark | null {
  return taps.get(nominationId)?.mark ?? marks[sessionId]?.mark ?? null
}

/** How many of each, with the taps of this device among them. */
export function countsOf(
  trainees: readonly Trainee[],
  sessionId: string,
  taps: ReadonlyMap<string, Tap>,
) {
  const marks = trainees.map((trainee) => markOf(trainee, sessionId, taps))
  const count = (mark: AttendanceMark) => marks.filter((each) => each === mark).length
  const [present = 0, late = 0, absent = 0, excused = 0] = ATTENDANCE_MARKS.map(count)
  const taken = present + late + absent + excused
  return { present, late, absent, excused, taken, left: trainees.length - taken }
}
