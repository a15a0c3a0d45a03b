import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { teachingRoutes } from '../../domain/classes/teaching.contract.ts'
import { useMe } from '../app/me.ts'
import { call } from '../call.ts'
import { browserCopies } from '../kit/autosave/local-copy.ts'
import { Problem } from '../problem.ts'
import { unsent } from '../unsent.ts'
import { createOutbox, type Outbox, type OutboxState, type Sent, type Tap } from './outbox.ts'

const empty: OutboxState = { taps: new Map(), clashes: [], refused: null, isSending: false }

type Of = { classId: string; sessionId: string }

/** The taps of one session on this machine, sent as soon as there is a line. */
export function useOutbox({ classId, sessionId }: Of) {
  const { accountId, officialId } = useMe()
  const client = useQueryClient()
  const [state, setState] = useState(empty)
  const outbox = useRef<Outbox | null>(null)

  useEffect(() => {
    setState(empty)
    const current = createOutbox({
      key: `${accountId}/classes/${classId}/sessions/${sessionId}`,
      page: `${location.pathname}${location.search}`,
      copies: browserCopies,
      send: async (key, taps) => {
        const sent = await sendTaps({ classId, sessionId, officialId }, key, taps)
        if (sent.kind === 'taken')
          await client.invalidateQueries({ queryKey: [teachingRoutes.attendance.path] })
        return sent
      },
      onChange(next) {
        unsent.set(next.taps.size > 0)
        setState(next)
      },
    })
    outbox.current = current
    void current.start()
    const now = () => void current.flush()
    window.addEventListener('online', now)
    return () => {
      window.removeEventListener('online', now)
      void current.flush().finally(() => current.stop())
    }
  }, [accountId, officialId, classId, sessionId, client])

  return {
    state,
    tap: (taps: readonly Tap[]) => void outbox.current?.tap(taps),
    flush: () => void outbox.current?.flush(),
    settle: (...decided: Parameters<Outbox['settle']>) => void outbox.current?.settle(...decided),
  }
}

/** Nothing but the server's own reply is taken for "done": not a foreign page, not a lost line. */
async function sendTaps(
  { classId, sessionId, officialId }: Of & { officialId: string },
  key: string,
  taps: readonly Tap[],
): Promise<Sent> {
  try {
    const body = { notedBy: officialId, marks: [...taps] }
    const params = { classId, sessionId }
    const { conflicts } = await call(teachingRoutes.takeAttendance, { params, body }, { key })
    return { kind: 'taken', conflicts }
  } catch (error) {
    if (error instanceof Problem && error.status < 500 && error.status !== 401)
      return { kind: 'refused', reason: reasonOf(error) }
    return { kind: 'unreachable' }
  }
}

function reasonOf({ title, errors }: Problem): string {
  return [title, ...new Set(errors.map(({ detail }) => detail))].join(' ')
}
