import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { dayOfInstant, timeOfInstant } from '../../domain/grammar/day.ts'
import { type AttendanceView, teachingRoutes } from '../../domain/classes/teaching.contract.ts'
import { Button } from '../kit/Button.tsx'
import { Empty, Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { AttendanceClashes } from './AttendanceClashes.tsx'
import { AttendanceList } from './AttendanceList.tsx'
import { keepForOffline } from './offline.ts'
import { TaughtHead } from './TaughtHead.tsx'
import { SentWord } from './SentWord.tsx'
import { countsOf, markOf, type Session, type Trainee } from './taken.ts'
import styles from './teaching.module.css'
import { useOutbox } from './useOutbox.ts'
import { dayAndTime } from './teaching-words.ts'
import type { Tap } from './taps.ts'

/** Who is there, session by session: one tap for each, also in a hall without a line. */
export function AttendancePage() {
  const { id: classId = '' } = useParams({ strict: false })
  const found = useReading(teachingRoutes.attendance, { params: { classId } })
  const isThere = found.data !== undefined
  useEffect(() => {
    if (isThere) keepForOffline()
  }, [isThere])
  return <Shown reading={found}>{(view) => <Sessions view={view} />}</Shown>
}

function Sessions({ view }: { view: AttendanceView }) {
  const t = useText()
  const { sessions } = view
  const [chosen, setChosen] = useState<string | null>(null)
  const session = sessions.find(({ sessionId }) => sessionId === chosen) ?? current(view)
  if (!session) return <Empty>{t('classes.teaching.attendance.noSessions')}</Empty>
  return (
    <>
      <TaughtHead view={view} part="attendance" />
      <div className={styles.sessions} role="group" aria-label={t('classes.teaching.sessions')}>
        {sessions.map((each) => (
          <button
            key={each.sessionId}
            type="button"
            aria-pressed={each.sessionId === session.sessionId}
            onClick={() => setChosen(each.sessionId)}
          >
            <b>{dayAndTime(each.startsAt)}</b>
            {each.topic} · {tallyWord(t, view, each)}
          </button>
        ))}
      </div>
      <Taking key={session.sessionId} view={view} session={session} />
    </>
  )
}

/** The session that is going on, or the last that has begun. */
function current({ sessions }: AttendanceView): Session | undefined {
  return sessions.findLast(({ hasBegun }) => hasBegun) ?? sessions[0]
}

function tallyWord(t: ReturnType<typeof useText>, view: AttendanceView, session: Session): string {
  if (!session.hasBegun) return t('classes.teaching.attendance.notYet')
  const { taken } = countsOf(view.trainees, session.sessionId, new Map())
  return `${taken}/${view.trainees.length}`
}

function Taking({ view, session }: { view: AttendanceView; session: Session }) {
  const t = useText()
  const { classId, trainees, readAt } = view
  const { sessionId } = session
  const { state, tap, flush, settle } = useOutbox({ classId, sessionId })
  const counts = countsOf(trainees, sessionId, state.taps)
  const left = trainees.filter((trainee) => !markOf(trainee, sessionId, state.taps))
  const tapOn = (trainee: Trainee, mark: Tap['mark'], because: string | null): Tap => ({
    nominationId: trainee.nominationId,
    mark,
    because,
    seen: trainee.marks[sessionId]?.id ?? null,
    notedAt: new Date().toISOString(),
  })
  const mayTake = session.mayTake && hasBegun(session)
  return (
    <>
      <p className="small" role="status">
        <b>{t('classes.teaching.attendance.taken', { ...counts, total: trainees.length })}</b>{' '}
        {t('classes.teaching.attendance.counts', counts)}
      </p>
      <SentWord state={state} onSend={flush} />
      <AttendanceClashes clashes={state.clashes} trainees={trainees} onSettle={settle} />
      {!mayTake && (
        <p className="small">
          {t(
            session.mayTake
              ? 'classes.refusals.session-not-begun'
              : 'classes.teaching.attendance.readOnly',
          )}
        </p>
      )}
      <AttendanceList
        trainees={trainees}
        sessionId={sessionId}
        taps={state.taps}
        isLate={dayOfInstant(readAt) > dayOfInstant(session.startsAt)}
        disabled={!mayTake}
        onMark={(trainee, mark, because) => tap([tapOn(trainee, mark, because)])}
      />
      {mayTake && left.length > 0 && (
        <p className={`row ${styles.foot}`}>
          <Button
            kind="primary"
            onClick={() => tap(left.map((trainee) => tapOn(trainee, 'PRESENT', null)))}
          >
            {t('classes.teaching.attendance.allPresent', { count: left.length })}
          </Button>
        </p>
      )}
      <p className="small">{t('classes.teaching.readAt', { time: timeOfInstant(readAt) })}</p>
    </>
  )
}

/** What the server said, or what the clock of this device says since: the server judges anyway. */
function hasBegun(session: Session): boolean {
  return session.hasBegun || session.startsAt <= new Date().toISOString()
}
