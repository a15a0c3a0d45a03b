import { useId, useState } from 'react'
import { isDay, parseDay, writeDay } from '../../domain/grammar/day.ts'
import { useText } from '../text.ts'

type Props = { value: string | undefined; onChoose: (day: string | undefined) => void }

/** The day as of which the tree is looked at, typed as people type days; empty is today. */
export function OnDay({ value, onChoose }: Props) {
  const t = useText()
  const id = useId()
  const written = value !== undefined && isDay(value) ? writeDay(value) : ''
  const [typed, setTyped] = useState(written)
  const read = parseDay(typed)
  const isWrong = typed.trim() !== '' && !('day' in read)

  function choose(): void {
    if (typed.trim() === '') onChoose(undefined)
    else if ('day' in read) onChoose(read.day)
  }
  return (
    <div className="fld">
      <label htmlFor={id}>{t('federation.units.asOf')}</label>
      <input
        className="inp"
        id={id}
        inputMode="numeric"
        autoComplete="off"
        placeholder="30/6/2025"
        aria-invalid={isWrong || undefined}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={choose}
        onKeyDown={(event) => {
          if (event.key === 'Enter') choose()
        }}
      />
    </div>
  )
}
