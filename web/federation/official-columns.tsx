import { Link } from '@tanstack/react-router'
import type { OfficialRowView } from '../../domain/federation/officials.contract.ts'
import { StateWord } from '../kit/StateWord.tsx'
import { col } from '../kit/table/DataTable.tsx'
import type { useText } from '../text.ts'
import look from './federation.module.css'
import { Marked } from './Marked.tsx'
import { monthWords, wordOf } from './words.ts'

/** The columns of the officials' list; the words that were looked for are underlaid. */
export function officialColumns(t: ReturnType<typeof useText>, q: string) {
  return [
    col<OfficialRowView>({
      id: 'name',
      head: t('federation.officials.name'),
      rowHead: true,
      cell: ({ officialId, fullName, birthYear }) => (
        <>
          <Link to="/officials/$id" params={{ id: officialId }}>
            <Marked text={fullName} q={q} />
          </Link>
          {birthYear !== null && (
            <span className={look.under}>{t('federation.words.bornIn', { year: birthYear })}</span>
          )}
        </>
      ),
    }),
    col<OfficialRowView>({
      id: 'place',
      head: t('federation.officials.place'),
      className: look.wide ?? '',
      cell: ({ position, unitName, aboveName, departmentName, level }) => (
        <>
          <b className={look.post}>{wordOf('positions', position)}</b>
          <span className={look.under}>
            {departmentName ?? unitName}
            {level === 'GRASSROOTS' && aboveName && `, ${aboveName}`}
          </span>
        </>
      ),
    }),
    col<OfficialRowView>({
      id: 'since',
      head: t('federation.officials.since'),
      className: 'nw',
      cell: ({ positionSince }) => positionSince && monthWords(positionSince),
    }),
    col<OfficialRowView>({
      id: 'employment',
      head: t('federation.words.employment'),
      cell: ({ employment, newInTerm }) => (
        <>
          {wordOf('employments', employment)}
          {newInTerm && (
            <span className={look.under}>
              <StateWord tone="now">{t('federation.officials.newInTerm')}</StateWord>
            </span>
          )}
        </>
      ),
    }),
  ]
}
