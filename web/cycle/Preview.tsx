import type { DeadlineView, PreviewView } from '../../domain/cycle/calendar.contract.ts'
import { Note } from '../kit/Note.tsx'
import { sayCode, sayKey, useText } from '../text.ts'
import { weekdayAndDay } from '../weekday.ts'

/** What a change of the calendar would do; read aloud when it changes. */
export function Preview({
  preview: { moves, deadlines, obstacles, lettersTo },
}: {
  preview: PreviewView
}) {
  const t = useText()
  const first = obstacles[0]
  if (first) return <Note tone="act">{sayCode(first.code, first.params)}</Note>
  return (
    <div role="status">
      <Note
        tone={moves.length + deadlines.length > 0 ? 'soon' : 'plain'}
        title={t('cycle.pages.calendar.moves')}
      >
        {moves.length + deadlines.length === 0 && <p>{t('cycle.pages.calendar.movesNone')}</p>}
        <ul>
          {moves.map(({ planYear, moment, from, to }) => (
            <li key={`${planYear} ${moment}`}>
              {sayKey(`cycle.moments.${moment}`)} ({planYear}):{' '}
              {t('cycle.pages.calendar.fromTo', {
                from: weekdayAndDay(from),
                to: weekdayAndDay(to),
              })}
            </li>
          ))}
          {deadlines.map((deadline) => (
            <OfItsOwn key={JSON.stringify(deadline)} deadline={deadline} />
          ))}
        </ul>
        <p>
          {lettersTo > 0
            ? t('cycle.pages.calendar.lettersTo', { count: lettersTo })
            : t('cycle.pages.calendar.lettersNone')}
        </p>
      </Note>
    </div>
  )
}

/** A deadline that somebody was given; a conference does not move by itself. */
function OfItsOwn({ deadline }: { deadline: DeadlineView }) {
  const t = useText()
  const { planYear, kind, name, from, to } = deadline
  const days = { from: weekdayAndDay(from), to: weekdayAndDay(to) }
  return (
    <li>
      {t(`cycle.pages.calendar.deadlines.${kind}`, { name })} ({planYear}):{' '}
      {kind === 'conference'
        ? t('cycle.pages.calendar.conferenceOff', days)
        : t('cycle.pages.calendar.fromTo', days)}
    </li>
  )
}
