import { writeNumber } from '../../domain/grammar/text.ts'
import { requestFigures, type RequestFigures } from '../../domain/revision/request-figures.ts'
import type { RequestRow, SharedTarget } from '../../domain/revision/views.contract.ts'
import { BarList } from '../kit/BarList.tsx'
import { ChartWithTable } from '../kit/ChartWithTable.tsx'
import type { Part } from '../kit/StackedBar.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { useText } from '../text.ts'

type Props = { target: SharedTarget; requests: readonly RequestRow[] }

/** What the units ask for beside what was assigned to them, and what that does to the headline. */
export function RequestBars({ target, requests }: Props) {
  const t = useText()
  const figures = requestFigures(target, requests)
  const part = useParts()
  const label = t('revision.charts.requestsLabel', { code: target.code })
  return (
    <ChartWithTable
      title={useTitle(figures, target)}
      chart={
        <BarList
          label={label}
          legend={[part.assigned(0), part.requested(0)]}
          bars={figures.units.map(({ id, unitName, assigned, requested, difference }) => ({
            key: id,
            name: unitName,
            lines: [[part.assigned(assigned)], [part.requested(requested)]],
            figures: t('revision.charts.asked', {
              assigned: writeNumber(assigned),
              requested: writeNumber(requested),
              difference: signed(difference),
            }),
          }))}
        />
      }
      table={<Twin {...{ figures, label }} />}
    />
  )
}

const signed = (number: number) => (number > 0 ? `+${writeNumber(number)}` : writeNumber(number))

function useParts() {
  const t = useText()
  const part = (key: 'assigned' | 'requested', look: Part['look']) => (number: number) => ({
    key,
    look,
    number,
    name: t(`revision.requestsPart.${key}`),
  })
  return { assigned: part('assigned', 'light'), requested: part('requested', 'full') }
}

function useTitle(figures: RequestFigures, { measuredIn }: SharedTarget): string {
  const t = useText()
  const { beyond, requested, headline } = figures
  const words = {
    requested: writeNumber(requested),
    headline: writeNumber(headline),
    number: writeNumber(Math.abs(beyond)),
    measuredIn,
  }
  if (beyond === 0) return t('revision.charts.requestsExact', words)
  return t(beyond < 0 ? 'revision.charts.requestsShort' : 'revision.charts.requestsOver', words)
}

type Row = {
  key: string
  name: string
  assigned: number
  requested: number
  difference: number | null
}

/** The units, the rest, and the sum of both against the headline. */
function Twin({ figures, label }: { figures: RequestFigures; label: string }) {
  const t = useText()
  const { units, others, assigned, requested, headline, beyond } = figures
  const sums = [
    { key: 'others', assigned: others, requested: others, difference: 0 },
    { key: 'total', assigned, requested, difference: requested - assigned },
    { key: 'headline', assigned: headline, requested: headline, difference: null },
    { key: 'beyond', assigned: assigned - headline, requested: beyond, difference: null },
  ] as const
  return (
    <DataTable<Row>
      label={label}
      rows={[
        ...units.map(({ id, unitName, ...row }) => ({ ...row, key: id, name: unitName })),
        ...sums.map((row) => ({ ...row, name: t(`revision.charts.rows.${row.key}`) })),
      ]}
      rowKey={({ key }) => key}
      columns={[
        col({
          id: 'unit',
          head: t('revision.requestsPart.unit'),
          rowHead: true,
          cell: ({ name }) => name,
        }),
        ...(['assigned', 'requested'] as const).map((key) =>
          col<Row>({
            id: key,
            head: t(`revision.requestsPart.${key}`),
            right: true,
            cell: (row) => (row.key === 'beyond' ? signed(row[key]) : writeNumber(row[key])),
          }),
        ),
        col({
          id: 'difference',
          head: t('revision.requestsPart.difference'),
          right: true,
          cell: ({ difference }) => (difference === null ? null : signed(difference)),
        }),
      ]}
    />
  )
}
