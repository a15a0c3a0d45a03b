import { zodResolver } from '@hookform/resolvers/zod'
import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form'
import { get, set } from 'react-hook-form'
import type { z } from 'zod'
import { issueWords } from './fault-words.ts'
import type { Check } from './scope.ts'

export type FormSchema = z.ZodType<FieldValues, FieldValues>

/** The contract's schema judges the form; a control's own words about its raw text come first. */
export function resolverOf<S extends FormSchema>(
  schema: S,
  checks: ReadonlyMap<string, Check>,
): Resolver<z.input<S>, unknown, z.output<S>> {
  const byZod = zodResolver(schema, { error: issueWords })
  return async (values, context, options) => {
    const judged = await byZod(values, context, options)
    const errors: FieldErrors = { ...judged.errors }
    for (const [name, check] of checks) {
      const message = check(get(values, name))
      if (message !== undefined) set(errors, name, { type: 'check', message })
    }
    if (Object.keys(errors).length === 0) return judged
    // The names in `errors` are those of this form's own fields.
    return { values: {}, errors: errors as FieldErrors<z.input<S>> }
  }
}
