import { Link } from '@tanstack/react-router'
import { writeNumber } from '../../domain/grammar/text.ts'
import {
  countsOfTotals,
  OPINION_PARTS,
  opinionFigures,
  type OpinionFigures,
} from '../../domain/revision/opinion-figures.ts'
import { writePlaceKey } from '../../domain/revision/place-key.ts'
import type { ConsolidationView, PlaceView } from '../../domain/revision/views.contract.ts'
import { BarList } from '../kit/BarList.tsx'
import { ChartWithTable } from '../kit/ChartWithTable.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { useText } from '../text.ts'
import { usePlaceName } from './place-name.ts'
import { useOpinionParts } from './opinion-parts.ts'
import { anewInList, notNarrowed, useRevisionSearch } from './search.ts'

type Shown = Pick<ConsolidationView, 'places'> & {
  totals: Pick<ConsolidationView['totals'], 'comments' | 'disposed' | 'byDisposition'>
  rounds: readonly unknown[]
}

/** What the comments speak of, and what became of them, in the order of the paper. */
export function OpinionBars({ view }: { view: Shown }) {
  const t = useText()
  const placeName = usePlaceName()
  const partsOf = useOpinionParts()
  const places = view.places.map((place) => ({ ...opinionFigures(place), place }))
  const total = opinionFigures(countsOfTotals(view.totals))
  const isTwice = view.rounds.length > 1
  const [most] = places.toSorted((a, b) => b.total - a.total)
  if (!most) return null
  const title = t('revision.charts.opinions', {
    place: placeName(most.place),
    number: writeNumber(most.total),
    total: writeNumber(total.total),
  })
  const bars = places.map((figures) => {
    const parts = partsOf(figures).filter(({ number }) => number > 0)
    return {
      key: keyOf(figures),
      name: <ToRows figures={figures} isTwice={isTwice} />,
      lines: [parts],
      figures: (
        <>
          <b>{t('revision.charts.comments', { number: writeNumber(figures.total) })}</b>{' '}
          {parts.map(({ name, number }) => `${name} ${writeNumber(number)}`).join(', ')}
        </>
      ),
    }
  })
  return (
    <ChartWithTable
      title={title}
      chart={
        <BarList label={t('revision.charts.opinionsLabel')} legend={partsOf(total)} bars={bars} />
      }
      table={<Twin {...{ places, total, isTwice }} />}
    />
  )
}

type PlaceFigures = OpinionFigures & { place: PlaceView }

const keyOf = ({ place }: PlaceFigures) => writePlaceKey(place)

type ToRowsProps = { figures: PlaceFigures; isTwice: boolean }

function ToRows({ figures: { place }, isTwice }: ToRowsProps) {
  const t = useText()
  const { year } = useRevisionSearch()
  const named = usePlaceName()(place)
  const name = isTwice ? `${named} (${t('revision.page.ofRound', { round: place.round })})` : named
  return (
    <Link
      to="/cycles/$year/revision"
      params={{ year: String(year) }}
      search={(before) => ({
        ...before,
        ...anewInList,
        ...notNarrowed,
        place: writePlaceKey(place),
      })}
      hash="opinions"
    >
      {name}
    </Link>
  )
}

type Row = OpinionFigures & { figures: PlaceFigures | null }

type TwinProps = { places: readonly PlaceFigures[]; total: OpinionFigures; isTwice: boolean }

function Twin({ places, total, isTwice }: TwinProps) {
  const t = useText()
  const partsOf = useOpinionParts()
  const names = Object.fromEntries(partsOf(total).map(({ key, name }) => [key, name]))
  const rows: Row[] = [
    ...places.map((figures) => ({ ...figures, figures })),
    { ...total, figures: null },
  ]
  return (
    <DataTable<Row>
      label={t('revision.charts.opinionsLabel')}
      rows={rows}
      rowKey={({ figures }) => (figures ? keyOf(figures) : 'total')}
      columns={[
        col({
          id: 'place',
          head: t('revision.sheet.place'),
          rowHead: true,
          cell: ({ figures }) =>
            figures ? <ToRows {...{ figures, isTwice }} /> : t('revision.charts.total'),
        }),
        ...OPINION_PARTS.map((part) =>
          col<Row>({
            id: part,
            head: names[part] ?? part,
            right: true,
            cell: (row) => writeNumber(row[part]),
          }),
        ),
        col({
          id: 'total',
          head: t('revision.charts.total'),
          right: true,
          cell: (row) => writeNumber(row.total),
        }),
      ]}
    />
  )
}
