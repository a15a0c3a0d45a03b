import { useId } from 'react'
import type { AnswerForm } from '../../domain/feedback/answer-form.contract.ts'
import { FieldFrame } from '../kit/form/FieldFrame.tsx'
import { useText } from '../text.ts'
import { Line } from './Area.tsx'
import { DayLine } from './DayLine.tsx'

type Props = { form: AnswerForm; write: (change: Partial<AnswerForm>) => void }

const bodies = ['EXECUTIVE_COMMITTEE', 'STANDING_COMMITTEE'] as const

/** On which meeting of the unit the answer rests; all of it may be left out. */
export function MeetingFields({ form: { meeting }, write }: Props) {
  const t = useText()
  const id = useId()
  const change = (part: Partial<AnswerForm['meeting']>) =>
    write({ meeting: { ...meeting, ...part } })
  return (
    <section>
      <h3>{t('feedback.review.meeting')}</h3>
      <FieldFrame id={id} optional label={t('feedback.review.body')} message={undefined}>
        <select
          className="inp"
          id={id}
          value={meeting.body ?? ''}
          onChange={(event) =>
            change({ body: bodies.find((each) => each === event.currentTarget.value) ?? null })
          }
        >
          <option value="">{t('feedback.review.noMeeting')}</option>
          {bodies.map((body) => (
            <option key={body} value={body}>
              {t(`feedback.bodies.${body}`)}
            </option>
          ))}
        </select>
      </FieldFrame>
      {meeting.body !== null && (
        <>
          <DayLine
            label={t('feedback.review.heldOn')}
            value={meeting.heldOn}
            onChange={(heldOn) => change({ heldOn })}
          />
          <Line
            optional
            maxLength={60}
            label={t('feedback.review.minutes')}
            value={meeting.minutesNumber}
            onChange={(minutesNumber) => change({ minutesNumber })}
          />
        </>
      )}
    </section>
  )
}
