import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import type { AccountView } from '../../domain/federation/accounts.contract.ts'
import { federationRoutes as routes } from '../../domain/federation/federation.contract.ts'
import { matchesAllWords, writeNumber } from '../../domain/grammar/text.ts'
import { PageHead } from '../kit/Page.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { FilterRow, FilterSearch } from '../kit/table/FilterRow.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import look from './federation.module.css'
import { OpenAccount } from './OpenAccount.tsx'
import { wordOf } from './words.ts'

const page = getRouteApi('/shell/admin/accounts')

/** Who may sign in, and as what. */
export function AccountsPage() {
  const t = useText()
  const go = useNavigate()
  const { q = '', official } = page.useSearch()
  const { data, error, refetch } = useReading(routes.accounts, {})
  const searchFor = useCallback(
    (words: string) =>
      void go({
        to: '/admin/accounts',
        search: words ? { q: words } : {},
        replace: true,
        resetScroll: false,
      }),
    [go],
  )
  const found = data?.accounts.filter(({ fullName, username, unitName }) =>
    matchesAllWords(`${fullName} ${username} ${unitName}`, q),
  )
  return (
    <>
      <PageHead
        working
        title={t('federation.accounts.title')}
        lead={data && t('federation.accounts.lead', { number: writeNumber(data.accounts.length) })}
        deeds={<OpenAccount key={official ?? ''} officialId={official} />}
      />
      <FilterRow active={q !== ''} onClear={() => searchFor('')}>
        <FilterSearch label={t('federation.accounts.search')} value={q} onChange={searchFor} />
      </FilterRow>
      <DataTable<AccountView>
        label={t('federation.accounts.title')}
        rows={found}
        rowKey={({ accountId }) => accountId}
        error={error}
        onRetry={() => void refetch()}
        filtered={q !== ''}
        onClearFilters={() => searchFor('')}
        columns={columnsOf(t)}
        excelHref="/api/accounts/export.xlsx"
      />
    </>
  )
}

function columnsOf(t: ReturnType<typeof useText>) {
  return [
    col<AccountView>({
      id: 'name',
      head: t('federation.officials.name'),
      rowHead: true,
      cell: ({ accountId, fullName, username }) => (
        <>
          <Link to="/admin/accounts/$id" params={{ id: accountId }}>
            {fullName}
          </Link>
          <span className={look.under}>{username}</span>
        </>
      ),
    }),
    col<AccountView>({
      id: 'unit',
      head: t('federation.words.unit'),
      className: look.wide ?? '',
      cell: ({ unitName }) => unitName,
    }),
    col<AccountView>({
      id: 'roles',
      head: t('federation.accounts.roles'),
      className: look.wide ?? '',
      cell: ({ roles }) =>
        roles.map((role) => wordOf('roles', role)).join(', ') || t('federation.accounts.noRoles'),
    }),
    col<AccountView>({
      id: 'state',
      head: t('federation.accounts.state'),
      cell: ({ isSuspended }) =>
        isSuspended ? (
          <StateWord tone="act">{t('federation.accounts.suspended')}</StateWord>
        ) : (
          <StateWord tone="done">{t('federation.accounts.active')}</StateWord>
        ),
    }),
  ]
}
