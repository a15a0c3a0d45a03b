import { Link } from '@tanstack/react-router'
import type { WaitingView } from '../../domain/cycle/inbox.contract.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { useWhose } from '../app/whose.ts'
import { useText } from '../text.ts'
import { weekdayAndDay } from '../weekday.ts'
import { distanceWords, isLate, groupTitle } from './words.ts'

/** Whom others wait for, in the margin of the inbox. */
export function WaitingOthers({ rows }: { rows: readonly WaitingView[] }) {
  const t = useText()
  const whose = useWhose()
  if (rows.length === 0) return <p className="small">{t('cycle.pages.inbox.waitingNobody')}</p>
  return (
    <ul className="plain">
      {rows.map((row) => (
        <li key={`${row.kind} ${row.role} ${row.since}`}>
          {row.link ? <Link to={row.link}>{whose(row)}</Link> : <b>{whose(row)}</b>}:{' '}
          {groupTitle(row)}
          <Until row={row} />
        </li>
      ))}
    </ul>
  )
}

function Until({ row: { due, since } }: { row: WaitingView }) {
  const t = useText()
  if (!due)
    return <p>{t('cycle.pages.inbox.askedOn', { day: weekdayAndDay(dayOfInstant(since)) })}</p>
  if (isLate(due))
    return (
      <p className="red">
        <b>{distanceWords(due)}</b>
      </p>
    )
  return <p>{t('cycle.pages.inbox.due', { day: weekdayAndDay(due.on) })}</p>
}
