import { Link } from '@tanstack/react-router'
import type { DueView, WaitingView } from '../../domain/cycle/inbox.contract.ts'
import { useWhose } from '../app/whose.ts'
import { StateWord } from '../kit/StateWord.tsx'
import { useText } from '../text.ts'
import { weekdayAndDay } from '../weekday.ts'
import styles from './cycle.module.css'
import { capital, distanceWords, isLate, groupTitle } from './words.ts'

/** Working days at which a deadline is called near. */
const soon = 3

/** Who is waited for, by name, with the deadline at the right. */
export function WaitingList({ rows }: { rows: readonly WaitingView[] }) {
  const t = useText()
  const whose = useWhose()
  if (rows.length === 0) return <p className="small">{t('cycle.pages.cycle.waitingNobody')}</p>
  return (
    <ul className={styles.wait}>
      {rows.map((row) => (
        <li key={`${row.kind} ${row.role} ${row.since}`}>
          <div>
            {row.link ? (
              <Link className={styles.whose ?? ''} to={row.link}>
                {whose(row)}
              </Link>
            ) : (
              <b>{whose(row)}</b>
            )}
            <p>{groupTitle(row)}</p>
          </div>
          <div className={styles.until}>{row.due && <Until due={row.due} />}</div>
          {row.count > 1 && row.names.length > 0 && <Names row={row} />}
        </li>
      ))}
    </ul>
  )
}

function Names({ row: { names, count } }: { row: WaitingView }) {
  const t = useText()
  const listed = names.join(', ')
  const more = count - names.length
  return (
    <p className={styles.names}>
      {more > 0
        ? t('cycle.pages.cycle.namesMore', { names: listed, more })
        : t('cycle.pages.cycle.names', { names: listed })}
    </p>
  )
}

function Until({ due }: { due: DueView }) {
  const t = useText()
  const on = weekdayAndDay(due.on)
  if (isLate(due))
    return (
      <>
        <StateWord tone="act">{distanceWords(due)}</StateWord>
        <br />
        {t('cycle.pages.inbox.due', { day: on })}
      </>
    )
  if (due.workingDaysLeft <= soon)
    return (
      <>
        <StateWord tone="soon">{t('cycle.pages.inbox.soon')}</StateWord>
        <br />
        {on}, {distanceWords(due)}
      </>
    )
  return (
    <>
      <b>{capital(on)}</b>
      {distanceWords(due)}
    </>
  )
}
