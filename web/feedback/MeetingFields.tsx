import { useId, useState } from 'react'
import type { AnswerForm } from '../../domain/feedback/answer-form.contract.ts'
import { isDay, parseDay, writeDay } from '../../domain/grammar/day.ts'
import { FieldFrame } from '../kit/form/FieldFrame.tsx'
import { sayCode, useText } from '../text.ts'
import { Line } from './Area.tsx'

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
          <HeldOn value={meeting.heldOn} onChange={(heldOn) => change({ heldOn })} />
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

type HeldProps = { value: string | null; onChange: (day: string | null) => void }

/** A day as people type it; only a real one goes into the answer. */
function HeldOn({ value, onChange }: HeldProps) {
  const t = useText()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const read = typed ? parseDay(typed) : null
  const message =
    read && 'problem' in read
      ? sayCode(read.problem.code, read.problem.params, 'faults')
      : undefined
  return (
    <FieldFrame
      id={id}
      optional
      label={t('feedback.review.heldOn')}
      hint={t('shell.form.days')}
      message={message}
    >
      <input
        className="inp"
        id={id}
        inputMode="numeric"
        autoComplete="off"
        aria-describedby={`${id}-hint${message ? ` ${id}-error` : ''}`}
        aria-invalid={message !== undefined || undefined}
        value={typed ?? (value && isDay(value) ? writeDay(value) : '')}
        onChange={(event) => {
          const text = event.currentTarget.value
          setTyped(text)
          const parsed = parseDay(text)
          onChange('day' in parsed ? parsed.day : null)
        }}
      />
    </FieldFrame>
  )
}
