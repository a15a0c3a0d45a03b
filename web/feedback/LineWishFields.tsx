import type { CommentForm } from '../../domain/feedback/answer-form.contract.ts'
import { type DraftLine, type LineWish, NO_FACTS } from '../../domain/feedback/line-wish.ts'
import { Figure } from '../kit/form/Figure.tsx'
import { MonthField } from '../kit/form/MonthField.tsx'
import { LineWishWords } from '../kit/paper/LineWishWords.tsx'
import { Tri } from '../kit/Tri.tsx'
import { useText } from '../text.ts'
import { Area, Line } from './Area.tsx'
import styles from './answer.module.css'

type Props = {
  comment: CommentForm & { line: LineWish }
  /** As it stands in the draft; none for a line of one's own. */
  draft: DraftLine | undefined
  onChange: (comment: CommentForm) => void
}

/** What a unit asks of a class line in figures; what is left as it stands is not asked. */
export function LineWishFields({ comment, draft, onChange }: Props) {
  const t = useText()
  const { line } = comment
  const ask = (change: Partial<LineWish>) => onChange({ ...comment, line: { ...line, ...change } })
  return (
    <>
      {draft && (
        <Tri<'CHANGE' | 'DROP'>
          label={t('feedback.lineWish.what')}
          value={line.wish === 'DROP' ? 'DROP' : 'CHANGE'}
          onChoose={(wish) => ask({ ...(wish === 'DROP' ? NO_FACTS : draft), wish })}
          choices={[
            { value: 'CHANGE', label: t('feedback.lineWish.CHANGE'), icon: 'pencil' },
            { value: 'DROP', label: t('feedback.lineWish.DROP'), icon: 'x' },
          ]}
        />
      )}
      {line.wish !== 'DROP' && <Facts line={line} draft={draft} ask={ask} />}
      {draft && (
        <div className={styles.difference} role="group" aria-label={t('feedback.answer.changed')}>
          <LineWishWords wish={line} draft={draft} />
        </div>
      )}
    </>
  )
}

type FactsProps = {
  line: LineWish
  draft: DraftLine | undefined
  ask: (change: Partial<LineWish>) => void
}

/** Each begins as it stands in the draft; the topic is asked only of a new class. */
function Facts({ line, draft, ask }: FactsProps) {
  const t = useText()
  return (
    <>
      {!draft && (
        <Line
          label={t('feedback.lineWish.fields.topic')}
          value={line.topic ?? ''}
          maxLength={500}
          onChange={(topic) => ask({ topic })}
        />
      )}
      <div className={styles.figures}>
        <Figure
          label={t('feedback.lineWish.fields.seats')}
          value={line.seats}
          onChange={(seats) => ask({ seats })}
        />
        <MonthField
          label={t('feedback.lineWish.fields.month')}
          value={line.month}
          onChange={(month) => ask({ month })}
        />
      </div>
      <Area
        label={t('feedback.lineWish.fields.audience')}
        value={line.audience ?? ''}
        rows={2}
        maxLength={1_000}
        onChange={(audience) => ask({ audience })}
      />
    </>
  )
}
