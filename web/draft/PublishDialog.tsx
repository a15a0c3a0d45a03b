import { useEffect, useState } from 'react'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import { dayOfInstant, isDay, timeOfInstant } from '../../domain/grammar/day.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { CheckAnswers } from '../kit/CheckAnswers.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { DateField } from '../kit/form/DateField.tsx'
import { Form, SubmitButton } from '../kit/form/Form.tsx'
import { NumberField } from '../kit/form/NumberField.tsx'
import { Note } from '../kit/Note.tsx'
import { Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { sayCode, useText } from '../text.ts'
import { weekdayAndDay } from '../weekday.ts'

type Props = { year: number; onClose: () => void }
type Asked = { dueOn: string | null; graceDays: number }

const form = z.object({
  dueOn: z.iso.date().nullable(),
  graceDays: z.int().min(0).max(5),
})

/** Before the leader agrees: who will be asked, until when, and how late an answer may be. */
export function PublishDialog({ year, onClose }: Props) {
  const t = useText()
  const [asked, setAsked] = useState<Asked>({ dueOn: null, graceDays: 2 })
  const deed = useDeed(draftRoutes.publish, { onDone: onClose })
  const params = { planYear: year }
  return (
    <Dialog title={t('draft.publish.title')} opened onClose={onClose}>
      <Form
        schema={form}
        defaultValues={asked}
        label={t('draft.publish.title')}
        problem={deed.problem}
        onSubmit={(values) => deed.send({ params, body: bodyOf(values) })}
      >
        <Terms asked={asked} year={year} />
        <DateField
          name="dueOn"
          label={t('draft.publish.dueOn')}
          hint={t('draft.publish.dueHint')}
          optional
        />
        <NumberField
          name="graceDays"
          label={t('draft.publish.grace')}
          hint={t('draft.publish.graceHint')}
        />
        <Watch onChange={setAsked} />
        <div className="row">
          <SubmitButton sending={deed.sending}>{t('draft.bar.publish')}</SubmitButton>
          <Button onClick={onClose}>{t('shell.cancel')}</Button>
        </div>
      </Form>
    </Dialog>
  )
}

function bodyOf({ dueOn, graceDays }: Asked) {
  return { graceDays, ...(dueOn !== null && { dueOn }) }
}

/** Tells the preview above what stands in the fields, as far as it can be read. */
function Watch({ onChange }: { onChange: (asked: Asked) => void }) {
  const values = useWatch<Asked>()
  const dueOn = values.dueOn && isDay(values.dueOn) ? values.dueOn : null
  const graceDays = values.graceDays ?? 2
  useEffect(() => onChange({ dueOn, graceDays }), [dueOn, graceDays, onChange])
  return null
}

function Terms({ asked, year }: { asked: Asked; year: number }) {
  const t = useText()
  const preview = useReading(draftRoutes.consultationPreview, {
    params: { planYear: year },
    query: bodyOf(asked),
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
              {
                question: t('draft.publish.due'),
                answer: t('draft.publish.dueDays', {
                  at: said(found.dueAt),
                  days: found.workingDays,
                }),
              },
              { question: t('draft.publish.late'), answer: said(found.graceUntil) },
            ]}
          />
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
