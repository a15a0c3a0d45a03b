import { useEffect, useRef } from 'react'
import { useText } from '../../text.ts'
import type { SummaryLine } from './summary-lines.ts'

/** What is to be mended, above the form, with a way to each place. Takes the focus each round. */
export function ErrorSummary({ faults, round }: { faults: readonly SummaryLine[]; round: number }) {
  const t = useText()
  const box = useRef<HTMLDivElement>(null)
  const any = faults.length > 0
  useEffect(() => {
    if (round > 0 && any) box.current?.focus()
  }, [round, any])
  if (!any) return null
  return (
    <div className="errsum" role="group" tabIndex={-1} ref={box} aria-labelledby="error-summary">
      <h2 id="error-summary">{t('shell.errors.summary', { number: faults.length })}</h2>
      <ul>
        {faults.map(({ id, message }) => (
          <li key={`${id}${message}`}>
            {id === null ? message : <FaultLink id={id} message={message} />}
          </li>
        ))}
      </ul>
    </div>
  )
}

function FaultLink({ id, message }: { id: string; message: string }) {
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        const field = document.getElementById(id)
        if (!field) return
        event.preventDefault()
        field.focus()
        field.closest('.fld')?.scrollIntoView({ block: 'center' })
      }}
    >
      {message}
    </a>
  )
}
