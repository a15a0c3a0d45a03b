import { useId, useState } from 'react'
import { isDay, parseDay, writeDay } from '../../domain/grammar/day.ts'
import { FieldFrame } from '../kit/form/FieldFrame.tsx'
import { sayCode, useText } from '../text.ts'

type Props = {
  label: string
  hint?: string
  value: string | null
  onChange: (day: string | null) => void
}

/** A day as people type it, which may be left out; only a real one goes into the form. */
export function DayLine({ label, hint, value, onChange }: Props) {
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
      label={label}
      hint={hint ?? t('shell.form.days')}
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
