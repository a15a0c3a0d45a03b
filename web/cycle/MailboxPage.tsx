import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { cycleRoutes } from '../../domain/cycle/cycle.contract.ts'
import { lettersPerPage, type MailedLetterView } from '../../domain/cycle/inbox.contract.ts'
import { sayLetter } from '../../domain/text/say-letter.ts'
import { addressOf } from '../address.ts'
import { PageHead } from '../kit/Page.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { col, DataTable } from '../kit/table/DataTable.tsx'
import { FilterRow, FilterSearch } from '../kit/table/FilterRow.tsx'
import { useReading } from '../reading.ts'
import { dictionary, useText } from '../text.ts'
import { dayAndTime } from './words.ts'

/** What went out, or would have gone out, to whom, and what became of it. */
export function MailboxPage() {
  const t = useText()
  const go = useNavigate()
  const { q = '', page = 1 } = useSearch({ strict: false })
  const { data, error, refetch } = useReading(cycleRoutes.mailbox, { query: { q, page } })
  const look = useCallback(
    (words: string) =>
      void go({ to: '.', search: words ? { q: words } : {}, replace: true, resetScroll: false }),
    [go],
  )
  const turn = (to: number) => void go({ to: '.', search: { ...(q && { q }), page: to } })
  const { total = 0, waiting = 0, failed = 0, letters } = data ?? {}
  return (
    <>
      <PageHead
        working
        title={t('cycle.pages.mailbox.title')}
        lead={t('cycle.pages.mailbox.lead')}
      />
      <FilterRow active={q !== ''} onClear={() => look('')}>
        <FilterSearch label={t('cycle.pages.mailbox.search')} value={q} onChange={look} />
      </FilterRow>
      <DataTable<MailedLetterView>
        label={t('cycle.pages.mailbox.title')}
        rows={letters}
        rowKey={({ letterId }) => letterId}
        error={error}
        onRetry={() => void refetch()}
        filtered={q !== ''}
        onClearFilters={() => look('')}
        empty={t('cycle.pages.mailbox.none')}
        columns={columnsOf(t)}
        excelHref={addressOf('/mailbox/export.xlsx', {}, { q })}
        paging={{
          summary: t('cycle.pages.mailbox.counts', { total, waiting, failed }),
          ...(page > 1 && { onFirst: () => turn(1) }),
          ...(page * lettersPerPage < total && { onNext: () => turn(page + 1) }),
        }}
      />
    </>
  )
}

function columnsOf(t: ReturnType<typeof useText>) {
  return [
    col<MailedLetterView>({
      id: 'to',
      head: t('cycle.pages.mailbox.to'),
      rowHead: true,
      cell: ({ to }) => (
        <>
          {to.name}
          <br />
          <span className="small">{to.email ?? t('cycle.pages.mailbox.noAddress')}</span>
        </>
      ),
    }),
    col<MailedLetterView>({
      id: 'text',
      head: t('cycle.pages.mailbox.text'),
      cell: (letter) => {
        const { title, body } = sayLetter(dictionary(), letter)
        return (
          <>
            <Link to={letter.link}>{title}</Link>
            <p className="small">{body}</p>
          </>
        )
      },
    }),
    col<MailedLetterView>({
      id: 'at',
      head: t('cycle.pages.mailbox.at'),
      className: 'nw',
      cell: ({ at }) => dayAndTime(at),
    }),
    col<MailedLetterView>({
      id: 'state',
      head: t('cycle.pages.mailbox.state'),
      cell: (letter) => <Sent letter={letter} />,
    }),
  ]
}

function Sent({ letter: { sentAt, lastError, tries } }: { letter: MailedLetterView }) {
  const t = useText()
  if (sentAt) return <StateWord tone="done">{t('cycle.pages.mailbox.sent')}</StateWord>
  if (lastError)
    return <StateWord tone="act">{t('cycle.pages.mailbox.failed', { count: tries })}</StateWord>
  return <StateWord tone="soon">{t('cycle.pages.mailbox.waiting')}</StateWord>
}
