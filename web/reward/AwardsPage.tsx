import { Link, useSearch } from '@tanstack/react-router'
import { rewardRoutes as routes } from '../../domain/reward/reward.contract.ts'
import type { AwardView } from '../../domain/reward/views.contract.ts'
import { PageHead } from '../kit/Page.tsx'
import { type Col, col, DataTable } from '../kit/table/DataTable.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { dayWords } from './words.ts'

/** What was awarded, for everybody in the house. */
export function AwardsPage() {
  const t = useText()
  const { year } = useSearch({ from: '/shell/awards' })
  const found = useReading(routes.awards, { query: year ? { planYear: year } : {} })
  return (
    <>
      <PageHead title={t('reward.awards.title')} working />
      <DataTable<AwardView>
        label={t('reward.awards.title')}
        rows={found.data?.awards}
        error={found.error}
        rowKey={({ fileId }) => fileId}
        excelHref="/api/awards/export.xlsx"
        empty={t('reward.awards.none')}
        columns={useColumns()}
      />
    </>
  )
}

function useColumns(): Col<AwardView>[] {
  const t = useText()
  return [
    col({
      id: 'subject',
      head: t('reward.awards.subject'),
      rowHead: true,
      cell: ({ subjectName, unitId }) => (
        <Link to="/units/$id" params={{ id: unitId }}>
          {subjectName}
        </Link>
      ),
    }),
    col({ id: 'year', head: t('reward.awards.year'), cell: ({ planYear }) => String(planYear) }),
    col({
      id: 'form',
      head: t('reward.awards.form'),
      cell: ({ form }) => t(`reward.forms.${form}`),
    }),
    col({ id: 'citation', head: t('reward.awards.citation'), cell: ({ citation }) => citation }),
    col({
      id: 'decision',
      head: t('reward.awards.decision'),
      cell: ({ decision, commendationId: id }) => (
        <Link to="/print/commendations/$id" params={{ id }}>
          {decision}
        </Link>
      ),
    }),
    col({
      id: 'handedOver',
      head: t('reward.awards.handedOver'),
      className: 'nw',
      cell: ({ handedOverOn }) =>
        handedOverOn ? dayWords(handedOverOn) : t('reward.awards.notYet'),
    }),
  ]
}
