import type { InputHTMLAttributes } from 'react'
import { FieldFrame, type FieldProps } from './FieldFrame.tsx'
import { useField } from './scope.ts'

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'autoComplete' | 'inputMode' | 'maxLength' | 'placeholder' | 'readOnly' | 'enterKeyHint'
>

/** How an empty field is sent: as it stands, as null, or not at all. */
export type WhenEmpty = 'text' | 'null' | 'absent'

export function emptyAs(when: WhenEmpty) {
  return (value: unknown): unknown => {
    if (value !== '' || when === 'text') return value
    return when === 'null' ? null : undefined
  }
}

/** One line of text. */
export function TextField({
  name,
  whenEmpty = 'text',
  type = 'text',
  autoComplete,
  inputMode,
  maxLength,
  placeholder,
  readOnly,
  enterKeyHint = 'next',
  ...frame
}: FieldProps & Native & { whenEmpty?: WhenEmpty }) {
  const { id, message, form, aria } = useField(name, frame.label, Boolean(frame.hint))
  return (
    <FieldFrame id={id} message={message} {...frame}>
      <input
        className="inp"
        {...{ id, type, autoComplete, inputMode, maxLength, placeholder, readOnly, enterKeyHint }}
        {...aria}
        {...form.register(name, { setValueAs: emptyAs(whenEmpty) })}
      />
    </FieldFrame>
  )
}
