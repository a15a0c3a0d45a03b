import { useEffect, useRef } from 'react'
import { useFormContext } from 'react-hook-form'
import type { ResultForm, ResultWriting } from '../../domain/inspection/forms.contract.ts'
import { Clashes } from '../kit/autosave/Clashes.tsx'
import { isSame } from '../kit/autosave/merge.ts'
import { SavedWord } from '../kit/autosave/SavedWord.tsx'
import type { Autosave } from '../kit/autosave/useAutosave.ts'
import type { Props } from './InspectionPage.tsx'
import { fieldsOf, writingOf } from './result-writing.ts'

/** Ties the fields to what is kept: what is typed goes there, what comes from elsewhere is shown. */
export function KeptResult({ inspection, kept }: Props & { kept: Autosave<ResultWriting> }) {
  // the context is another object at each drawing, its functions are not
  const { subscribe, getValues, reset } = useFormContext<ResultForm>()
  const { edit, value } = kept
  const latest = useRef({ value, inspection })
  useEffect(() => {
    latest.current = { value, inspection }
  }, [value, inspection])
  useEffect(
    () =>
      subscribe({
        formState: { values: true },
        callback({ name, values }) {
          const typed = name === undefined ? null : writingOf(values)
          if (typed && !isSame(typed, latest.current.value)) edit(typed)
        },
      }),
    [subscribe, edit],
  )
  useEffect(() => {
    if (isSame(value, writingOf(getValues()))) return
    reset(fieldsOf(value, latest.current.inspection))
  }, [value, getValues, reset])
  return (
    <>
      <Clashes document={kept} />
      <p>
        <SavedWord state={kept.state} />
      </p>
    </>
  )
}
