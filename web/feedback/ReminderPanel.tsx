import { useState } from 'react'
import type { BoardView, ReminderPreview } from '../../domain/feedback/board.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { dayOfInstant, timeOfInstant, writeDayAndMonth } from '../../domain/grammar/day.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { announce } from '../kit/announce.ts'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { sayCode, useText } from '../text.ts'
import { Area } from './Area.tsx'
import styles from './board.module.css'

type Props = { view: BoardView; selected: ReadonlySet<string>; onDone: () => void }

/** What each chosen unit would read, before anything is sent. */
export function ReminderPanel({ view, selected, onDone }: Props) {
  const t = useText()
  const params = { roundId: view.roundId }
  const query = { answers: [...selected].toSorted().join(',') }
  const preview = useReading(routes.reminderPreview, { params, query })
  return (
    <aside className={styles.panel} aria-label={t('feedback.reminding.title')}>
      <h2>{t('feedback.reminding.title')}</h2>
      <Shown reading={preview}>
        {(found) => <Letter view={view} preview={found} onDone={onDone} />}
      </Shown>
    </aside>
  )
}

type LetterProps = { view: BoardView; preview: ReminderPreview; onDone: () => void }

function Letter({ view, preview, onDone }: LetterProps) {
  const t = useText()
  const [own, setOwn] = useState<string | null>(null)
  const remind = useDeed(routes.remind, { touches: [routes.board, routes.reminderPreview] })
  const [first] = preview.to
  const number = preview.to.length
  async function send(): Promise<void> {
    const body = { answerIds: preview.to.map(({ answerId }) => answerId), text: own }
    const done = await remind.send({ params: { roundId: view.roundId }, body })
    if (!done) return
    announce(t('feedback.reminding.done', { number: done.reminded }))
    onDone()
  }
  return (
    <>
      <p className="small">{t('feedback.reminding.help', { number })}</p>
      <ProblemNote problem={remind.problem} />
      {own !== null ? (
        <Area
          rows={8}
          paper
          maxLength={2_000}
          label={t('feedback.reminding.own')}
          value={own}
          onChange={setOwn}
        />
      ) : (
        first && <Words text={first.text} />
      )}
      <Refused preview={preview} />
      {first && (
        <div className="row">
          <Button kind="primary" icon="send" sending={remind.sending} onClick={() => void send()}>
            {t('feedback.reminding.send', { number })}
          </Button>
          <Button onClick={() => setOwn(own === null ? first.text : null)}>
            {t(own === null ? 'feedback.reminding.edit' : 'feedback.reminding.usual')}
          </Button>
        </div>
      )}
    </>
  )
}

function Words({ text }: { text: string }) {
  return (
    <div className={`sheet ${styles.letter}`}>
      {text.split('\n\n').map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  )
}

function Refused({ preview: { refused } }: { preview: ReminderPreview }) {
  const t = useText()
  if (refused.length === 0) return null
  return (
    <div className="note amb-n">
      <h3>{t('feedback.reminding.refused', { number: refused.length })}</h3>
      <ul>
        {refused.map(({ answerId, unitName, code, againAt }) => (
          <li key={answerId}>
            {unitName}:{' '}
            {againAt
              ? t('feedback.board.againFrom', {
                  time: timeOfInstant(againAt),
                  day: writeDayAndMonth(dayOfInstant(againAt)),
                })
              : sayCode(code)}
          </li>
        ))}
      </ul>
    </div>
  )
}
