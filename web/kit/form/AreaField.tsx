import { Textarea } from '@mantine/core'
import { FieldFrame, type FieldProps } from './FieldFrame.tsx'
import { useField } from './scope.ts'
import { emptyAs, type WhenEmpty } from './TextField.tsx'

type Area = {
  rows?: number
  maxRows?: number
  maxLength?: number
  /** The text will stand on paper, so it is written in the paper's type. */
  paper?: boolean
  whenEmpty?: WhenEmpty
  readOnly?: boolean
}

/** Several lines of text; the box grows with what is written. */
export function AreaField({
  name,
  rows = 2,
  maxRows = 16,
  maxLength,
  paper = false,
  whenEmpty = 'text',
  readOnly = false,
  ...frame
}: FieldProps & Area) {
  const { id, message, form, aria } = useField(name, frame.label, Boolean(frame.hint))
  return (
    <FieldFrame id={id} message={message} {...frame}>
      <Textarea
        unstyled
        autosize
        minRows={rows}
        maxRows={maxRows}
        id={id}
        readOnly={readOnly}
        error={message !== undefined}
        classNames={{ input: paper ? 'inp paper-input' : 'inp' }}
        {...(maxLength !== undefined && { maxLength })}
        {...aria}
        {...form.register(name, { setValueAs: emptyAs(whenEmpty) })}
      />
    </FieldFrame>
  )
}
