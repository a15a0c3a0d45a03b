import type {
  CommentOutcome,
  OutcomesView,
  RequestOutcome,
} from '../../domain/feedback/outcomes.contract.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { Group } from '../kit/Page.tsx'
import { LineWishWords } from '../kit/paper/LineWishWords.tsx'
import { SpokenAt } from '../kit/paper/SpokenAt.tsx'
import { WordDiff } from '../kit/paper/WordDiff.tsx'
import { StateWord, type StateTone } from '../kit/StateWord.tsx'
import { sayKey, useText } from '../text.ts'
import styles from './outcomes.module.css'

/** Each comment of the unit with its answer: why people answer next year too. */
export function Outcomes({ outcomes }: { outcomes: OutcomesView }) {
  const t = useText()
  const { comments, requests } = outcomes
  const answered = comments.filter(({ answer }) => answer !== null).length
  return (
    <section>
      <Group title={t('feedback.outcomes.title', { answered, total: comments.length })} />
      {comments.length === 0 && <p className="quiet">{t('feedback.outcomes.noComments')}</p>}
      <ol className={styles.list}>
        {comments.map((comment) => (
          <CommentRow key={comment.commentId} comment={comment} />
        ))}
      </ol>
      {requests.length > 0 && (
        <>
          <Group title={t('feedback.outcomes.requests')} />
          <ol className={styles.list}>
            {requests.map((request) => (
              <RequestRow key={request.targetRequestId} request={request} />
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

function CommentRow({ comment }: { comment: CommentOutcome }) {
  const t = useText()
  const { answer, placeCode, placeName, kind, text, line } = comment
  const isNew = line?.wish === 'NEW'
  const place = isNew
    ? t('feedback.lineWish.newLines')
    : [placeCode, placeName].filter(Boolean).join('. ')
  return (
    <li>
      <h3>
        {place || t('feedback.outcomes.whole')}{' '}
        <span className="quiet">{t(`feedback.commentKinds.${kind}`)}</span>
      </h3>
      <SpokenAt origin={comment.origin} />
      {line && <LineWishWords wish={line} draft={comment.lineInDraft} />}
      <p className="paper-voice">“{text}”</p>
      <Verdict code={answer?.disposition ?? null} />
      {answer?.forwardedToName && (
        <p>{t('feedback.outcomes.forwardedTo', { department: answer.forwardedToName })}</p>
      )}
      {answer?.forwardedAnswer && <p>{answer.forwardedAnswer}</p>}
      {answer?.explanation && <p>{answer.explanation}</p>}
      {answer?.changes.map(({ placeCode: code, before, after, version }) => (
        <div key={code} className={styles.change}>
          <p className="small">{t('feedback.outcomes.nowReads', { place: code, version })}</p>
          <WordDiff before={before} after={after} />
        </div>
      ))}
    </li>
  )
}

function RequestRow({ request }: { request: RequestOutcome }) {
  const t = useText()
  const { answer, targetText, targetCode, assigned, requested } = request
  return (
    <li>
      <h3>{targetText ?? targetCode}</h3>
      <p>
        {t('feedback.outcomes.figures', {
          assigned: writeNumber(assigned),
          requested: writeNumber(requested),
        })}
        {answer && (
          <b> {t('feedback.outcomes.granted', { granted: writeNumber(answer.granted) })}</b>
        )}
      </p>
      <Verdict code={answer?.outcome ?? null} />
      {answer?.explanation && <p>{answer.explanation}</p>}
    </li>
  )
}

const tones: Record<string, StateTone> = { ACCEPTED: 'done', PARTLY: 'now', NOT_ACCEPTED: 'act' }

function Verdict({ code }: { code: string | null }) {
  const t = useText()
  if (code === null) return <StateWord tone="not">{t('feedback.outcomes.waiting')}</StateWord>
  return (
    <StateWord tone={tones[code] ?? 'done'}>
      {sayKey(`feedback.dispositions.${code}`) ?? code}
    </StateWord>
  )
}
