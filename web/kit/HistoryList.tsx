import type { ReactNode } from 'react'
import { dayOfInstant, timeOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { useText } from '../text.ts'

export type HistoryRow = {
  id: string
  at: string
  actor: string
  onBehalfOf?: string | null
  /** What was done, as a sentence of the dictionaries: 'gửi góp ý'. */
  deed: ReactNode
  reason?: string | null
}

/** The register of deeds about one thing, readable: when, who, what, why. */
export function HistoryList({ rows }: { rows: readonly HistoryRow[] }) {
  const t = useText()
  if (rows.length === 0) return <p className="quiet">{t('shell.history.empty')}</p>
  return (
    <ol className="history">
      {rows.map((row) => (
        <li key={row.id}>
          <time dateTime={row.at}>
            {writeDay(dayOfInstant(row.at))} {timeOfInstant(row.at)}
          </time>
          <div>
            <b>{row.actor}</b>
            {row.onBehalfOf && `, ${t('shell.history.onBehalfOf', { name: row.onBehalfOf })}`}{' '}
            {row.deed}
            {row.reason && <p className="small">{row.reason}</p>}
          </div>
        </li>
      ))}
    </ol>
  )
}
