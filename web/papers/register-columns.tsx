import { Link } from '@tanstack/react-router'
import { day, dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import type { RegisterRow } from '../../domain/papers/papers.contract.ts'
import { StateWord, type StateTone } from '../kit/StateWord.tsx'
import { col } from '../kit/table/DataTable.tsx'
import type { useText } from '../text.ts'

/** The ten columns of Annex IV; copies stand with who keeps them, notes with the state. */
export function registerColumns(t: ReturnType<typeof useText>) {
  const head = (key: 'number' | 'date' | 'abstract' | 'signer' | 'recipients') =>
    t(`papers.pages.register.${key}`)
  return [
    col<RegisterRow>({
      id: 'number',
      head: head('number'),
      rowHead: true,
      className: 'nw num',
      cell: ({ number }) => number,
    }),
    col<RegisterRow>({
      id: 'date',
      head: head('date'),
      className: 'nw',
      cell: ({ issuedOn }) => writeDay(day(issuedOn)),
    }),
    col<RegisterRow>({
      id: 'abstract',
      head: head('abstract'),
      cell: (row) => <Abstract row={row} />,
    }),
    col<RegisterRow>({ id: 'signer', head: head('signer'), cell: ({ signer }) => signer }),
    col<RegisterRow>({
      id: 'recipients',
      head: head('recipients'),
      cell: ({ recipients }) => <span className="small">{recipients.join('; ')}</span>,
    }),
    ...keepingColumns(t),
  ]
}

function keepingColumns(t: ReturnType<typeof useText>) {
  return [
    col<RegisterRow>({
      id: 'keptBy',
      head: t('papers.pages.register.keptBy'),
      cell: ({ keptBy, copies }) => (
        <>
          {keptBy}
          {copies !== null && (
            <span className="small">
              <br />
              {t('papers.pages.register.copies')}: {copies}
            </span>
          )}
        </>
      ),
    }),
    col<RegisterRow>({
      id: 'sent',
      head: t('papers.pages.register.sent'),
      className: 'nw',
      cell: ({ sentAt }) => sentAt && writeDay(dayOfInstant(sentAt)),
    }),
    col<RegisterRow>({
      id: 'receipt',
      head: t('papers.pages.register.receipt'),
      cell: ({ received, paperId }) =>
        received && (
          <Link to="/papers/$paperId/receipts" params={{ paperId }}>
            {received.done}/{received.total}
          </Link>
        ),
    }),
    col<RegisterRow>({
      id: 'state',
      head: t('papers.pages.register.state'),
      cell: ({ state, note }) => (
        <>
          <StateWord
            tone={toneOf[state]}
            {...(state === 'ISSUED' && { icon: 'rubber-stamp' as const })}
          >
            {t(`papers.pages.register.states.${state}`)}
          </StateWord>
          {note && <p className="small">{note}</p>}
        </>
      ),
    }),
  ]
}

const toneOf: Record<RegisterRow['state'], StateTone> = {
  NUMBERED: 'now',
  ISSUED: 'done',
  VOID: 'not',
}

function Abstract({ row: { planId, abstract } }: { row: RegisterRow }) {
  if (!planId) return <span className="paper-voice">{abstract}</span>
  return (
    <Link className="paper-voice" to="/print/plans/$planId" params={{ planId }}>
      {abstract}
    </Link>
  )
}
