import { FieldFrame, type FieldProps } from '../kit/form/FieldFrame.tsx'
import { useField } from '../kit/form/scope.ts'

/** A year: four digits, without the dot that parts thousands. Empty is null. */
export function YearField({ name, ...frame }: FieldProps) {
  const { id, message, form, aria } = useField(name, frame.label, Boolean(frame.hint))
  return (
    <FieldFrame id={id} message={message} {...frame}>
      <input
        className="inp"
        id={id}
        inputMode="numeric"
        maxLength={4}
        {...aria}
        {...form.register(name, {
          setValueAs: (value: string | number | null) =>
            value === '' || value === null ? null : Number(value),
        })}
      />
    </FieldFrame>
  )
}
