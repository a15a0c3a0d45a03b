import { NumberInput } from '@mantine/core'
import { useId } from 'react'
import { FieldFrame } from './FieldFrame.tsx'

type Props = {
  label: string
  value: number | null
  onChange: (value: number | null) => void
  decimals?: number
  hiddenLabel?: boolean
  hint?: string
  optional?: boolean
  /** Where something leads to this field. */
  id?: string
  message?: string | undefined
}

/** A number of an answer, as Vietnamese readers write it; empty is null. */
export function Figure({ value, onChange, decimals = 0, message, ...frame }: Props) {
  const ownId = useId()
  const id = frame.id ?? ownId
  return (
    <FieldFrame {...frame} id={id} message={message}>
      <NumberInput
        unstyled
        hideControls
        withKeyboardEvents={false}
        id={id}
        value={value ?? ''}
        onChange={(given) => onChange(given === '' ? null : Number(given))}
        thousandSeparator="."
        decimalSeparator=","
        decimalScale={decimals}
        allowNegative={false}
        allowedDecimalSeparators={[',']}
        inputMode={decimals > 0 ? 'decimal' : 'numeric'}
        classNames={{ input: 'inp r' }}
        error={message !== undefined}
      />
    </FieldFrame>
  )
}
