import type { OpinionRow } from '../../domain/revision/opinions.contract.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { Button } from '../kit/Button.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import type { Deciding } from './deciding.ts'
import styles from './revision.module.css'

type Props = { comment: OpinionRow; deciding: Deciding }

/** Who is answered with this comment, or with whom it is answered; each can be taken out again. */
export function GroupMembers({ comment, deciding }: Props) {
  const t = useText()
  const { head, merged } = comment
  if (head)
    return (
      <p className={styles.second}>
        {t('revision.page.mergedInto', { number: head.number })}{' '}
        <Button kind="text" onClick={() => void deciding.splitOff(head.id, [comment.id])}>
          {t('revision.group.splitSelf')}
        </Button>
      </p>
    )
  return merged > 0 && <Members {...{ comment, deciding }} />
}

function Members({ comment, deciding }: Props) {
  const t = useText()
  const { data } = useReading(routes.group, { params: { commentId: comment.id } })
  const members = data?.members ?? []
  return (
    <details className="many">
      <summary>{t('revision.group.members', { count: comment.merged })}</summary>
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
      {members.length < comment.merged && (
        <p className="small">{t('revision.group.first', { count: members.length })}</p>
      )}
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
