import { parseTerm } from '../../domain/federation/term.ts'
import { FieldFrame, type FieldProps } from '../kit/form/FieldFrame.tsx'
import { faultWords } from '../kit/form/fault-words.ts'
import { useCheck, useField } from '../kit/form/scope.ts'

/** "2023–2028": a term once it can be read, the text itself while it cannot, null when empty. */
export function TermField({ name, ...frame }: FieldProps) {
  const { id, message, form, aria } = useField(name, frame.label, Boolean(frame.hint))
  useCheck(name, faultOf)
  return (
    <FieldFrame id={id} message={message} {...frame}>
      <input
        className="inp"
        id={id}
        inputMode="numeric"
        maxLength={20}
        {...aria}
        {...form.register(name, { setValueAs: termOf })}
      />
    </FieldFrame>
  )
}

function termOf(value: unknown): unknown {
  if (typeof value !== 'string') return value
  const read = parseTerm(value)
  return value.trim() === '' ? null : 'term' in read ? read.term : value
}

function faultOf(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.trim() === '') return undefined
  const read = parseTerm(value)
  return 'problem' in read ? faultWords(read.problem.code, read.problem.params) : undefined
}
