import { useEffect } from 'react'
import { useWatch } from 'react-hook-form'
import { isDay } from '../../../domain/grammar/day.ts'
import { useText } from '../../text.ts'
import { DateField } from './DateField.tsx'
import { NumberField } from './NumberField.tsx'

/** Until when one is asked, where it is not the usual day, and how long a late answer is taken. */
export type Term = { dueOn: string | null; graceDays: number }

type Props = {
  dueHint: string
  /** Told what stands in the fields, as far as it can be read, for the preview beside them. */
  onChange: (term: Term) => void
}

export function TermFields({ dueHint, onChange }: Props) {
  const t = useText()
  const values = useWatch<Term>()
  const dueOn = values.dueOn && isDay(values.dueOn) ? values.dueOn : null
  const graceDays = values.graceDays ?? 2
  useEffect(() => onChange({ dueOn, graceDays }), [dueOn, graceDays, onChange])
  return (
    <>
      <DateField name="dueOn" label={t('draft.publish.dueOn')} hint={dueHint} optional />
      <NumberField
        name="graceDays"
        label={t('draft.publish.grace')}
        hint={t('draft.publish.graceHint')}
      />
    </>
  )
}

/** As the routes are asked: a day is said only where somebody gave one. */
export function askedFor({ dueOn, graceDays }: Term) {
  return { graceDays, ...(dueOn !== null && { dueOn }) }
}
