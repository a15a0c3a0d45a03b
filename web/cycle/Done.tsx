import { Link } from '@tanstack/react-router'
import type { InboxView } from '../../domain/cycle/inbox.contract.ts'
import { dayOfInstant, writeDayAndMonth } from '../../domain/grammar/day.ts'
import { useText } from '../text.ts'
import { taskWords } from './words.ts'

/** What I have done this month, folded away. */
export function Done({ view: { doneThisMonth, lastDone } }: { view: InboxView }) {
  const t = useText()
  if (doneThisMonth === 0) return <p className="small">{t('cycle.pages.inbox.doneNone')}</p>
  return (
    <details>
      <summary>{t('cycle.pages.inbox.done', { count: doneThisMonth })}</summary>
      <ul className="plain">
        {lastDone.map((task) => (
          <li key={task.taskId}>
            <Link to={task.link}>{taskWords(task.kind, task.params).title}</Link>
            <p>{writeDayAndMonth(dayOfInstant(task.doneAt))}</p>
          </li>
        ))}
      </ul>
    </details>
  )
}
