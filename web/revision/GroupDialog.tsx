import { useState } from 'react'
import { MOST_IN_GROUP } from '../../domain/revision/bulk.ts'
import type { OpinionRow } from '../../domain/revision/opinions.contract.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { Shown } from '../kit/States.tsx'
import { FilterSearch } from '../kit/table/FilterRow.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import type { Deciding } from './deciding.ts'

type Props = { deciding: Deciding; head: OpinionRow; onClose: () => void }

/** Comments on the same place that one answer serves; those that look alike are ticked already. */
export function GroupDialog({ deciding, head, onClose }: Props) {
  const t = useText()
  const [q, setQ] = useState('')
  // by hand, against what looks alike
  const [turned, setTurned] = useState<ReadonlyMap<string, boolean>>(new Map())
  const given = { params: { commentId: head.id }, query: { q } }
  const found = useReading(routes.groupable, given, { keepsPage: true })
  const listed = found.data?.comments ?? []
  const isChosen = (id: string, isAlike: boolean) => turned.get(id) ?? isAlike
  const chosen = new Set([
    ...[...turned].flatMap(([id, on]) => (on ? [id] : [])),
    ...listed.flatMap(({ id, isAlike }) => (isChosen(id, isAlike) ? [id] : [])),
  ])
  async function merge(): Promise<void> {
    if (chosen.size > 0 && (await deciding.merge(head.id, [...chosen]))) onClose()
  }
  const isTooMany = chosen.size > MOST_IN_GROUP
  return (
    <Dialog title={t('revision.group.title', { number: head.number })} opened onClose={onClose}>
      <Shown reading={found}>
        {({ total, comments }) => (
          <>
            <blockquote>
              <b>{head.unitName}</b> {head.text}
            </blockquote>
            <p>{t(total > 0 || q !== '' ? 'revision.group.body' : 'revision.group.none')}</p>
            {(total > comments.length || q !== '') && (
              <FilterSearch label={t('revision.list.search')} value={q} onChange={setQ} />
            )}
            {total > comments.length && (
              <p className="small">
                {t('revision.group.firstOf', {
                  number: comments.length,
                  total: writeNumber(total),
                })}
              </p>
            )}
            <ul className="plain">
              {comments.map(({ id, unitName, text, isAlike }) => (
                <li key={id} className="check-row">
                  <input
                    className="chk"
                    type="checkbox"
                    id={`merge-${id}`}
                    checked={isChosen(id, isAlike)}
                    onChange={(event) =>
                      setTurned(new Map(turned).set(id, event.currentTarget.checked))
                    }
                  />
                  <label htmlFor={`merge-${id}`}>
                    <b>{unitName}</b> {text}
                  </label>
                </li>
              ))}
            </ul>
          </>
        )}
      </Shown>
      <ProblemNote problem={deciding.problem} />
      {isTooMany && <p role="status">{t('revision.many.most', { number: MOST_IN_GROUP })}</p>}
      <div className="row">
        {chosen.size > 0 && !isTooMany && (
          <Button kind="primary" sending={deciding.sending} onClick={() => void merge()}>
            {t('revision.group.deed', { count: chosen.size })}
          </Button>
        )}
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Dialog>
  )
}
