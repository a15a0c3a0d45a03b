import { teachingRoutes } from '../../domain/classes/teaching.contract.ts'
import { call } from '../call.ts'
import { type BoxKind, refusalIn } from '../kit/autosave/box.ts'
import { queryClient } from '../reading.ts'
import { Outbox, type OutboxState } from './outbox.ts'
import type { Sent, Tap } from './taps.ts'

type Place = { accountId: string; officialId: string; classId: string; sessionId: string }

/** The name of what was tapped on this machine; all that is needed to send it stands in it. */
export function documentOf({ accountId, officialId, classId, sessionId }: Place): string {
  return [accountId, 'attendance', officialId, classId, sessionId].join('/')
}

/** Sends the taps of such a document. Nothing but the server's own reply is taken for "done". */
export function senderOf(document: string) {
  const [, , notedBy = '', classId = '', sessionId = ''] = document.split('/')
  return async (key: string, taps: readonly Tap[]): Promise<Sent> => {
    try {
      const params = { classId, sessionId }
      const body = { notedBy, marks: [...taps] }
      const { conflicts } = await call(teachingRoutes.takeAttendance, { params, body }, { key })
      await queryClient.invalidateQueries({ queryKey: [teachingRoutes.attendance.path] })
      return { kind: 'taken', conflicts }
    } catch (error) {
      const reason = refusalIn(error)
      return reason === null ? { kind: 'unreachable' } : { kind: 'refused', reason }
    }
  }
}

export const attendanceBox: BoxKind<OutboxState, Outbox> = {
  empty: { taps: new Map(), clashes: [], refused: null, isSending: false },
  open: (options) => new Outbox({ ...options, send: senderOf(options.document) }),
  unsentIn: ({ taps }) => (taps.size > 0 ? { isKept: true } : null),
}
