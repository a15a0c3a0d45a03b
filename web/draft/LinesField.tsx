import { Textarea } from '@mantine/core'
import { Controller } from 'react-hook-form'
import { FieldFrame, type FieldProps } from '../kit/form/FieldFrame.tsx'
import { useField } from '../kit/form/scope.ts'

/** A list of short texts, one to a line. */
export function LinesField({ name, ...frame }: FieldProps) {
  const { id, message, form, aria } = useField(name, frame.label, Boolean(frame.hint))
  return (
    <FieldFrame id={id} message={message} {...frame}>
      <Controller
        name={name}
        control={form.control}
        render={({ field }) => (
          <Textarea
            unstyled
            autosize
            minRows={3}
            id={id}
            ref={field.ref}
            value={Array.isArray(field.value) ? field.value.join('\n') : ''}
            onChange={(event) => field.onChange(linesOf(event.currentTarget.value))}
            onBlur={field.onBlur}
            classNames={{ input: 'inp paper-input' }}
            {...aria}
          />
        )}
      />
    </FieldFrame>
  )
}

/** An empty last line is where the next recipient will stand, so only that one is kept. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n')
}
