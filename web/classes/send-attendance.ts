import { teachingRoutes } from '../../domain/classes/teaching.contract.ts'
import { call } from '../call.ts'
import { Problem } from '../problem.ts'
import { queryClient } from '../reading.ts'
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
      if (error instanceof Problem && error.status < 500 && error.status !== 401)
        return { kind: 'refused', reason: reasonOf(error) }
      return { kind: 'unreachable' }
    }
  }
}

function reasonOf({ title, errors }: Problem): string {
  return [title, ...new Set(errors.map(({ detail }) => detail))].join(' ')
}
