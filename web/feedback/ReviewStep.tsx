import { useEffect, useId } from 'react'
import type { AnswerForm } from '../../domain/feedback/answer-form.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { Note } from '../kit/Note.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { sayCode, useText } from '../text.ts'
import { AnswerBar } from './AnswerBar.tsx'
import type { StepProps } from './AnswerDesk.tsx'
import { AnswerFiles, FilesOfAnswer, useFilesOnTheWay } from './AnswerFiles.tsx'
import { AnswerSummary } from './AnswerSummary.tsx'
import styles from './answer.module.css'
import { Line } from './Area.tsx'
import { MeetingFields } from './MeetingFields.tsx'
import { useFeedbackSearch } from './search.ts'
import { stepOfPointer } from './step-of-pointer.ts'
import { useStepTitle } from './useStepTitle.ts'

/** Everything once more, who speaks for the unit, and what is still missing, before it goes on. */
export function ReviewStep({ view, document, obstacles, aside, isAssisted, end }: StepProps) {
  const t = useText()
  const titleOf = useStepTitle(view, isAssisted)
  const sendOn = useDeed(routes.sendOn)
  const { flush } = document
  useEffect(() => void flush(), [flush])
  const write = (change: Partial<AnswerForm>) => document.edit((now) => ({ ...now, ...change }))
  async function send(): Promise<void> {
    // what has not arrived, or clashes with a colleague's words, is not passed on by its older text
    if (!(await document.flush())) return
    await sendOn.send({ params: { answerId: view.answerId }, body: {} }, document.revision())
  }
  const missing = useId()
  const unsent = useId()
  const onTheWay = useFilesOnTheWay(view)
  return (
    <>
      <div className={`${styles.desk} ${styles.wide}`}>
        <div className={styles.step}>
          <h2>{titleOf('review')}</h2>
          <ProblemNote problem={sendOn.problem} />
          <AnswerSummary plans={view.plans} asked={view.asked} form={document.value} withLinks />
          <Spokesperson form={document.value} write={write} />
          <MeetingFields form={document.value} write={write} />
          {!isAssisted && <h3>{t('feedback.files.title')}</h3>}
          <AnswerFiles place={null} name={t('feedback.files.whole')} />
          <FilesOfAnswer files={view.files.filter(({ place }) => place !== null)} />
          {!isAssisted && <Confirming form={document.value} write={write} />}
          <Missing id={missing} obstacles={obstacles} />
          {onTheWay > 0 && (
            <div id={unsent}>
              <Note tone="soon">{t('feedback.files.onTheWay', { number: onTheWay })}</Note>
            </div>
          )}
        </div>
        {aside}
      </div>
      <AnswerBar document={document} why={end ? undefined : t('feedback.review.after')}>
        {end ?? (
          <Button
            kind="primary"
            sending={sendOn.sending}
            blockedBy={obstacles.length > 0 ? missing : onTheWay > 0 ? unsent : undefined}
            onClick={() => void send()}
          >
            {t(view.hasOneHolder ? 'feedback.review.goOnToSign' : 'feedback.review.sendOn')}
          </Button>
        )}
      </AnswerBar>
    </>
  )
}

type PartProps = { form: AnswerForm; write: (change: Partial<AnswerForm>) => void }

function Spokesperson({ form: { spokesperson }, write }: PartProps) {
  const t = useText()
  return (
    <section>
      <h3>{t('feedback.review.spokesperson')}</h3>
      <Line
        label={t('feedback.review.name')}
        maxLength={120}
        value={spokesperson.name}
        onChange={(name) => write({ spokesperson: { ...spokesperson, name } })}
      />
      <Line
        label={t('feedback.review.position')}
        value={spokesperson.position}
        onChange={(position) => write({ spokesperson: { ...spokesperson, position } })}
      />
    </section>
  )
}

function Confirming({ form, write }: PartProps) {
  const t = useText()
  const id = useId()
  return (
    <div className="fld check-fld">
      <span className="check-row">
        <input
          className="chk"
          type="checkbox"
          id={id}
          checked={form.isConfirmed}
          onChange={(event) => write({ isConfirmed: event.currentTarget.checked })}
        />
        <label htmlFor={id}>{t('feedback.review.confirm')}</label>
      </span>
    </div>
  )
}

/** What keeps it back, each with the way to where it is mended. */
function Missing({ id, obstacles }: { id: string; obstacles: readonly Obstacle[] }) {
  const t = useText()
  const { go } = useFeedbackSearch()
  if (obstacles.length === 0) return null
  return (
    <div className="note amb-n" id={id}>
      <h3>{t('feedback.review.missing', { number: obstacles.length })}</h3>
      <ul>
        {obstacles.map(({ code, params, at = '' }) => {
          const words = sayCode(code, params ?? {})
          const place = stepOfPointer(at)
          return (
            <li key={`${code}${at}`}>
              {place.step === 'review' ? (
                words
              ) : (
                <Button kind="text" onClick={() => go(place)}>
                  {place.plan ? `${place.at?.split(':').at(-1)}: ${words}` : words}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
