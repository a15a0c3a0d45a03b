import { memo } from 'react'
import type { AnswerForm, CommentForm } from '../../domain/feedback/answer-form.contract.ts'
import type { Place } from '../../domain/feedback/places.ts'
import { Button } from '../kit/Button.tsx'
import { LineWishWords } from '../kit/paper/LineWishWords.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { Tri } from '../kit/Tri.tsx'
import { useText } from '../text.ts'
import styles from './answer.module.css'
import { type Opinion, opinionOn, withComment, withOpinion, withoutOpinion } from './opinion.ts'
import { numberOf } from './place-number.ts'
import { WritingOpinion } from './WritingOpinion.tsx'

type Edit = (change: (form: AnswerForm) => AnswerForm) => void
type Props = {
  place: Place
  form: AnswerForm
  edit: Edit
  isOpen: boolean
  onOpen: () => void
}

/**
 * One place of the paper and what the unit says of it; open, it is written in. A draft has a hundred
 * of them: a key typed into one draws that one again.
 */
export const ClauseOpinion = memo(OnePlace, saysTheSame)

function saysTheSame(before: Props, now: Props): boolean {
  const { key } = now.place
  return (
    before.place === now.place &&
    before.isOpen === now.isOpen &&
    before.edit === now.edit &&
    before.form.comments[key] === now.form.comments[key] &&
    before.form.agreed[key] === now.form.agreed[key]
  )
}

function OnePlace({ place, form, edit, isOpen, onOpen }: Props) {
  const t = useText()
  const comment = form.comments[place.key]
  const opinion = opinionOn(form, place.key)
  const label = t('feedback.answer.opinionOn', { place: numberOf(place) })
  const choose = (chosen: Opinion) => {
    edit((now) => withOpinion(now, place, chosen))
    if (chosen !== 'agree') onOpen()
  }
  const isWritten = isOpen && comment !== undefined
  return (
    <section
      className={isWritten ? styles.open : undefined}
      aria-label={label}
      id={place.key}
      tabIndex={-1}
    >
      <PlaceText place={place} />
      {comment && !isOpen ? (
        <Said comment={comment} place={place} onOpen={onOpen} />
      ) : (
        <div className={styles.slip}>
          <ThreeWords label={label} value={opinion} onChoose={choose} />
        </div>
      )}
      {isWritten && (
        <WritingOpinion
          place={place}
          comment={comment}
          onChange={(changed) => edit((now) => withComment(now, changed))}
          onDrop={() => edit((now) => withoutOpinion(now, place.key))}
        />
      )}
    </section>
  )
}

export function PlaceText({ place }: { place: Place }) {
  return (
    <div className="clause">
      <span className="no">{numberOf(place)}</span>
      <p>{place.text}</p>
    </div>
  )
}

type ThreeProps = { label: string; value: Opinion | null; onChoose: (opinion: Opinion) => void }

function ThreeWords({ label, value, onChoose }: ThreeProps) {
  const t = useText()
  return (
    <Tri
      label={label}
      value={value}
      onChoose={onChoose}
      choices={[
        { value: 'agree', label: t('feedback.answer.agree'), icon: 'check' },
        { value: 'change', label: t('feedback.answer.change'), icon: 'pencil' },
        { value: 'ask', label: t('feedback.answer.ask'), icon: 'help-circle' },
      ]}
    />
  )
}

type SaidProps = { comment: CommentForm; place: Place; onOpen: () => void }

function Said({ comment, place, onOpen }: SaidProps) {
  const t = useText()
  const isQuestion = comment.kind === 'QUESTION'
  return (
    <div className={styles.slip}>
      <div className={styles.said}>
        <StateWord tone="now" icon={isQuestion ? 'help-circle' : 'pencil'}>
          {t(`feedback.commentKinds.${comment.kind}`)}
        </StateWord>
        {comment.line && <LineWishWords wish={comment.line} draft={place.line} />}
        {comment.text && <q>{comment.text}</q>}
        <Button kind="text" onClick={onOpen}>
          {t('shell.change')}
        </Button>
      </div>
    </div>
  )
}
