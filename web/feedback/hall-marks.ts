import type { AttendanceMark, ConferenceView } from '../../domain/feedback/conference.contract.ts'
import type { HallItem } from './hall.ts'

/** Who is there, with what was marked on this machine and is still under way. */
export function marksIn(
  { attendance }: ConferenceView,
  items: readonly HallItem[],
): ReadonlyMap<string, AttendanceMark> {
  const pending = items.flatMap((item) => (item.kind === 'mark' ? [item.mark] : []))
  return new Map([...attendance, ...pending].map((mark) => [mark.unitId, mark]))
}
