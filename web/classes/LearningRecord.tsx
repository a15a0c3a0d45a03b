import { Link } from '@tanstack/react-router'
import { isLiving } from '../../domain/classes/class-state.ts'
import type { LearntClassView } from '../../domain/classes/learning.contract.ts'
import { writeMark } from '../../domain/classes/marks.ts'
import { day, timeOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Empty } from '../kit/States.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { sayKey, useText } from '../text.ts'
import { saveSessions } from './class-calendar-file.ts'
import { classTone, nominationTone } from './class-words.ts'
import { RateClass } from './RateClass.tsx'
import { ResignSeat } from './ResignSeat.tsx'
import styles from './teaching.module.css'
import { dayAndTime } from './teaching-words.ts'

type Learnt = { learnt: LearntClassView }

/** What somebody has learnt, the latest first. */
export function LearningRecord({ classes }: { classes: readonly LearntClassView[] }) {
  const t = useText()
  if (classes.length === 0) return <Empty>{t('classes.teaching.learning.none')}</Empty>
  return classes.map((learnt) => (
    <section key={learnt.nominationId} className={styles.learnt} aria-label={learnt.title}>
      <h2>
        <Link to="/classes/$id" params={{ id: learnt.classId }}>
          {learnt.title}
        </Link>
      </h2>
      <p className="small">
        {learnt.organiserName}
        {learnt.venue && `. ${learnt.venue}`}
      </p>
      <Standing learnt={learnt} />
      {isLiving(learnt.nominationState) && (
        <>
          <Outcome learnt={learnt} />
          <Sessions learnt={learnt} />
        </>
      )}
      <RateClass learnt={learnt} />
      {mayDo(learnt.allowedActions, 'seat.resigned') && <ResignSeat {...learnt} />}
    </section>
  ))
}

/** How the person stands in the class, and how the class stands. */
function Standing({ learnt: { nominationState, state } }: Learnt) {
  const t = useText()
  return (
    <p>
      <StateWord tone={nominationTone[nominationState]}>
        {t(`classes.nomination.${nominationState}`)}
      </StateWord>{' '}
      {isLiving(nominationState) && (
        <StateWord tone={classTone[state]}>{t(`classes.states.${state}`)}</StateWord>
      )}
    </p>
  )
}

function Outcome({ learnt }: Learnt) {
  const t = useText()
  const { sessions, attended, mark, satTest, grade, certificate } = learnt
  return (
    <ul className="plain">
      {sessions.some(({ hasBegun }) => hasBegun) && (
        <li>{t('classes.teaching.learning.attended', { attended, sessions: sessions.length })}</li>
      )}
      {satTest === false && <li>{t('classes.teaching.grid.notSat')}</li>}
      {mark !== null && (
        <li>
          {t('classes.teaching.learning.mark', { mark: writeMark(mark) })}
          {grade && `, ${t(`classes.teaching.grades.${grade}`)}`}
        </li>
      )}
      {certificate && (
        <li>
          <Link to="/print/certificates/$id" params={{ id: certificate.certificateId }}>
            {t('classes.teaching.learning.certificate', {
              number: certificate.registerNo,
              day: writeDay(day(certificate.issuedOn)),
            })}
          </Link>{' '}
          {certificate.state !== 'VALID' && (
            <StateWord tone="act">{t(`classes.teaching.issued.${certificate.state}`)}</StateWord>
          )}
        </li>
      )}
    </ul>
  )
}

function Sessions({ learnt }: Learnt) {
  const t = useText()
  const { sessions } = learnt
  return (
    <details className={styles.sessionsOf} open={sessions.some(({ hasBegun }) => !hasBegun)}>
      <summary>{t('classes.teaching.learning.sessions', { count: sessions.length })}</summary>
      <ol className="plain">
        {sessions.map((session) => (
          <li key={session.sessionId}>
            <b>{dayAndTime(session.startsAt)}</b>–{timeOfInstant(session.endsAt)}. {session.topic}
            <span className={styles.under}>
              {[session.lecturerName, session.room].filter(Boolean).join(', ')}
              {session.mark && `. ${sayKey(`classes.teaching.marks.${session.mark}`)}`}
            </span>
          </li>
        ))}
      </ol>
      <Button
        kind="text"
        icon="calendar"
        onClick={() =>
          saveSessions(
            learnt.code,
            sessions.map((session) => ({ of: learnt, session })),
          )
        }
      >
        {t('classes.teaching.calendarFile')}
      </Button>
    </details>
  )
}
