import { useState } from 'react'
import type { BoardView } from '../../domain/feedback/board.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { CheckAnswers } from '../kit/CheckAnswers.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { AreaField } from '../kit/form/AreaField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { askedFor, type Term, TermFields } from '../kit/form/TermFields.tsx'
import { Note } from '../kit/Note.tsx'
import { Shown } from '../kit/States.tsx'
import { openingWords } from '../opens-answer.ts'
import { useReading } from '../reading.ts'
import { sayCode, useText } from '../text.ts'
import { reasonedTerm } from './reasoned-term.ts'

/** The leader has the round open on another day, or now. */
export function MoveOpeningButton({ view }: { view: BoardView }) {
  const t = useText()
  const [opened, setOpened] = useState(false)
  const close = () => setOpened(false)
  if (!mayDo(view.allowedActions, 'round.openingMoved')) return null
  return (
    <>
      <Button kind="primary" onClick={() => setOpened(true)}>
        {t('feedback.opening.deed')}
      </Button>
      <Dialog title={t('feedback.opening.title')} opened={opened} onClose={close}>
        <Moving view={view} onClose={close} />
      </Dialog>
    </>
  )
}

/** All stands as it is planned: nobody changes by an empty field what they did not mean to change. */
function Moving({ view, onClose }: { view: BoardView; onClose: () => void }) {
  const t = useText()
  const { roundId, opensAt, dueAt, graceDays } = view
  const [begun] = useState({
    opensOn: dayOfInstant(opensAt),
    dueOn: dayOfInstant(dueAt),
    graceDays,
  })
  const [asked, setAsked] = useState<Term>(begun)
  const deed = useDeed(routes.moveOpening, { onDone: onClose })
  return (
    <Form
      schema={reasonedTerm()}
      defaultValues={{ reason: '', ...begun }}
      label={t('feedback.opening.title')}
      problem={deed.problem}
      onSubmit={({ reason, ...term }) =>
        deed.send({ params: { roundId }, body: { reason, ...askedFor(term) } })
      }
    >
      <NewTerm roundId={roundId} asked={asked} />
      <TermFields
        opensLabel={t('feedback.opening.opensOn')}
        dueHint={t('feedback.preparation.dueHint')}
        onChange={setAsked}
      />
      <AreaField
        name="reason"
        label={t('shell.form.reason')}
        hint={t('feedback.opening.hint')}
        rows={3}
        maxLength={500}
      />
      <div className="row">
        <SubmitButton sending={deed.sending}>
          {t(`feedback.opening.${asked.opensOn ? 'confirm' : 'now'}`)}
        </SubmitButton>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Form>
  )
}

function NewTerm({ roundId, asked }: { roundId: string; asked: Term }) {
  const t = useText()
  const reading = { params: { roundId }, query: askedFor(asked) }
  const preview = useReading(routes.openingPreview, reading)
  return (
    <Shown reading={preview} rows={4}>
      {({ opensAt, dueAt, workingDays, graceUntil, unitCount, obstacles }) => (
        <>
          <CheckAnswers
            answers={[
              {
                question: t('feedback.opening.when'),
                answer: opensAt ? openingWords(opensAt) : t('feedback.opening.now'),
              },
              {
                question: t('draft.publish.units'),
                answer: t('draft.publish.unitCount', { count: unitCount }),
              },
              {
                question: t('draft.publish.due'),
                answer: t('draft.publish.dueDays', { at: openingWords(dueAt), days: workingDays }),
              },
              { question: t('draft.publish.late'), answer: openingWords(graceUntil) },
            ]}
          />
          {obstacles.length > 0 && (
            <Note tone="act" title={t('feedback.opening.obstacles')}>
              <ul>
                {obstacles.map(({ code, params }) => (
                  <li key={code}>{sayCode(code, params)}</li>
                ))}
              </ul>
            </Note>
          )}
        </>
      )}
    </Shown>
  )
}
