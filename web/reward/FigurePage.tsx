import { getRouteApi, Link } from '@tanstack/react-router'
import { PLAN_TYPES } from '../../domain/draft/plan.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import type { FigureRowsView, FigureRowView } from '../../domain/reward/results.contract.ts'
import { kindOfRows } from '../../domain/reward/results.ts'
import { rewardRoutes as routes } from '../../domain/reward/reward.contract.ts'
import { addressOf } from '../address.ts'
import { type Col, col, DataTable } from '../kit/table/DataTable.tsx'
import { PageHead } from '../kit/Page.tsx'
import { turns } from '../kit/table/turns.ts'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { figureWords, satisfactionWords } from './result-words.ts'

const page = getRouteApi('/shell/cycles/$year/results/$planType/$code')

/** Who or what one number of the year-end board counts, by name. */
export function FigurePage() {
  const { year, planType, code } = page.useParams()
  const asked = PLAN_TYPES.find((each) => each === planType)
  return asked ? <Figure {...{ code }} planYear={Number(year)} planType={asked} /> : null
}

type Place = { planYear: number; planType: (typeof PLAN_TYPES)[number]; code: string }

function Figure(params: Place) {
  const t = useText()
  const { unit: unitId, ...paging } = page.useSearch()
  const go = page.useNavigate()
  const { data, error } = useReading(routes.figureRows, { params, query: { unitId, ...paging } })
  const { planYear, planType, code } = params
  const results = t('reward.results.title', { planYear: String(planYear) })
  const count =
    typeof data?.total === 'number'
      ? t('reward.results.figure.count', { number: writeNumber(data.total) })
      : ''
  return (
    <>
      <PageHead
        working
        title={data ? `${code}. ${data.text}` : code}
        lead={data && <Lead {...{ data, count }} params={params} />}
        crumbs={[
          {
            label: results,
            link: (
              <Link to="/cycles/$year/results" params={{ year: String(planYear) }}>
                {results}
              </Link>
            ),
          },
          { label: code },
        ]}
      />
      <DataTable<FigureRowView>
        label={data?.text ?? code}
        rows={data?.rows}
        error={error}
        rowKey={({ id }) => id}
        empty={t(data?.source ? 'reward.results.figure.none' : 'reward.results.figure.noRows')}
        columns={useColumns(data?.source ?? null)}
        excelHref={addressOf(
          '/cycles/:planYear/results/:planType/:code/export.xlsx',
          { planYear, planType, code },
          { unitId },
        )}
        paging={turns(data, count, (turn) => void go({ search: { unit: unitId, ...turn } }))}
      />
    </>
  )
}

type LeadProps = { data: FigureRowsView; count: string; params: Place }

function Lead({ data, count, params }: LeadProps) {
  const t = useText()
  if (!data.unitName) return count
  const { planYear, ...place } = params
  return (
    <>
      {t('reward.results.figure.ofUnit', { unit: data.unitName })} {count}{' '}
      <Link
        to="/cycles/$year/results/$planType/$code"
        params={{ ...place, year: String(planYear) }}
        search={{}}
      >
        {t('reward.results.figure.allUnits')}
      </Link>
    </>
  )
}

function useColumns(source: FigureRowsView['source']): Col<FigureRowView>[] {
  const t = useText()
  const kind = kindOfRows(source)
  const named: Col<FigureRowView>[] = [
    col({
      id: 'name',
      head: t(`reward.results.figure.name.${kind}`),
      rowHead: true,
      cell: (row) => <Named {...{ row, kind }} />,
    }),
    col({
      id: 'unit',
      head: t(`reward.results.figure.unit.${kind}`),
      cell: ({ unitName }) => unitName,
    }),
  ]
  const satisfaction = col<FigureRowView>({
    id: 'satisfaction',
    head: t('reward.results.satisfaction'),
    right: true,
    cell: ({ ratings }) => satisfactionWords(ratings, t) ?? t('reward.results.notEnough'),
  })
  const questions = col<FigureRowView>({
    id: 'questions',
    head: t('reward.results.questionPercent'),
    right: true,
    cell: ({ questionPercent }) => figureWords(questionPercent, true),
  })
  if (source === 'questionShare') return [...named, questions, satisfaction]
  if (kind === 'CLASS') return [...named, satisfaction]
  if (kind !== 'PERSON') return named
  return [
    ...named,
    col({
      id: 'class',
      head: t('reward.results.className'),
      cell: ({ classId, className }) =>
        classId && (
          <Link to="/classes/$id" params={{ id: classId }}>
            {className}
          </Link>
        ),
    }),
    col({ id: 'mark', head: t('reward.results.figure.mark'), right: true, cell: markOf(t) }),
    col({
      id: 'certificate',
      head: t('reward.results.figure.certificate'),
      className: 'nw',
      cell: ({ certificate }) => certificate,
    }),
  ]
}

const markOf =
  (t: ReturnType<typeof useText>) =>
  ({ mark, hasPassed }: FigureRowView) =>
    mark === null
      ? null
      : `${writeNumber(mark)}, ${t(hasPassed ? 'reward.results.figure.hasPassed' : 'reward.results.figure.notPassed')}`

type NamedProps = { row: FigureRowView; kind: ReturnType<typeof kindOfRows> }

function Named({ row: { linkId: id, name }, kind }: NamedProps) {
  const to = { PERSON: '/officials/$id', CLASS: '/classes/$id', UNION: '/units/$id' } as const
  return (
    <Link to={to[kind]} params={{ id }}>
      {name}
    </Link>
  )
}
