import { useState } from 'react'
import { classesRoutes as routes } from '../../domain/classes/classes.contract.ts'
import type { ClassView, SessionView } from '../../domain/classes/views.contract.ts'
import { Note } from '../kit/Note.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { sessionWords } from './class-words.ts'
import look from './classes.module.css'

/** Before a class is moved or called off: which days are touched, and who gets a letter. */
export function WhoIsTold({ view: { classId, sessions } }: { view: ClassView }) {
  const t = useText()
  const { data } = useReading(routes.concerned, { params: { classId } })
  const [ahead] = useState(() => stillToCome(sessions))
  const told = (['trainees', 'lecturers', 'units'] as const).flatMap((who) =>
    data && data[who] > 0 ? [t(`classes.told.${who}`, { count: data[who] })] : [],
  )
  return (
    <div className={look.told}>
      <Note tone="soon" title={t('classes.told.title', { count: ahead.length })}>
        <ul>
          {ahead.map((session) => (
            <li key={session.sessionId}>
              {sessionWords(session)}. {session.topic}
            </li>
          ))}
        </ul>
        <p role="status">
          {data &&
            (told.length > 0
              ? t('classes.told.letters', { who: told.join(', ') })
              : t('classes.told.nobody'))}
        </p>
      </Note>
    </div>
  )
}

export function stillToCome(sessions: readonly SessionView[]): SessionView[] {
  const now = new Date().toISOString()
  return sessions.filter(({ startsAt }) => startsAt > now)
}
