import { useId } from 'react'
import type { AnswerForm, CommentForm } from '../../domain/feedback/answer-form.contract.ts'
import type { Place } from '../../domain/feedback/places.ts'
import { Button } from '../kit/Button.tsx'
import { FieldFrame } from '../kit/form/FieldFrame.tsx'
import { WordDiff } from '../kit/paper/WordDiff.tsx'
import { LineWishWords } from '../kit/paper/LineWishWords.tsx'
import { StateWord } from '../kit/StateWord.tsx'
import { Tri } from '../kit/Tri.tsx'
import { useText } from '../text.ts'
import styles from './answer.module.css'
import { LineWishFields } from './LineWishFields.tsx'
import { type Opinion, opinionOn, withComment, withOpinion, withoutOpinion } from './opinion.ts'
import { numberOf } from './place-number.ts'

type Edit = (change: (form: AnswerForm) => AnswerForm) => void
type Props = {
  place: Place
  form: AnswerForm
  edit: Edit
  isOpen: boolean
  onOpen: () => void
}

/** One place of the paper and what the unit says of it; open, it is written in. */
export function ClauseOpinion({ place, form, edit, isOpen, onOpen }: Props) {
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
    <section className={isWritten ? styles.open : undefined} aria-label={label} id={place.key}>
      <PlaceText place={place} />
      {comment && !isOpen ? (
        <Said comment={comment} place={place} onOpen={onOpen} />
      ) : (
        <div className={styles.slip}>
          <ThreeWords label={label} value={opinion} onChoose={choose} />
        </div>
      )}
      {isWritten && (
        <Writing
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

type WritingProps = {
  place: Place
  comment: CommentForm
  onChange: (comment: CommentForm) => void
  onDrop: () => void
}

function Writing({ place, comment, onChange, onDrop }: WritingProps) {
  const t = useText()
  const id = useId()
  const isQuestion = comment.kind === 'QUESTION'
  const suggested = comment.suggestedText
  return (
    <div className={styles.slip}>
      {!isQuestion && !comment.line && <KindField comment={comment} onChange={onChange} />}
      {comment.line && (
        <LineWishFields
          comment={{ ...comment, line: comment.line }}
          draft={place.line}
          onChange={onChange}
        />
      )}
      {suggested !== null && (
        <>
          <FieldFrame
            id={`${id}-wording`}
            label={t('feedback.answer.wording')}
            hint={t('feedback.answer.wordingHint')}
            message={undefined}
          >
            <textarea
              className="inp paper-input"
              id={`${id}-wording`}
              aria-describedby={`${id}-wording-hint`}
              rows={3}
              maxLength={20_000}
              value={suggested}
              onChange={(event) =>
                onChange({ ...comment, suggestedText: event.currentTarget.value })
              }
            />
          </FieldFrame>
          <div className={styles.difference} role="group" aria-label={t('feedback.answer.changed')}>
            <WordDiff before={place.text} after={suggested} counts />
          </div>
        </>
      )}
      <FieldFrame
        id={`${id}-text`}
        label={t(isQuestion ? 'feedback.answer.question' : 'feedback.answer.reason')}
        hint={t('feedback.answer.reasonHint')}
        message={undefined}
      >
        <textarea
          className="inp"
          id={`${id}-text`}
          aria-describedby={`${id}-text-hint`}
          rows={3}
          maxLength={4_000}
          value={comment.text}
          onChange={(event) => onChange({ ...comment, text: event.currentTarget.value })}
        />
      </FieldFrame>
      <p>
        <Button kind="text" onClick={onDrop}>
          {t('feedback.answer.drop')}
        </Button>
      </p>
    </div>
  )
}

const changeKinds = ['CORRECTION', 'PROPOSAL', 'DIFFICULTY'] as const

type KindProps = { comment: CommentForm; onChange: (comment: CommentForm) => void }

function KindField({ comment, onChange }: KindProps) {
  const t = useText()
  const id = useId()
  return (
    <FieldFrame id={id} label={t('feedback.answer.kind')} message={undefined}>
      <select
        className="inp"
        id={id}
        value={comment.kind}
        onChange={(event) => {
          const kind = changeKinds.find((each) => each === event.currentTarget.value)
          if (kind) onChange({ ...comment, kind })
        }}
      >
        {changeKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`feedback.commentKinds.${kind}`)}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
