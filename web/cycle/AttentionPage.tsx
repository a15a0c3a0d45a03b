import { useState } from 'react'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import type { AttentionView } from '../../domain/cycle/history.contract.ts'
import { addressOf } from '../address.ts'
import { useDeed } from '../deed.ts'
import { Button } from '../kit/Button.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { PageHead } from '../kit/Page.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { dayAndTime } from './words.ts'

/** Steps that finally failed; an administrator has each tried again, or skips it with a reason. */
export function AttentionPage() {
  const t = useText()
  const { data, error, refetch } = useReading(cycleRoutes.attentions, {}, { everySeconds: 30 })
  const [skipping, setSkipping] = useState<AttentionView | null>(null)
  const retry = useDeed(cycleRoutes.retryAttention)
  const tryAgain = ({ attentionId }: AttentionView) =>
    void retry.send({ params: { attentionId }, body: {} })
  return (
    <>
      <PageHead
        working
        title={t('cycle.pages.attention.title')}
        lead={t('cycle.pages.attention.lead')}
      />
      <ProblemNote problem={retry.problem} />
      <DataTable<AttentionView>
        label={t('cycle.pages.attention.title')}
        rows={data?.attentions}
        rowKey={({ attentionId }) => attentionId}
        error={error}
        onRetry={() => void refetch()}
        empty={t('cycle.pages.attention.none')}
        excelHref={addressOf('/attention/export.xlsx')}
        columns={[
          ...factsOf(t),
          col<AttentionView>({
            id: 'deeds',
            head: '',
            right: true,
            cell: (row) =>
              row.resolution ? (
                <Answered row={row} />
              ) : (
                <span className="row">
                  <Button icon="refresh" onClick={() => tryAgain(row)}>
                    {t('cycle.pages.attention.retry')}
                  </Button>
                  <Button kind="text" onClick={() => setSkipping(row)}>
                    {t('cycle.pages.attention.skip')}
                  </Button>
                </span>
              ),
          }),
        ]}
      />
      {skipping && <Skip row={skipping} onClose={() => setSkipping(null)} />}
    </>
  )
}

function factsOf(t: ReturnType<typeof useText>) {
  return [
    col<AttentionView>({
      id: 'step',
      head: t('cycle.pages.attention.step'),
      rowHead: true,
      cell: ({ step, process }) => (
        <>
          {step}
          <br />
          <span className="small">{process}</span>
        </>
      ),
    }),
    col<AttentionView>({
      id: 'error',
      head: t('cycle.pages.attention.error'),
      cell: (row) => row.error,
    }),
    col<AttentionView>({
      id: 'since',
      head: t('cycle.pages.attention.since'),
      className: 'nw',
      cell: ({ raisedAt }) => dayAndTime(raisedAt),
    }),
  ]
}

function Answered({ row: { resolution, resolvedBy } }: { row: AttentionView }) {
  const t = useText()
  return (
    <>
      <StateWord tone="done">
        {t(
          resolution === 'RETRY'
            ? 'cycle.pages.attention.retried'
            : 'cycle.pages.attention.skipped',
        )}
      </StateWord>
      <br />
      <span className="small">{resolvedBy}</span>
    </>
  )
}

function Skip({ row, onClose }: { row: AttentionView; onClose: () => void }) {
  const t = useText()
  const { step, attentionId } = row
  const skip = useDeed(cycleRoutes.skipAttention, { onDone: onClose })
  return (
    <ReasonDialog
      title={t('cycle.pages.attention.skipTitle', { step })}
      deed={t('cycle.pages.attention.skip')}
      opened
      onClose={onClose}
      problem={skip.problem}
      onGiven={(reason) => skip.send({ params: { attentionId }, body: { reason } })}
    >
      <p>{t('cycle.pages.attention.skipLead')}</p>
    </ReasonDialog>
  )
}
