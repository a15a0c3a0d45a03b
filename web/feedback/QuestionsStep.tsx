import { useEffect } from 'react'
import { type OwnAnswer, visibleQuestions } from '../../domain/feedback/own-questions.ts'
import { sortedAnswers } from '../../domain/feedback/question-versions.ts'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import { Button } from '../kit/Button.tsx'
import { Note } from '../kit/Note.tsx'
import { sayCode, useText } from '../text.ts'
import { AnswerBar } from './AnswerBar.tsx'
import type { StepProps } from './AnswerDesk.tsx'
import styles from './answer.module.css'
import questionStyles from './questions.module.css'
import { OwnQuestionField } from './OwnQuestionField.tsx'
import { useFeedbackSearch } from './search.ts'

/** The department's own questions; what an answer makes needless is not asked. */
export function QuestionsStep({ view, document, obstacles, aside }: StepProps) {
  const t = useText()
  const { search, go } = useFeedbackSearch()
  const { questions, former } = view.asked
  const { ownAnswers } = document.value
  const visible = visibleQuestions(questions, ownAnswers)
  const answer = (id: string, given: OwnAnswer | null) =>
    document.edit((now) => {
      const { [id]: _, ...others } = now.ownAnswers
      return { ...now, ownAnswers: given === null ? others : { ...others, [id]: given } }
    })
  useFocus(search.at)
  return (
    <>
      <div className={`${styles.desk} ${styles.wide}`}>
        <div className={styles.step}>
          <h2>{t('feedback.steps.questions')}</h2>
          <p className={`quiet ${questionStyles.lead}`}>
            {t('feedback.ownAnswers.lead', { number: visible.length })}
          </p>
          {visible.map((question) => (
            <OwnQuestionField
              key={question.id}
              question={question}
              answer={ownAnswers[question.id]}
              message={search.at === question.id ? faultAt(question.id, obstacles) : undefined}
              onAnswer={(given) => answer(question.id, given)}
            />
          ))}
          <Left answers={sortedAnswers(ownAnswers, questions, former).noLongerAsked} />
        </div>
        {aside}
      </div>
      <AnswerBar document={document}>
        <Button kind="primary" iconAfter="chevron-right" onClick={() => go({ step: 'review' })}>
          {t('feedback.answer.onToStep', { number: 7 })}
        </Button>
      </AnswerBar>
    </>
  )
}

function faultAt(id: string, obstacles: readonly Obstacle[]): string | undefined {
  const fault = obstacles.find(({ at }) => at === `/ownAnswers/${id}`)
  return fault && sayCode(fault.code, fault.params)
}

/** Whoever comes from the list of what is missing stands in the field. */
function useFocus(at: string | undefined): void {
  useEffect(() => {
    if (at) document.getElementById(`question-${at}`)?.focus()
  }, [at])
}

type LeftProps = { answers: ReturnType<typeof sortedAnswers>['noLongerAsked'] }

/** What was typed for a question that the department has taken back. */
function Left({ answers }: LeftProps) {
  const t = useText()
  if (answers.length === 0) return null
  return (
    <Note title={t('feedback.ownAnswers.noLongerAsked')}>
      <p>{t('feedback.ownAnswers.noLongerHelp')}</p>
      <ul>
        {answers.map(({ questionId, label, words }) => (
          <li key={questionId}>
            {label}: <b>{words}</b>
          </li>
        ))}
      </ul>
    </Note>
  )
}
