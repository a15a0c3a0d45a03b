import { Link, useParams } from '@tanstack/react-router'
import { dayOfInstant, timeOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { papersRoutes, type ReceiptView } from '../../domain/papers/papers.contract.ts'
import { HistoryPanel } from '../app/HistoryPanel.tsx'
import { PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'

/** Which units have a paper; those that have not said so stand first. */
export function ReceiptsPage() {
  const t = useText()
  const { paperId = '' } = useParams({ strict: false })
  const found = useReading(papersRoutes.receipts, { params: { paperId } })
  return (
    <Shown reading={found}>
      {({ number, receipts }) => (
        <>
          <PageHead
            working
            title={`${t('papers.pages.receipts.title')}: ${number}`}
            crumbs={[
              {
                label: t('papers.pages.register.title'),
                link: <Link to="/papers">{t('papers.pages.register.title')}</Link>,
              },
              { label: number },
            ]}
            lead={t('papers.pages.receipts.lead', {
              done: receipts.filter(({ receivedAt }) => receivedAt !== null).length,
              total: receipts.length,
            })}
          />
          <DataTable<ReceiptView>
            label={t('papers.pages.receipts.title')}
            rows={receipts}
            rowKey={({ unitId }) => unitId}
            empty={t('papers.pages.receipts.none')}
            excelHref={`/api/papers/${paperId}/receipts/export.xlsx`}
            columns={columnsOf(t)}
          />
          <HistoryPanel objectType="paper" objectId={paperId} />
        </>
      )}
    </Shown>
  )
}

function columnsOf(t: ReturnType<typeof useText>) {
  return [
    col<ReceiptView>({
      id: 'unit',
      head: t('papers.pages.receipts.unit'),
      rowHead: true,
      cell: ({ unitName }) => unitName,
    }),
    col<ReceiptView>({
      id: 'sent',
      head: t('papers.pages.receipts.sent'),
      className: 'nw',
      cell: ({ sentAt }) => written(sentAt),
    }),
    col<ReceiptView>({
      id: 'received',
      head: t('papers.pages.receipts.received'),
      className: 'nw',
      cell: ({ receivedAt }) =>
        receivedAt ? (
          <StateWord tone="done">{written(receivedAt)}</StateWord>
        ) : (
          <StateWord tone="soon">{t('papers.pages.receipts.notYet')}</StateWord>
        ),
    }),
    col<ReceiptView>({
      id: 'by',
      head: t('papers.pages.receipts.by'),
      cell: ({ receivedBy }) => receivedBy,
    }),
  ]
}

function written(at: string): string {
  return `${writeDay(dayOfInstant(at))} ${timeOfInstant(at)}`
}
