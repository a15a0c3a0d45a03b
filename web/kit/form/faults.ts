import type { FieldValues, UseFormSetError } from 'react-hook-form'
import type { Problem } from '../../problem.ts'

export type FieldFault = { name: string; message: string }

/** '/clauses/0/text' → 'clauses.0.text', as the form names its fields. */
export function fieldOfPointer(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')
}

/** Puts what the server found wrong beside the fields it belongs to. */
export function showAtFields<V extends FieldValues>(
  problem: Problem,
  setError: UseFormSetError<V>,
): void {
  for (const { pointer, detail } of problem.errors) {
    const name = fieldOfPointer(pointer)
    // The pointer names a field of this very form; a stranger is listed in the summary alone.
    setError((name === '' ? 'root' : name) as Parameters<typeof setError>[0], {
      type: 'server',
      message: detail,
    })
  }
}

/** Every message of a form's errors with the name of its field, nested ones included. */
export function flatFaults(errors: unknown, path = ''): FieldFault[] {
  if (typeof errors !== 'object' || errors === null) return []
  const message: unknown = Reflect.get(errors, 'message')
  if (typeof message === 'string' && message !== '') return [{ name: path, message }]
  return Object.entries(errors).flatMap(([key, inner]) =>
    key === 'ref' || key === 'types' ? [] : flatFaults(inner, path === '' ? key : `${path}.${key}`),
  )
}
