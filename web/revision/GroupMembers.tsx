import type { CommentRow, ConsolidationView } from '../../domain/revision/views.contract.ts'
import { Button } from '../kit/Button.tsx'
import { useText } from '../text.ts'
import type { Deciding } from './deciding.ts'
import styles from './revision.module.css'

type Props = { view: ConsolidationView; comment: CommentRow; deciding: Deciding }

/** Who is answered with this comment, or with whom it is answered; each can be taken out again. */
export function GroupMembers({ view, comment, deciding }: Props) {
  const t = useText()
  const members = view.comments.filter(({ disposition }) => disposition?.mergedInto === comment.id)
  const head = view.comments.find(({ id }) => id === comment.disposition?.mergedInto)
  if (head)
    return (
      <p className={styles.second}>
        {t('revision.page.mergedInto', { number: head.number })}{' '}
        <Button kind="text" onClick={() => void deciding.splitOff(head.id, [comment.id])}>
          {t('revision.group.splitSelf')}
        </Button>
      </p>
    )
  if (members.length === 0) return null
  return (
    <details className="many">
      <summary>{t('revision.group.members', { count: members.length })}</summary>
      <ul className="plain">
        {members.map(({ id, unitName, number, text }) => (
          <li key={id} className={styles.second}>
            <b>{unitName}</b> {number}: {text}{' '}
            <Button kind="text" onClick={() => void deciding.splitOff(comment.id, [id])}>
              {t('revision.group.split')}
              <span className="vh"> {number}</span>
            </Button>
          </li>
        ))}
      </ul>
      {members.length > 1 && (
        <Button
          kind="text"
          onClick={() =>
            void deciding.splitOff(
              comment.id,
              members.map(({ id }) => id),
            )
          }
        >
          {t('revision.group.splitAll', { count: members.length })}
        </Button>
      )}
    </details>
  )
}
