import type { OpinionRow } from '../../domain/revision/opinions.contract.ts'
import type { CommentRow, PlaceView } from '../../domain/revision/views.contract.ts'
import type { IconName } from '../kit/icon-paths.ts'
import { LineWishWords } from '../kit/paper/LineWishWords.tsx'
import { WordDiff } from '../kit/paper/WordDiff.tsx'
import { SpokenAt } from '../kit/paper/SpokenAt.tsx'
import { StateWord, type StateTone } from '../kit/StateWord.tsx'
import { useText } from '../text.ts'
import type { Choosing } from './choosing.ts'
import type { Kind } from './deciding.ts'
import styles from './revision.module.css'

type Props = {
  comment: OpinionRow
  place: PlaceView
  /** Null for those who may not decide. */
  choosing: Choosing | null
  onOpen: () => void
}

/** A comment that is not being decided: two lines, and the words it led to. */
export function CommentLine({ comment, place, choosing, onOpen }: Props) {
  const t = useText()
  const { number, disposition } = comment
  return (
    <article
      className={`${styles.three} ${styles.op}`}
      id={`comment-${comment.id}`}
      aria-label={t('revision.page.articleLabel', { number })}
    >
      <div>
        <p>
          {choosing?.mayChoose(comment) && (
            <input
              className={`chk ${styles.choose}`}
              type="checkbox"
              aria-label={t('revision.many.choose', { number, unitName: comment.unitName })}
              checked={choosing.isChosen(comment)}
              onChange={() => choosing.turn(comment)}
            />
          )}{' '}
          <span className={styles.unit}>{comment.unitName}</span>{' '}
          <span className={styles.number}>{number}</span>
        </p>
        <SpokenAt origin={comment.origin} />
        {comment.line && <LineWishWords wish={comment.line} draft={place.line?.consulted} />}
        <p className={styles.second}>{comment.text}</p>
      </div>
      <div>
        <DispositionWord comment={comment} />
        <p className={styles.second}>
          <Because comment={comment} />{' '}
          {choosing && (
            <button type="button" className="btn text" onClick={onOpen}>
              {t(disposition ? 'revision.page.change' : 'revision.page.handle')}
              <span className="vh">{t('revision.page.ofComment', { number })}</span>
            </button>
          )}
        </p>
      </div>
      <div className="paper-voice">
        <Wording comment={comment} place={place} />
      </div>
    </article>
  )
}

const icons: Readonly<Record<Kind, IconName>> = {
  ACCEPTED: 'circle-check',
  PARTLY: 'half',
  NOT_ACCEPTED: 'x',
  NOTED: 'check',
  FORWARDED: 'arrow-right',
  MERGED: 'copy',
  OUT_OF_SCOPE: 'minus',
}

function DispositionWord({ comment: { disposition, isDisposed } }: { comment: CommentRow }) {
  const t = useText()
  const tone: StateTone = isDisposed ? 'done' : 'not'
  return (
    <StateWord tone={tone} {...(disposition && { icon: icons[disposition.disposition] })}>
      {t(`revision.dispositions.${disposition?.disposition ?? 'OPEN'}`)}
    </StateWord>
  )
}

function Because({ comment }: { comment: OpinionRow }) {
  const t = useText()
  const { disposition, head, merged } = comment
  if (!disposition) return null
  const { explanation, forwardedAnswer, forwardedToName } = disposition
  if (head) return t('revision.page.mergedInto', { number: head.number })
  const others = merged > 0 && ` ${t('revision.page.andOthers', { count: merged })}.`
  if (disposition.disposition === 'FORWARDED' && !forwardedAnswer)
    return t('revision.page.waitsFor', { department: forwardedToName ?? '' })
  return (
    <>
      {explanation ?? forwardedAnswer ?? t('revision.page.noExplanation')}
      {others}
    </>
  )
}

function Wording({ comment, place }: { comment: CommentRow; place: PlaceView }) {
  const t = useText()
  const { consulted, current } = place
  const isTaken = ['ACCEPTED', 'PARTLY'].includes(comment.disposition?.disposition ?? '')
  if (isTaken && consulted !== null && current !== null && consulted !== current)
    return <WordDiff before={consulted} after={current} mode="changes" />
  const key = comment.disposition ? 'revision.page.unchanged' : 'revision.page.noWording'
  return <p className="quiet">{t(key)}</p>
}
