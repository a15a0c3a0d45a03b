import { useEffect } from 'react'
import { useWatch } from 'react-hook-form'
import { z } from 'zod'
import { isDay } from '../../../domain/grammar/day.ts'
import { useText } from '../../text.ts'
import { DateField } from './DateField.tsx'
import { NumberField } from './NumberField.tsx'

/** From and until when one is asked, where it is not at once and the usual day, and how long a late answer is taken. */
export type Term = { opensOn: string | null; dueOn: string | null; graceDays: number }

export const termShape = {
  opensOn: z.iso.date().nullable(),
  dueOn: z.iso.date().nullable(),
  graceDays: z.int().min(0).max(5),
}

type Props = {
  opensLabel: string
  dueHint: string
  /** Told what stands in the fields, as far as it can be read, for the preview beside them. */
  onChange: (term: Term) => void
}

export function TermFields({ opensLabel, dueHint, onChange }: Props) {
  const t = useText()
  const values = useWatch<Term>()
  const opensOn = dayIn(values.opensOn)
  const dueOn = dayIn(values.dueOn)
  const graceDays = values.graceDays ?? 2
  useEffect(() => onChange({ opensOn, dueOn, graceDays }), [opensOn, dueOn, graceDays, onChange])
  return (
    <>
      <DateField name="opensOn" label={opensLabel} hint={t('draft.publish.opensHint')} optional />
      <DateField name="dueOn" label={t('draft.publish.dueOn')} hint={dueHint} optional />
      <NumberField
        name="graceDays"
        label={t('draft.publish.grace')}
        hint={t('draft.publish.graceHint')}
      />
    </>
  )
}

const dayIn = (typed: string | null | undefined) => (typed && isDay(typed) ? typed : null)

/** As the routes are asked: at once where no day stands, and a last day only where somebody gave one. */
export function askedFor({ opensOn, dueOn, graceDays }: Term) {
  return { opensOn: opensOn ?? ('now' as const), graceDays, ...(dueOn !== null && { dueOn }) }
}
