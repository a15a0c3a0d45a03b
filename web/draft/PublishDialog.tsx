import { useState } from 'react'
import { z } from 'zod'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import { dayOfInstant, timeOfInstant } from '../../domain/grammar/day.ts'
import type { ReplyOf } from '../../domain/grammar/route.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { CheckAnswers } from '../kit/CheckAnswers.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { askedFor, type Term, TermFields, termShape } from '../kit/form/TermFields.tsx'
import { Note } from '../kit/Note.tsx'
import { Shown } from '../kit/States.tsx'
import { opensAnswer } from '../opens-answer.ts'
import { useReading } from '../reading.ts'
import { sayCode, sayKey, useText } from '../text.ts'
import { weekdayAndDay } from '../weekday.ts'

type Props = { year: number; onClose: () => void }
type Preview = ReplyOf<typeof draftRoutes.consultationPreview>

const form = z.object(termShape)

/** Before the leader agrees: who will be asked, until when, and how late an answer may be. */
export function PublishDialog({ year, onClose }: Props) {
  const t = useText()
  const prepared = useReading(draftRoutes.consultationPreview, {
    params: { planYear: year },
    query: {},
  })
  return (
    <Dialog title={t('draft.publish.title')} opened onClose={onClose}>
      <Shown reading={prepared} rows={6}>
        {(found) => <Agreeing year={year} prepared={found} onClose={onClose} />}
      </Shown>
    </Dialog>
  )
}

/** The term stands as the department prepared it; the leader may give another. */
function Agreeing({ year, prepared, onClose }: Props & { prepared: Preview }) {
  const t = useText()
  const { opensOn, dueOn, graceDays } = prepared
  const [begun] = useState<Term>({ opensOn, dueOn, graceDays })
  const [asked, setAsked] = useState(begun)
  const deed = useDeed(draftRoutes.publish, { onDone: onClose })
  const params = { planYear: year }
  return (
    <Form
      schema={form}
      defaultValues={begun}
      label={t('draft.publish.title')}
      problem={deed.problem}
      onSubmit={(values) => deed.send({ params, body: askedFor(values) })}
    >
      <Terms asked={asked} year={year} />
      <TermFields
        opensLabel={t('draft.publish.opensOn')}
        dueHint={t('draft.publish.dueHint')}
        onChange={setAsked}
      />
      <div className="row">
        <SubmitButton sending={deed.sending}>{t('draft.bar.publish')}</SubmitButton>
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Form>
  )
}

function Terms({ asked, year }: { asked: Term; year: number }) {
  const t = useText()
  const preview = useReading(draftRoutes.consultationPreview, {
    params: { planYear: year },
    query: askedFor(asked),
  })
  const said = (at: string) => `${timeOfInstant(at)} ${weekdayAndDay(dayOfInstant(at))}`
  return (
    <Shown reading={preview} rows={3}>
      {(found) => (
        <>
          <CheckAnswers
            answers={[
              {
                question: t('draft.publish.plans'),
                answer: found.plans.map(({ title }) => title).join('; '),
              },
              {
                question: t('draft.publish.units'),
                answer: t('draft.publish.unitCount', { count: found.unitCount }),
              },
              opensAnswer(found.opensAt, t),
              {
                question: t('draft.publish.due'),
                answer: t('draft.publish.dueDays', {
                  at: said(found.dueAt),
                  days: found.workingDays,
                }),
              },
              { question: t('draft.publish.late'), answer: said(found.graceUntil) },
              { question: t('draft.publish.kinds'), answer: sayKinds(found.kinds) },
              {
                question: t('draft.publish.questions'),
                answer: t('draft.publish.questionCount', { number: found.questionCount }),
              },
              {
                question: t('draft.publish.contact'),
                answer: found.contact && `${found.contact.name}, ${found.contact.phone}`,
              },
              { question: t('draft.publish.silence'), answer: t('feedback.silence') },
            ]}
          />
          <details>
            <summary>{t('draft.publish.names')}</summary>
            <ul>
              {found.unitNames.map((name) => (
                <li key={name}>{name}</li>
              ))}
            </ul>
          </details>
          <p>
            <a href={`/cycles/${year}/feedback/preparation`}>{t('feedback.preparation.link')}</a>
          </p>
          {found.obstacles.length > 0 && (
            <Note tone="act" title={sayCode('draft.not-ready-to-consult')}>
              <ul>
                {found.obstacles.map(({ code, params }) => (
                  <li key={`${code}${params?.title ?? ''}`}>{sayCode(code, params)}</li>
                ))}
              </ul>
            </Note>
          )}
        </>
      )}
    </Shown>
  )
}

function sayKinds(kinds: readonly string[]): string {
  return kinds.map((kind) => sayKey(`feedback.kindsOfRound.${kind}`) ?? kind).join(', ')
}
