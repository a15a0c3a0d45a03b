import { useState } from 'react'
import {
  ownAnswersRoutes as routes,
  type RoundQuestionsView,
} from '../../domain/feedback/own-answers.contract.ts'
import type { OwnQuestion } from '../../domain/feedback/own-questions.ts'
import { dayOfInstant, timeOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { weekdayAndDay } from '../weekday.ts'
import { QuestionList } from './QuestionList.tsx'

/** How the questions came to be as they are; while the round is open they can be changed. */
export function QuestionVersions({ roundId }: { roundId: string }) {
  const reading = useReading(routes.roundQuestions, { params: { roundId } })
  return <Shown reading={reading}>{(view) => <Versions view={view} />}</Shown>
}

function Versions({ view }: { view: RoundQuestionsView }) {
  const t = useText()
  const [isChanging, setChanging] = useState(false)
  const isAllowed = mayDo(view.allowedActions, 'round.questionsChanged')
  return (
    <section>
      <h2>{t('feedback.ownQuestions.versions')}</h2>
      <ul>
        {view.versions.map(({ version, madeAt, signed, because }) => (
          <li key={version}>
            {t('feedback.ownQuestions.version', {
              version,
              day: writeDay(dayOfInstant(madeAt)),
              signed,
            })}
            {because && `. ${t('feedback.ownQuestions.because', { reason: because })}`}
          </li>
        ))}
      </ul>
      {isAllowed && !isChanging && (
        <Button icon="pencil" onClick={() => setChanging(true)}>
          {t('feedback.ownQuestions.change')}
        </Button>
      )}
      {isChanging && <Changing key={view.version} view={view} onDone={() => setChanging(false)} />}
    </section>
  )
}

type ChangingProps = { view: RoundQuestionsView; onDone: () => void }

function Changing({ view, onDone }: ChangingProps) {
  const t = useText()
  const [questions, setQuestions] = useState<OwnQuestion[]>(view.questions)
  const [isGiving, setGiving] = useState(false)
  const change = useDeed(routes.changeQuestions, { onDone })
  const until = view.changeableUntil ?? ''
  const isBefore = view.state === 'PLANNED'
  const send = t(`feedback.ownQuestions.${isBefore ? 'sendBefore' : 'send'}`)
  return (
    <>
      <p>
        {isBefore
          ? t('feedback.ownQuestions.changeBefore')
          : t('feedback.ownQuestions.changeHelp', {
              until: until && `${timeOfInstant(until)} ${weekdayAndDay(dayOfInstant(until))}`,
            })}
      </p>
      <QuestionList
        questions={questions}
        edit={setQuestions}
        keptKinds={new Set(view.questions.map(({ id }) => id))}
      />
      <div className="row">
        <Button kind="primary" onClick={() => setGiving(true)}>
          {send}
        </Button>
        <Button onClick={onDone}>{t('shell.cancel')}</Button>
      </div>
      <ReasonDialog
        title={t('feedback.ownQuestions.changeTitle')}
        deed={send}
        opened={isGiving}
        onClose={() => setGiving(false)}
        problem={change.problem}
        onGiven={(reason) =>
          change.send(
            { params: { roundId: view.roundId }, body: { questions, reason } },
            view.version,
          )
        }
      />
    </>
  )
}
