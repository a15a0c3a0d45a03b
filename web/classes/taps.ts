import type { AttendanceMark } from '../../domain/classes/attendance.ts'
import type { TakenMarkView } from '../../domain/classes/teaching.contract.ts'

/** One tap on one person: what was chosen, and what stood there when it was chosen. */
export type Tap = {
  nominationId: string
  mark: AttendanceMark
  because: string | null
  seen: string | null
  notedAt: string
}

/** Somebody else has marked the same person otherwise: nothing was changed, a person decides. */
export type Clash = { tap: Tap; theirs: TakenMarkView }

/** What became of one sending. Only the server's own word counts as taken. */
export type Sent =
  | { kind: 'taken'; conflicts: { nominationId: string; theirs: TakenMarkView }[] }
  | { kind: 'unreachable' }
  | { kind: 'refused'; reason: string }

/** The last tap on each person. */
export function byPerson(taps: readonly Tap[]): Map<string, Tap> {
  return new Map(taps.map((tap) => [tap.nominationId, tap]))
}

export function clashesIn(
  taps: readonly Tap[],
  conflicts: Extract<Sent, { kind: 'taken' }>['conflicts'],
): Clash[] {
  return conflicts.flatMap(({ nominationId, theirs }) => {
    const tap = taps.find((each) => each.nominationId === nominationId)
    return tap ? { tap, theirs } : []
  })
}
