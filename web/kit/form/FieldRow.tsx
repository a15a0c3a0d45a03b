import { type ReactNode, use, useEffect } from 'react'
import { FormScope } from './scope.ts'

type Props = {
  /** Where the fields of the row stand in the form, such as `sessions.1`. */
  at: string
  name: string
  className?: string
  children: ReactNode
}

/** The fields of one row of a list, under the name by which the summary speaks of them. */
export function FieldRow({ at, name, className, children }: Props) {
  const { rows } = use(FormScope)
  useEffect(() => {
    rows.set(at, name)
    return () => void rows.delete(at)
  }, [rows, at, name])
  return (
    <section className={className} aria-label={name}>
      {children}
    </section>
  )
}
