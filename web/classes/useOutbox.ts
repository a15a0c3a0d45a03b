import { useMe } from '../app/me.ts'
import { useBox } from '../kit/autosave/box.ts'
import type { Outbox } from './outbox.ts'
import { attendanceBox, documentOf } from './send-attendance.ts'
import type { Tap } from './taps.ts'

type Of = { classId: string; sessionId: string }

/** The taps of one session on this machine, sent as soon as there is a line. */
export function useOutbox({ classId, sessionId }: Of) {
  const { accountId, officialId } = useMe()
  const document = documentOf({ accountId, officialId, classId, sessionId })
  const { state, box: outbox } = useBox(attendanceBox, document)
  return {
    state,
    tap: (taps: readonly Tap[]) => void outbox.current?.tap(taps),
    flush: () => void outbox.current?.flush(),
    settle: (...decided: Parameters<Outbox['settle']>) => void outbox.current?.settle(...decided),
  }
}
