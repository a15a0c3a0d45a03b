import { type ReactNode, useId } from 'react'
import { FieldFrame } from '../kit/form/FieldFrame.tsx'

type Props = {
  label: string
  value: string
  onChange: (value: string) => void
  hint?: ReactNode
  rows?: number
  maxLength?: number
  optional?: boolean
  hiddenLabel?: boolean
  paper?: boolean
}

/** Several lines of an answer that is kept while it is typed. */
export function Area({ value, onChange, rows = 3, maxLength = 4_000, paper, ...frame }: Props) {
  const id = useId()
  return (
    <FieldFrame id={id} message={undefined} {...frame}>
      <textarea
        className={paper ? 'inp paper-input' : 'inp'}
        id={id}
        rows={rows}
        maxLength={maxLength}
        aria-describedby={frame.hint ? `${id}-hint` : undefined}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </FieldFrame>
  )
}

/** One line of it. */
export function Line({
  value,
  onChange,
  maxLength = 200,
  ...frame
}: Omit<Props, 'rows' | 'paper'>) {
  const id = useId()
  return (
    <FieldFrame id={id} message={undefined} {...frame}>
      <input
        className="inp"
        id={id}
        maxLength={maxLength}
        aria-describedby={frame.hint ? `${id}-hint` : undefined}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </FieldFrame>
  )
}
