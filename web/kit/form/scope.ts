import { createContext, use, useEffect, useId, useState } from 'react'
import { type FieldValues, get, useFormContext, useFormState } from 'react-hook-form'
import { messageWords } from './fault-words.ts'

export type Scope = {
  /** Before every id of this form, so that two forms of a page never share one. */
  prefix: string
  /** The fields in the order in which they stand. */
  fields: Map<string, string>
  /** The rows of lists, by the place where their fields begin. */
  rows: Map<string, string>
  /** What a control itself finds wrong with its raw text; its words win over the schema's. */
  checks: Map<string, Check>
}

export type Check = (value: unknown) => string | undefined

export const FormScope = createContext<Scope>({ prefix: 'f', ...nothingYet() })

function nothingYet(): Omit<Scope, 'prefix'> {
  return { fields: new Map(), rows: new Map(), checks: new Map() }
}

/** The scope of one form, the same one for as long as the form stands. */
export function useScope(): Scope {
  const prefix = useId()
  return useState(() => ({ prefix, ...nothingYet() }))[0]
}

export function idOf(prefix: string, name: string): string {
  return `${prefix}-${name.replaceAll('.', '-')}`
}

/** What a control needs to stand in its form: ids, its message, and the form's register. */
export function useField(name: string, label: string, hasHint = false) {
  const { prefix, fields } = use(FormScope)
  const form = useFormContext<FieldValues>()
  const { errors } = useFormState({ control: form.control, name })
  const id = idOf(prefix, name)
  useEffect(() => {
    fields.set(name, label)
    return () => void fields.delete(name)
  }, [fields, name, label])
  const found: unknown = get(errors, name)
  const raw =
    typeof found === 'object' && found !== null ? Reflect.get(found, 'message') : undefined
  const message = typeof raw === 'string' && raw !== '' ? messageWords(raw) : undefined
  const described = [hasHint && `${id}-hint`, message && `${id}-error`].filter(Boolean).join(' ')
  return {
    id,
    message,
    form,
    aria: {
      ...(message && { 'aria-invalid': true }),
      ...(described && { 'aria-describedby': described }),
    },
  }
}

/** Lets a control judge its own raw text, for instance a day that does not exist. */
export function useCheck(name: string, check: Check): void {
  const { checks } = use(FormScope)
  useEffect(() => {
    checks.set(name, check)
    return () => void checks.delete(name)
  })
}
