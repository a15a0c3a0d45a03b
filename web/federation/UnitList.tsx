import { Link } from '@tanstack/react-router'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import type { UnitRowView } from '../../domain/federation/units.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { addressOf } from '../address.ts'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import look from './federation.module.css'
import { Marked } from './Marked.tsx'
import { turns } from '../kit/table/turns.ts'
import { useUnitsAddress } from './units-address.ts'
import { dayWords, wordOf } from './words.ts'

/** What answers the search and the filters; a union that ended says who took it over. */
export function UnitList() {
  const t = useText()
  const { asked, filters, turn, clear } = useUnitsAddress()
  const list = useReading(routes.units, { query: asked })
  const first = useReading(routes.units, { query: filters })
  const summary = t('federation.units.found', { number: writeNumber(first.data?.total ?? 0) })
  return (
    <>
      <output className={look.result}>{first.data && summary}</output>
      <DataTable<UnitRowView>
        label={t('federation.units.title')}
        rows={list.data?.units}
        rowKey={({ unitId }) => unitId}
        error={list.error}
        onRetry={() => void list.refetch()}
        filtered
        onClearFilters={clear}
        columns={columnsOf(t, asked.q ?? '')}
        excelHref={addressOf('/units/export.xlsx', {}, filters)}
        paging={turns(list.data, summary, turn)}
      />
    </>
  )
}

function columnsOf(t: ReturnType<typeof useText>, q: string) {
  return [
    col<UnitRowView>({
      id: 'name',
      head: t('federation.units.name'),
      rowHead: true,
      cell: ({ unitId, name, code }) => (
        <>
          <Link to="/units/$id" params={{ id: unitId }}>
            <Marked text={name} q={q} />
          </Link>
          <span className={look.under}>{code}</span>
        </>
      ),
    }),
    col<UnitRowView>({
      id: 'kind',
      head: t('federation.words.kind'),
      className: look.wide ?? '',
      cell: ({ kind, aboveName }) => (
        <>
          {wordOf('kinds', kind)}
          <span className={look.under}>{aboveName}</span>
        </>
      ),
    }),
    col<UnitRowView>({
      id: 'workers',
      head: t('federation.words.workers'),
      right: true,
      className: look.filled ?? '',
      cell: ({ workers }) => workers !== null && writeNumber(workers),
    }),
    col<UnitRowView>({
      id: 'state',
      head: t('federation.units.state'),
      className: look.wide ?? '',
      cell: (unit) => <Standing unit={unit} />,
    }),
  ]
}

function Standing({ unit: { validTo, successors } }: { unit: UnitRowView }) {
  const t = useText()
  if (validTo === null) return t('federation.units.open')
  const [first] = successors
  return (
    <>
      {t('federation.units.endedOn', { day: dayWords(validTo) })}
      {first && (
        <span className={look.under}>
          {t('federation.units.takenOverBy', {
            names: successors.map(({ name }) => name).join(', '),
            day: dayWords(first.since),
          })}
        </span>
      )}
    </>
  )
}
