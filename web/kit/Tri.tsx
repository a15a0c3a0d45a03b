import type { ReactNode } from 'react'
import { Icon } from './Icon.tsx'
import type { IconName } from './icon-paths.ts'

export type TriChoice<V extends string> = {
  value: V
  label: ReactNode
  icon?: IconName
  /** The key that chooses it, drawn before the word. */
  keyCap?: string
}

type Props<V extends string> = {
  label: string
  choices: readonly TriChoice<V>[]
  value: V | null
  onChoose: (value: V) => void
  disabled?: boolean
}

/** Two to four pressed buttons in a row; the chosen one is a tint with an edge. */
export function Tri<V extends string>({ label, choices, value, onChoose, disabled }: Props<V>) {
  return (
    <div className="tri" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          aria-disabled={disabled || undefined}
          onClick={() => !disabled && onChoose(choice.value)}
        >
          {choice.icon && <Icon name={choice.icon} />}
          {choice.keyCap && <kbd>{choice.keyCap}</kbd>}
          {choice.label}
        </button>
      ))}
    </div>
  )
}
