import { NumberInput } from '@mantine/core'
import { Controller } from 'react-hook-form'
import { useText } from '../../text.ts'
import { FieldFrame, type FieldProps } from './FieldFrame.tsx'
import { useField } from './scope.ts'

type Numbers = {
  /** How many digits may stand behind the comma. */
  decimals?: number
  allowNegative?: boolean
  suffix?: string
  readOnly?: boolean
}

/** A number as Vietnamese readers write it: 30.000 and 1.234,5. Empty is null. */
export function NumberField({
  name,
  decimals = 0,
  allowNegative = false,
  suffix,
  readOnly = false,
  ...frame
}: FieldProps & Numbers) {
  const { id, message, form, aria } = useField(name, frame.label, Boolean(frame.hint))
  return (
    <FieldFrame id={id} message={message} {...frame}>
      <Controller
        name={name}
        control={form.control}
        render={({ field }) => (
          <NumberInput
            unstyled
            hideControls
            withKeyboardEvents={false}
            id={id}
            ref={field.ref}
            name={name}
            value={typeof field.value === 'number' ? field.value : ''}
            onChange={(value) => field.onChange(value === '' ? null : Number(value))}
            onBlur={field.onBlur}
            readOnly={readOnly}
            error={message !== undefined}
            thousandSeparator="."
            decimalSeparator=","
            decimalScale={decimals}
            allowNegative={allowNegative}
            allowedDecimalSeparators={[',']}
            inputMode={decimals > 0 ? 'decimal' : 'numeric'}
            classNames={{ input: 'inp r' }}
            {...(suffix !== undefined && { suffix: ` ${suffix}` })}
            {...aria}
          />
        )}
      />
    </FieldFrame>
  )
}

/** Whole đồng. */
export function MoneyField(props: FieldProps & { readOnly?: boolean }) {
  const t = useText()
  return <NumberField suffix={t('shell.form.dong')} {...props} />
}
