import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { AnswerStep, StepStanding } from '../../domain/feedback/answer-steps.ts'
import type { AnswerView } from '../../domain/feedback/feedback.contract.ts'
import { dayOfInstant, writeDay, yearOf } from '../../domain/grammar/day.ts'
import { Icon } from '../kit/Icon.tsx'
import { TaskList, type TaskStep } from '../kit/TaskList.tsx'
import { useText } from '../text.ts'
import { weekdayAndDay } from '../weekday.ts'
import styles from './answer.module.css'
import { CalendarLink } from './CalendarLink.tsx'
import type { AnswerDocument } from './answer-document.ts'
import { MoreTime } from './MoreTime.tsx'
import { useFeedbackSearch } from './search.ts'
import { SpreadsheetPart } from './SpreadsheetPart.tsx'
import { useStepTitle } from './useStepTitle.ts'

type Props = {
  view: AnswerView
  document: AnswerDocument
  steps: readonly StepStanding[]
  current: AnswerStep
  total: number
  isRehearsal: boolean
  isAssisted: boolean
}

/** Until when, how far each step is, and whom one may call. */
export function AnswerAside(props: Props) {
  const { view, document, steps, current, total, isRehearsal, isAssisted } = props
  const t = useText()
  const { go } = useFeedbackSearch()
  const [isOpen, setOpen] = useState(false)
  const titleOf = useStepTitle(view, isAssisted)
  const wordsOf = ({ step, state, written }: StepStanding): string | undefined => {
    if (state === 'blocked') return t('feedback.answer.waitsForSteps')
    if (step === 'places' && state === 'inProgress')
      return t('feedback.answer.writtenPlaces', { written, total })
    return undefined
  }
  const tasks = steps.map((standing): TaskStep => {
    const words = wordsOf(standing)
    return {
      key: standing.step,
      title: titleOf(standing.step),
      state: standing.state,
      current: standing.step === current,
      link: (
        <a
          href={`?step=${standing.step}`}
          onClick={(event) => {
            event.preventDefault()
            go({ step: standing.step })
          }}
        >
          {titleOf(standing.step)}
        </a>
      ),
      ...(words && { words }),
    }
  })
  const number = steps.findIndex(({ step }) => step === current) + 1
  return (
    <aside
      className={`${styles.aside} ${styles.stick}`}
      data-open={isOpen || undefined}
      aria-label={t('feedback.answer.aside')}
    >
      <Deadline view={view} />
      <MoreTime view={view} />
      {!isRehearsal && <CalendarLink answerId={view.answerId} />}
      <p className={styles.blank}>
        <Link to="/print/cycles/$year/blank-answer" params={{ year: String(view.planYear) }}>
          {t('feedback.blank.open')}
        </Link>
      </p>
      {!isRehearsal && <SpreadsheetPart view={view} document={document} />}
      <h2>{t('feedback.answer.steps', { total: steps.length })}</h2>
      <button
        className={styles.fold}
        type="button"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        <span>
          {t('feedback.answer.step', { number, total: steps.length })} <b>{titleOf(current)}</b>
        </span>
        <Icon name="chevron-down" />
      </button>
      <TaskList steps={tasks} />
      <Contact contact={view.contact} />
    </aside>
  )
}

export function Deadline({ view: { round } }: { view: AnswerView }) {
  const t = useText()
  const due = dayOfInstant(round.dueAt)
  const left =
    round.timeliness === 'late'
      ? t('feedback.answer.lateUntil', { day: writeDay(dayOfInstant(round.graceUntil)) })
      : t(round.isExtended ? 'feedback.answer.extendedLeft' : 'feedback.answer.daysLeft', {
          days: round.workingDaysLeft,
        })
  return (
    <p className={styles.due}>
      <b className={round.timeliness === 'late' ? 'red' : undefined}>
        {capital(weekdayAndDay(due))}/{yearOf(due)}
      </b>{' '}
      <span className="quiet">
        {left}. {t('feedback.silence')}
      </span>
    </p>
  )
}

function capital(words: string): string {
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
}

function Contact({ contact }: Pick<AnswerView, 'contact'>) {
  const t = useText()
  if (!contact) return null
  const { name, phone } = contact
  return (
    <p className={styles.person}>
      <b>{t('feedback.answer.contact')}</b>
      <br />
      {t('feedback.answer.comrade', { name })}
      {phone && (
        <>
          <br />
          <a className="nw" href={`tel:${phone.replaceAll(' ', '')}`}>
            <Icon name="phone" /> {phone}
          </a>
        </>
      )}
    </p>
  )
}
