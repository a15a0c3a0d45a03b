import { useState } from 'react'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import type { HistoryView } from '../../domain/cycle/history.contract.ts'
import { Button } from '../kit/Button.tsx'
import { HistoryList, type HistoryRow } from '../kit/HistoryList.tsx'
import { Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { tell } from './deed-words.ts'

type Props = {
  objectType:
    | 'plan'
    | 'answer'
    | 'round'
    | 'approval'
    | 'paper'
    | 'unit'
    | 'official'
    | 'trainingClass'
    | 'inspection'
    | 'commendation'
    | 'conference'
  objectId: string
}

/** What was done to one thing, by whom and when; read when somebody opens it. */
export function HistoryPanel({ objectType, objectId }: Props) {
  const t = useText()
  const [opened, setOpened] = useState(false)
  return (
    <details className="history-panel" onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{t('shell.history.title')}</summary>
      {opened && <Deeds key={objectId} {...{ objectType, objectId }} />}
    </details>
  )
}

function Deeds({ objectType, objectId }: Props) {
  const t = useText()
  const [page, setPage] = useState(1)
  const history = useReading(cycleRoutes.history, {
    params: { objectType, objectId },
    query: { page },
  })
  return (
    <Shown reading={history} rows={2}>
      {({ entries, hasMore }) => (
        <>
          <HistoryList rows={entries.map(historyRow)} />
          {(hasMore || page > 1) && (
            <p className="row">
              {page > 1 && (
                <Button onClick={() => setPage(page - 1)}>{t('shell.history.newer')}</Button>
              )}
              {hasMore && (
                <Button onClick={() => setPage(page + 1)}>{t('shell.history.older')}</Button>
              )}
            </p>
          )}
        </>
      )}
    </Shown>
  )
}

export function historyRow(entry: HistoryView): HistoryRow {
  return { id: entry.entryId, at: entry.at, onBehalfOf: entry.actingFor, ...tell(entry) }
}
