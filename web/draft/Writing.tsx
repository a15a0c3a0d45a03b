import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { type DefaultValues, type FieldValues, FormProvider, useForm } from 'react-hook-form'
import type { z } from 'zod'
import { useMe } from '../app/me.ts'
import { Clashes } from '../kit/autosave/Clashes.tsx'
import { isSame } from '../kit/autosave/merge.ts'
import type { Save } from '../kit/autosave/save-state.ts'
import { type Autosave, useAutosave } from '../kit/autosave/useAutosave.ts'
import { resolverOf } from '../kit/form/resolver.ts'
import { FormScope, useScope } from '../kit/form/scope.ts'
import { savingNow } from './saving.ts'

type Props<T extends FieldValues> = {
  /** Which part of the plan: `clause/${id}`. */
  part: string
  schema: z.ZodType<T, T>
  load: { value: T; revision: number }
  save: Save<T>
  label: string
  className?: string
  /** Takes out of the form's raw values what the contract knows only as absent. */
  tidy?: (values: T) => T
  children: ReactNode | ((now: Autosave<T>) => ReactNode)
}

/** The fields of one part of the plan: what is valid is kept at once and saved a moment later. */
export function Writing<T extends FieldValues>(props: Props<T>) {
  const { part, schema, load, save, label, className = 'edf', tidy = asItIs, children } = props
  const { accountId } = useMe()
  const scope = useScope()
  const autosave = useAutosave<T>({ document: `${accountId}/draft/${part}`, load, save })
  const form = useForm<T, unknown, T>({
    resolver: useMemo(() => {
      const judge = resolverOf(schema, scope.checks)
      return (values, ...more) => judge(tidy(values), ...more)
    }, [schema, scope, tidy]),
    // a form that is whole is also one that is partly filled
    defaultValues: load.value as DefaultValues<T>,
    shouldFocusError: false,
    mode: 'onChange',
  })
  const { edit, value } = autosave
  const kept = useRef(value)
  useEffect(() => {
    kept.current = value
  }, [value])
  useEffect(() => {
    const keep = form.handleSubmit((values) => {
      if (!isSame(values, kept.current)) edit(values)
    })
    return form.subscribe({
      formState: { values: true },
      callback: ({ name }) => void (name !== undefined && keep()),
    })
  }, [form, edit])
  useEffect(() => {
    if (!isSame(value, tidy(form.getValues()))) form.reset(value)
  }, [value, form, tidy])
  useEffect(() => savingNow.set(autosave.state), [autosave.state])

  return (
    <FormProvider {...form}>
      <FormScope value={scope}>
        <form
          className={className}
          aria-label={label}
          noValidate
          onSubmit={(e) => e.preventDefault()}
        >
          {typeof children === 'function' ? children(autosave) : children}
          <div className="wide">
            <Clashes document={autosave} />
          </div>
        </form>
      </FormScope>
    </FormProvider>
  )
}

const asItIs = <T,>(values: T): T => values
