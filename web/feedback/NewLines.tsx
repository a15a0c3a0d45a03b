import type { AnswerForm, CommentForm } from '../../domain/feedback/answer-form.contract.ts'
import { type LineWish, NO_FACTS } from '../../domain/feedback/line-wish.ts'
import { Button } from '../kit/Button.tsx'
import { useText } from '../text.ts'
import styles from './answer.module.css'
import { Area } from './Area.tsx'
import { LineWishFields } from './LineWishFields.tsx'
import { withComment, withoutOpinion } from './opinion.ts'

type Props = {
  planId: string
  form: AnswerForm
  edit: (change: (form: AnswerForm) => AnswerForm) => void
}

type NewLine = CommentForm & { line: LineWish }
const isNew = (comment: CommentForm): comment is NewLine => comment.line?.wish === 'NEW'

/** Classes that the annex lacks: what the unit asks to be added to it. */
export function NewLines({ planId, form, edit }: Props) {
  const t = useText()
  const lines = Object.entries(form.comments).filter(
    (entry): entry is [string, NewLine] => isNew(entry[1]) && entry[1].planId === planId,
  )
  return (
    <section aria-label={t('feedback.lineWish.newLines')}>
      {lines.map(([key, comment], index) => (
        <section
          key={key}
          id={key}
          className={styles.open}
          aria-label={t('feedback.lineWish.newLine', { number: index + 1 })}
        >
          <div className={styles.slip}>
            <h3>{t('feedback.lineWish.newLine', { number: index + 1 })}</h3>
            <LineWishFields
              comment={comment}
              draft={undefined}
              onChange={(changed) => edit((now) => withComment(now, changed))}
            />
            <Area
              label={t('feedback.answer.reason')}
              hint={t('feedback.answer.reasonHint')}
              value={comment.text}
              onChange={(text) => edit((now) => withComment(now, { ...comment, text }))}
            />
            <p>
              <Button kind="text" onClick={() => edit((now) => withoutOpinion(now, key))}>
                {t('feedback.lineWish.dropNew')}
              </Button>
            </p>
          </div>
        </section>
      ))}
      <p className={styles.slip}>
        <Button icon="plus" onClick={() => edit((now) => withComment(now, begun(planId)))}>
          {t('feedback.lineWish.add')}
        </Button>
      </p>
    </section>
  )
}

/** With a code of its own, so that two people who add a class at once add two. */
function begun(planId: string): NewLine {
  const placeCode = `+${crypto.randomUUID().slice(0, 8)}`
  const line = { ...NO_FACTS, wish: 'NEW' as const }
  const where = { planId, placeKind: 'LINE' as const, placeCode }
  return { ...where, kind: 'PROPOSAL', text: '', suggestedText: null, line }
}
