import { useId } from 'react'
import { useText } from '../../text.ts'
import { FieldFrame } from './FieldFrame.tsx'

type Props = { label: string; value: number | null; onChange: (month: number | null) => void }

const months = Array.from({ length: 12 }, (_, index) => index + 1)

/** A month of the plan year. */
export function MonthField({ label, value, onChange }: Props) {
  const t = useText()
  const id = useId()
  return (
    <FieldFrame id={id} label={label} message={undefined}>
      <select
        className="inp"
        id={id}
        value={value ?? ''}
        onChange={(event) => onChange(Number(event.currentTarget.value) || null)}
      >
        <option value="">{t('shell.form.chooseMonth')}</option>
        {months.map((month) => (
          <option key={month} value={month}>
            {t('shell.form.month', { month })}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
