import { type ReactNode, useEffect, useId, useState } from 'react'
import { useText } from '../../text.ts'
import { Button } from '../Button.tsx'

/** What the list is narrowed to; its state lives in the address, given and changed by the page. */
export function FilterRow({
  active,
  onClear,
  children,
}: {
  active: boolean
  onClear: () => void
  children: ReactNode
}) {
  const t = useText()
  return (
    <div className="filters" role="group" aria-label={t('shell.table.filters')}>
      {children}
      {active && (
        <Button kind="text" onClick={onClear}>
          {t('shell.table.clear')}
        </Button>
      )}
    </div>
  )
}

export type Tab<V extends string> = { value: V; label: string; number?: number }

type TabsProps<V extends string> = {
  label: string
  tabs: readonly Tab<V>[]
  value: V
  onChoose: (value: V) => void
}

/** A filter whose choices are few enough to stand in a row, each with its count. */
export function FilterTabs<V extends string>({ label, tabs, value, onChoose }: TabsProps<V>) {
  return (
    <div className="tabs" role="group" aria-label={label}>
      {tabs.map((tab) => (
        <button
          key={tab.value}
          type="button"
          aria-pressed={tab.value === value}
          onClick={() => onChoose(tab.value)}
        >
          {tab.label} {tab.number}
        </button>
      ))}
    </div>
  )
}

type SelectProps = {
  label: string
  value: string
  choices: readonly { value: string; label: string }[]
  onChoose: (value: string) => void
}

export function FilterSelect({ label, value, choices, onChoose }: SelectProps) {
  const id = useId()
  return (
    <div className="fld">
      <label htmlFor={id}>{label}</label>
      <select
        className={value === '' ? 'inp' : 'inp on-f'}
        id={id}
        value={value}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}

const restMs = 300

/** Words to look for; the address follows when the keyboard rests. */
export function FilterSearch({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (words: string) => void
}) {
  const id = useId()
  const [typed, setTyped] = useState(value)
  useEffect(() => setTyped(value), [value])
  useEffect(() => {
    if (typed === value) return
    const timer = setTimeout(() => onChange(typed), restMs)
    return () => clearTimeout(timer)
  }, [typed, value, onChange])
  return (
    <div className="fld">
      <label className="vh" htmlFor={id}>
        {label}
      </label>
      <input
        className="inp"
        id={id}
        type="search"
        size={label.length}
        placeholder={label}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
    </div>
  )
}
