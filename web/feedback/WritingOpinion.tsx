import { useId } from 'react'
import type { CommentForm } from '../../domain/feedback/answer-form.contract.ts'
import type { Place } from '../../domain/feedback/places.ts'
import { Button } from '../kit/Button.tsx'
import { FieldFrame } from '../kit/form/FieldFrame.tsx'
import { WordDiff } from '../kit/paper/WordDiff.tsx'
import { useText } from '../text.ts'
import { AnswerFiles } from './AnswerFiles.tsx'
import styles from './answer.module.css'
import { LineWishFields } from './LineWishFields.tsx'
import { numberOf } from './place-number.ts'

type WritingProps = {
  place: Place
  comment: CommentForm
  onChange: (comment: CommentForm) => void
  onDrop: () => void
}

/** The opinion itself: other figures of a class, other words of a clause, and why. */
export function WritingOpinion({ place, comment, onChange, onDrop }: WritingProps) {
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
      <AnswerFiles place={place.key} name={numberOf(place)} />
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
