import type { ClassView } from '../../domain/classes/views.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { useText } from '../text.ts'
import look from './classes.module.css'

/** What one wants to know of a class at a glance. */
export function ClassFigures({ view }: { view: ClassView }) {
  const t = useText()
  const { counts, seats, sessions } = view
  const figures = [
    [
      `${writeNumber(counts.confirmed || counts.nominated)}/${writeNumber(seats)}`,
      t('classes.page.trainees'),
    ],
    [writeNumber(counts.units), t('classes.page.units')],
    [writeNumber(counts.nominating), t('classes.page.sending')],
    [questionShare(sessions), t('classes.page.questions')],
  ]
  return (
    <div className={look.big}>
      {figures.map(([figure, words]) => (
        <p key={words}>
          <b>{figure}</b>
          {words}
        </p>
      ))}
    </div>
  )
}

/** How much of the time belongs to questions: a third is what good classes give (S3.12). */
function questionShare(sessions: ClassView['sessions']): string {
  const minutes = ({ startsAt, endsAt }: ClassView['sessions'][number]) =>
    (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000
  const sum = (chosen: ClassView['sessions']) =>
    chosen.reduce((all, session) => all + minutes(session), 0)
  const total = sum(sessions)
  const asked = sum(sessions.filter(({ kind }) => kind === 'Q_AND_A'))
  return total === 0 ? '0%' : `${Math.round((asked / total) * 100)}%`
}
