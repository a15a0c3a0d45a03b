import { useId } from 'react'

type Props = {
  label: string
  checked: boolean
  disabled?: boolean
  onChange: (on: boolean) => void
}

/** Yes or no of a form that is kept while it is written. */
export function Tick({ label, checked, disabled = false, onChange }: Props) {
  const id = useId()
  return (
    <span className="check-row">
      <input
        className="chk"
        type="checkbox"
        id={id}
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <label htmlFor={id}>{label}</label>
    </span>
  )
}
