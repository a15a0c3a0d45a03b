import { Link } from '@tanstack/react-router'
import type { TargetResultView } from '../../domain/reward/results.contract.ts'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { useText } from '../text.ts'
import { figureWords, satisfactionWords } from './result-words.ts'
import { RowsLink } from './RowsLink.tsx'

type Props = { target: TargetResultView; planYear: number }
type Row = TargetResultView['units'][number]

/** The shares of the units; what each did leads to its rows by name. */
export function PerUnit({ target, planYear }: Props) {
  const t = useText()
  const { units } = target
  if (units.length === 0) return null
  const unknown = t('reward.results.unknown')
  const isRated = units.some(({ ratings }) => ratings !== null)
  const isTested = units.some(({ quality }) => quality !== null)
  const title = t('reward.results.perUnit', { count: units.length })
  const quality = col<Row>({
    id: 'quality',
    head: t('reward.results.passRate'),
    right: true,
    cell: (row) => figureWords(row.quality?.percent ?? null, true),
  })
  const satisfaction = col<Row>({
    id: 'satisfaction',
    head: t('reward.results.satisfaction'),
    right: true,
    cell: ({ ratings }) => satisfactionWords(ratings?.figures, t),
  })
  return (
    <details>
      <summary>{title}</summary>
      <DataTable<Row>
        label={`${target.code}: ${title}`}
        rows={units}
        rowKey={({ unitId }) => unitId}
        columns={[
          col({
            id: 'unit',
            head: t('reward.results.unit'),
            rowHead: true,
            cell: ({ unitId, unitName }) => (
              <Link to="/units/$id" params={{ id: unitId }}>
                {unitName}
              </Link>
            ),
          }),
          col({
            id: 'planned',
            head: t('reward.results.planned'),
            right: true,
            cell: ({ planned }) => figureWords(planned),
          }),
          col({
            id: 'done',
            head: t('reward.results.done'),
            right: true,
            cell: ({ unitId, done }) =>
              done === null ? (
                unknown
              ) : (
                <RowsLink {...{ target, planYear, unitId }}>{figureWords(done)}</RowsLink>
              ),
          }),
          ...(isTested ? [quality] : []),
          ...(isRated ? [satisfaction] : []),
        ]}
      />
    </details>
  )
}
