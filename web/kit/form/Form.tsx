import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { type DefaultValues, FormProvider, useForm, useFormState } from 'react-hook-form'
import type { z } from 'zod'
import { Problem } from '../../problem.ts'
import { Button } from '../Button.tsx'
import { ProblemNote } from '../ProblemNote.tsx'
import { markTitle } from '../title.ts'
import { ErrorSummary } from './ErrorSummary.tsx'
import { flatFaults, showAtFields } from './faults.ts'
import { type FormSchema, resolverOf } from './resolver.ts'
import { FormScope, useScope } from './scope.ts'
import { summaryLines } from './summary-lines.ts'

type Props<S extends FormSchema> = {
  /** The contract's own schema of the body: the same one that the server judges by. */
  schema: S
  defaultValues: DefaultValues<z.input<S>>
  onSubmit: (values: z.output<S>) => unknown
  /** What the last deed was refused for; its pointers are shown at the fields. */
  problem?: Error | null | undefined
  label?: string
  /** What is typed is kept elsewhere at once: leaving the page loses nothing. */
  isKept?: boolean
  className?: string
  children: ReactNode
}

/**
 * A form of the contract. Judged when it is sent, then again at each change; on failure the focus
 * goes to the summary, whose lines lead to the fields. What was typed always stays.
 */
export function Form<S extends FormSchema>(props: Props<S>) {
  const { schema, defaultValues, onSubmit, problem, label, isKept = false } = props
  const { className, children } = props
  const scope = useScope()
  const resolver = useMemo(() => resolverOf(schema, scope.checks), [schema, scope.checks])
  const [tried, setTried] = useState(0)
  const form = useForm<z.input<S>, unknown, z.output<S>>({
    resolver,
    defaultValues,
    shouldFocusError: false,
    mode: 'onSubmit',
    reValidateMode: 'onChange',
  })
  const { errors, isDirty, isSubmitting } = form.formState
  const faults = tried > 0 ? flatFaults(errors) : []

  useEffect(() => {
    if (!(problem instanceof Problem) || problem.errors.length === 0) return
    showAtFields(problem, form.setError)
    setTried((times) => times + 1)
  }, [problem, form.setError])
  useEffect(() => markTitle(faults.length > 0), [faults.length])
  useLeaveWarning(!isKept && isDirty && !isSubmitting && !form.formState.isSubmitSuccessful)

  return (
    <FormProvider {...form}>
      <FormScope value={scope}>
        <form
          noValidate
          className={className}
          aria-label={label}
          onSubmit={(event) => {
            event.stopPropagation()
            void form.handleSubmit(onSubmit, () => setTried((times) => times + 1))(event)
          }}
        >
          <ErrorSummary round={tried} faults={summaryLines(faults, scope)} />
          {problem && faults.length === 0 && <ProblemNote problem={problem} />}
          {children}
        </form>
      </FormScope>
    </FormProvider>
  )
}

/** The browser asks before a page with unsent words is closed. */
function useLeaveWarning(active: boolean): void {
  useEffect(() => {
    if (!active) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [active])
}

type SubmitProps = { children: ReactNode; big?: boolean; sending?: boolean }

/** The one filled button of the form; a second press while it is being sent does nothing. */
export function SubmitButton({ children, big = false, sending = false }: SubmitProps) {
  const { isSubmitting } = useFormState()
  return (
    <Button type="submit" kind="primary" big={big} sending={sending || isSubmitting}>
      {children}
    </Button>
  )
}
