import { useState } from 'react'
import { MOST_AT_ONCE } from '../../domain/revision/bulk.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import type { ConsolidationView } from '../../domain/revision/views.contract.ts'
import { Button } from '../kit/Button.tsx'
import { Note } from '../kit/Note.tsx'
import { sayCode, useText } from '../text.ts'
import type { Choosing } from './choosing.ts'
import { ManyDialog } from './ManyDialog.tsx'

type Props = { view: ConsolidationView; choosing: Choosing }

/** In the bar at the foot: what is chosen, and how far the job is, which needs no open page. */
export function ManyBar({ view, choosing }: Props) {
  const t = useText()
  const [asking, setAsking] = useState(false)
  const { count, matching, clear } = choosing
  const { job } = view
  if (job && (job.state === 'WAITING' || job.state === 'RUNNING'))
    return <span role="status">{t('revision.many.runs', wordsOf(job, t))}</span>
  const isTooMany = !matching && count > MOST_AT_ONCE
  const key = isTooMany ? 'revision.many.most' : 'revision.many.chosen'
  const number = writeNumber(isTooMany ? MOST_AT_ONCE : count)
  return (
    <>
      {count > 0 && (
        <div className="row">
          <span role="status">{t(key, { number })}</span>
          {!isTooMany && <Button onClick={() => setAsking(true)}>{t('revision.many.deed')}</Button>}
          <Button kind="text" onClick={clear}>
            {t('revision.many.clear')}
          </Button>
        </div>
      )}
      {asking && <ManyDialog {...{ view, choosing }} onClose={() => setAsking(false)} />}
    </>
  )
}

function wordsOf(
  { done, total, disposition }: NonNullable<ConsolidationView['job']>,
  t: ReturnType<typeof useText>,
) {
  return {
    done: writeNumber(done),
    total: writeNumber(total),
    disposition: t(`revision.dispositions.${disposition}`),
  }
}

/** What became of the last "many at once", where something was left as it is. */
export function JobNote({ view: { job } }: Pick<Props, 'view'>) {
  const t = useText()
  const [seen, setSeen] = useState<string | null>(null)
  if (!job || seen === job.jobId || job.failures.length === 0) return null
  return (
    <Note tone="act">
      <p role="status">{t('revision.many.over', wordsOf(job, t))}</p>
      <ul className="plain">
        {job.failures.map(({ commentId, number, unitName, error }) => (
          <li key={commentId}>
            {unitName}, {number}: {sayCode(error)}
          </li>
        ))}
      </ul>
      {job.failed > job.failures.length && (
        <p>
          {t('revision.many.moreFailed', {
            number: writeNumber(job.failed - job.failures.length),
          })}
        </p>
      )}
      <Button kind="text" onClick={() => setSeen(job.jobId)}>
        {t('revision.many.seen')}
      </Button>
    </Note>
  )
}
