import { Link } from '@tanstack/react-router'
import { type TaughtSession, learningRoutes } from '../../domain/classes/learning.contract.ts'
import { timeOfInstant } from '../../domain/grammar/day.ts'
import { Button } from '../kit/Button.tsx'
import { Group, PageHead } from '../kit/Page.tsx'
import { Empty, Shown } from '../kit/States.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { saveSessions } from './class-calendar-file.ts'
import styles from './teaching.module.css'
import { dayAndTime } from './teaching-words.ts'

const dayMs = 86_400_000

/** A lecturer's own days: what is taught this week and later, and what was taught. */
export function TeachingPage() {
  const t = useText()
  const found = useReading(learningRoutes.myTeaching, {})
  return (
    <>
      <PageHead
        title={t('classes.teaching.lecturer.title')}
        lead={t('classes.teaching.lecturer.lead')}
      />
      <Shown reading={found}>
        {({ sessions, readAt }) => <Weeks sessions={sessions} readAt={readAt} />}
      </Shown>
    </>
  )
}

type Props = { sessions: readonly TaughtSession[]; readAt: string }

function Weeks({ sessions, readAt }: Props) {
  const t = useText()
  const weekEnd = new Date(Date.parse(readAt) + 7 * dayMs).toISOString()
  const ahead = sessions.filter(({ endsAt }) => endsAt >= readAt)
  const week = ahead.filter(({ startsAt }) => startsAt < weekEnd)
  const later = ahead.filter(({ startsAt }) => startsAt >= weekEnd)
  const past = sessions.filter(({ endsAt }) => endsAt < readAt).toReversed()
  if (sessions.length === 0) return <Empty>{t('classes.teaching.lecturer.none')}</Empty>
  return (
    <>
      {ahead.length > 0 && (
        <p>
          <Button
            icon="calendar"
            onClick={() => saveSessions(t('classes.teaching.lecturer.title'), ahead.map(entryOf))}
          >
            {t('classes.teaching.calendarFile')}
          </Button>
        </p>
      )}
      <Part title={t('classes.teaching.lecturer.week')} sessions={week} />
      <Part title={t('classes.teaching.lecturer.later')} sessions={later} />
      <Part title={t('classes.teaching.lecturer.past')} sessions={past} />
    </>
  )
}

function entryOf(session: TaughtSession) {
  const { classTitle: title, classState: state } = session
  return { of: { ...session, title, state }, session }
}

function Part({ title, sessions }: { title: string; sessions: readonly TaughtSession[] }) {
  if (sessions.length === 0) return null
  return (
    <>
      <Group title={title} />
      <ul className={styles.papers}>
        {sessions.map((session) => (
          <li key={session.sessionId}>
            <Line session={session} />
            <Work session={session} />
          </li>
        ))}
      </ul>
    </>
  )
}

function Line({ session }: { session: TaughtSession }) {
  const { startsAt, endsAt, topic, classTitle, room, venue } = session
  return (
    <span>
      <b>{dayAndTime(startsAt)}</b>–{timeOfInstant(endsAt)}. {topic}
      <span className={styles.under}>{[classTitle, room, venue].filter(Boolean).join('. ')}</span>
    </span>
  )
}

function Work({ session }: { session: TaughtSession }) {
  const t = useText()
  const { classId, hasBegun, marked, trainees, classState } = session
  if (!hasBegun) return <StateWord tone="not">{t('classes.teaching.attendance.notYet')}</StateWord>
  const isWhole = marked >= trainees
  return (
    <span className="row">
      <StateWord tone={isWhole ? 'done' : 'act'}>
        {t('classes.teaching.lecturer.marked', { marked, trainees })}
      </StateWord>
      <Link to="/classes/$id/attendance" params={{ id: classId }}>
        {t('classes.teaching.lecturer.take')}
      </Link>
      {classState === 'MARKING' && (
        <Link to="/classes/$id/marks" params={{ id: classId }}>
          {t('classes.teaching.lecturer.mark')}
        </Link>
      )}
    </span>
  )
}
