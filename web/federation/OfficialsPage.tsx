import { useCallback } from 'react'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import type { OfficialRowView } from '../../domain/federation/officials.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { addressOf } from '../address.ts'
import { PageHead } from '../kit/Page.tsx'
import { DataTable } from '../kit/table/DataTable.tsx'
import { FilterRow, FilterSearch } from '../kit/table/FilterRow.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { AddOfficial } from './AddOfficial.tsx'
import look from './federation.module.css'
import { officialColumns } from './official-columns.tsx'
import { OfficialFilters } from './OfficialFilters.tsx'
import { useOfficialsAddress } from './officials-address.ts'
import { turns } from '../kit/table/turns.ts'

/** Everybody within reach; what the list is narrowed to stands in the address. */
export function OfficialsPage() {
  const t = useText()
  const { asked, isNarrowed, narrow, clear } = useOfficialsAddress()
  const { q = '' } = asked
  const searchFor = useCallback((words: string) => narrow({ q: words || undefined }), [narrow])
  const all = useReading(routes.officials, { query: {} })
  return (
    <>
      <PageHead
        working
        title={t('federation.officials.title')}
        lead={all.data && t('federation.officials.people', { number: figure(all.data.total) })}
        deeds={all.data?.mayAdd && <AddOfficial />}
      />
      <div className={look.officials}>
        <FilterRow active={isNarrowed} onClear={clear}>
          <FilterSearch label={t('federation.officials.nameHint')} value={q} onChange={searchFor} />
          <OfficialFilters asked={asked} narrow={narrow} />
        </FilterRow>
      </div>
      <List everybody={all.data?.total ?? null} />
    </>
  )
}

function figure(total: number | null): string {
  return writeNumber(total ?? 0)
}

function List({ everybody }: { everybody: number | null }) {
  const t = useText()
  const { asked, filters, isNarrowed, turn, clear } = useOfficialsAddress()
  const { q = '' } = asked
  const list = useReading(routes.officials, { query: asked })
  // Only the first page counts; a later page shows what the first one found.
  const first = useReading(routes.officials, { query: filters })
  const number = figure(first.data?.total ?? null)
  const summary = isNarrowed
    ? t('federation.officials.found', { number, all: figure(everybody) })
    : t('federation.officials.people', { number })
  return (
    <>
      {isNarrowed && first.data && (
        <output className={look.result}>
          <span>{summary}</span>
          {q !== '' && <span className="quiet">{t('federation.officials.exactFirst')}</span>}
        </output>
      )}
      <DataTable<OfficialRowView>
        label={t('federation.officials.title')}
        rows={list.data?.officials}
        rowKey={({ officialId }) => officialId}
        error={list.error}
        onRetry={() => void list.refetch()}
        filtered={isNarrowed}
        onClearFilters={clear}
        empty={t('federation.officials.empty')}
        columns={officialColumns(t, q)}
        excelHref={addressOf('/officials/export.xlsx', {}, filters)}
        paging={turns(list.data, summary, turn)}
      />
    </>
  )
}
