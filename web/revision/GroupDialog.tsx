import { useState } from 'react'
import type { CommentRow, ConsolidationView } from '../../domain/revision/views.contract.ts'
import { Button } from '../kit/Button.tsx'
import { Dialog } from '../kit/dialog/Dialog.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { useText } from '../text.ts'
import { type Deciding, placeOf } from './deciding.ts'

type Props = {
  view: ConsolidationView
  deciding: Deciding
  head: CommentRow
  onClose: () => void
}

/** Comments on the same place that one answer serves; those that look alike are ticked already. */
export function GroupDialog({ view, deciding, head, onClose }: Props) {
  const t = useText()
  const here = view.comments.filter(
    (comment) =>
      comment.id !== head.id &&
      placeOf(view, comment) === placeOf(view, head) &&
      !comment.disposition &&
      !view.comments.some((other) => other.disposition?.mergedInto === comment.id),
  )
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(here.filter(({ resembles }) => resembles === head.id).map(({ id }) => id)),
  )
  const toggle = (id: string, on: boolean) =>
    setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((each) => each !== id)))
  async function merge(): Promise<void> {
    if (chosen.size > 0 && (await deciding.merge(head.id, [...chosen]))) onClose()
  }
  return (
    <Dialog title={t('revision.group.title', { number: head.number })} opened onClose={onClose}>
      <p>{t(here.length > 0 ? 'revision.group.body' : 'revision.group.none')}</p>
      <ul className="plain">
        {here.map((comment) => (
          <li key={comment.id} className="check-row">
            <input
              className="chk"
              type="checkbox"
              id={`merge-${comment.id}`}
              checked={chosen.has(comment.id)}
              onChange={(event) => toggle(comment.id, event.currentTarget.checked)}
            />
            <label htmlFor={`merge-${comment.id}`}>
              <b>{comment.unitName}</b> {comment.text}
            </label>
          </li>
        ))}
      </ul>
      <ProblemNote problem={deciding.problem} />
      <div className="row">
        {chosen.size > 0 && (
          <Button kind="primary" sending={deciding.sending} onClick={() => void merge()}>
            {t('revision.group.deed', { count: chosen.size })}
          </Button>
        )}
        <Button onClick={onClose}>{t('shell.cancel')}</Button>
      </div>
    </Dialog>
  )
}
