import type { OpinionRow, OpinionsView } from '../../domain/revision/opinions.contract.ts'
import type { ConsolidationView, PlaceView } from '../../domain/revision/views.contract.ts'
import { Button } from '../kit/Button.tsx'
import { fetchedLater } from '../kit/fetched-later.tsx'
import { LineWishWords } from '../kit/paper/LineWishWords.tsx'
import { SpokenAt } from '../kit/paper/SpokenAt.tsx'
import { ProblemNote } from '../kit/ProblemNote.tsx'
import { Tri } from '../kit/Tri.tsx'
import { Problem } from '../problem.ts'
import { useText } from '../text.ts'
import { type Deciding, isExplained, type Kind } from './deciding.ts'
import { Explanation } from './Explanation.tsx'
import { FilesBeside } from './FilesBeside.tsx'
import { ForwardedAnswer } from './ForwardedAnswer.tsx'
import { GroupMembers } from './GroupMembers.tsx'
import styles from './revision.module.css'
import { TaskAbout } from './AssignTask.tsx'
import { WordingSheet } from './WordingSheet.tsx'

const ApplyWish = fetchedLater(() => import('./ApplyWish.tsx').then((part) => part.ApplyWish))

type Props = {
  view: ConsolidationView
  files: OpinionsView['files']
  comment: OpinionRow
  place: PlaceView
  deciding: Deciding
  wording: boolean
  setWording: (open: boolean) => void
  onGroup: () => void
}

/** The one row that is open: the comment whole, the choice, its explanation, the new words. */
export function CurrentComment(props: Props) {
  const { view, files, comment, place, deciding, wording, setWording, onGroup } = props
  const t = useText()
  const { number } = comment
  return (
    <article
      className={`${styles.three} ${styles.op} ${styles.cur}`}
      id={`comment-${comment.id}`}
      aria-label={t('revision.page.articleCurrent', { number })}
      aria-current="true"
    >
      <Said {...{ view, files, comment, place, deciding }} />
      <div>
        <Choices {...{ view, comment, deciding }} />
        <ApplyWish {...{ view, comment, place, deciding }} />
        <ForwardedAnswer {...{ view, comment }} />
        <GroupMembers {...{ comment, deciding }} />
        <TaskAbout {...{ view, comment, place }} />
        <Refused problem={deciding.problem} explained={isExplained(deciding.choice)} />
      </div>
      <WordingSheet {...{ place, wording, setWording, onGroup }} planId={view.plan.id} />
    </article>
  )
}

type Part = Pick<Props, 'view' | 'comment' | 'deciding'>

function Said({ view, files, comment, place, deciding }: Part & Pick<Props, 'place' | 'files'>) {
  const t = useText()
  const like = comment.disposition ? null : comment.resembles
  return (
    <div>
      <span className={styles.unit}>{comment.unitName}</span>{' '}
      <span className={styles.number}>
        {comment.number}, {t('revision.page.signedBy', { name: comment.signedBy })}.{' '}
        {t(`revision.kinds.${comment.kind}`)}
      </span>
      <SpokenAt origin={comment.origin} />
      {comment.line && <LineWishWords wish={comment.line} draft={place.line?.consulted} />}
      <p>{comment.text}</p>
      {comment.suggestedText && (
        <p className={`${styles.second} paper-voice`}>
          {t('revision.page.suggested', { text: comment.suggestedText })}
        </p>
      )}
      <FilesBeside planId={view.plan.id} files={files} {...comment} />
      {like && (
        <p className={styles.second}>
          {t('revision.row.resembles', { number: like.number })}{' '}
          <Button kind="text" onClick={() => void deciding.merge(like.id, [comment.id])}>
            {t('revision.row.mergeThere')}
          </Button>
        </p>
      )}
    </div>
  )
}

const usual = ['ACCEPTED', 'PARTLY', 'NOT_ACCEPTED'] as const
const others = ['NOTED', 'FORWARDED', 'MERGED', 'OUT_OF_SCOPE'] as const

function Choices({ view, comment, deciding }: Part) {
  const t = useText()
  const { choice, change } = deciding
  const label = t('revision.row.choose', { number: comment.number })
  return (
    <>
      <Tri<Kind>
        label={label}
        value={choice.disposition}
        onChoose={(disposition) => change({ disposition })}
        choices={usual.map((value, index) => ({
          value,
          label: t(`revision.shortDispositions.${value}`),
          keyCap: String(index + 1),
        }))}
      />
      <select
        className={`inp ${styles.others}`}
        aria-label={t('revision.row.other')}
        value={others.find((kind) => kind === choice.disposition) ?? ''}
        onChange={(event) =>
          change({
            disposition: others.find((kind) => kind === event.currentTarget.value) ?? null,
          })
        }
      >
        <option value="">{t('revision.row.otherPlaceholder')}</option>
        {others.map((kind) => (
          <option key={kind} value={kind}>
            {t(`revision.dispositions.${kind}`)}
          </option>
        ))}
      </select>
      <Explanation {...{ view, comment, deciding }} />
    </>
  )
}

function Refused({ problem, explained }: { problem: Error | null; explained: boolean }) {
  if (!problem) return null
  if (!(problem instanceof Problem) || problem.errors.length === 0)
    return <ProblemNote problem={problem} />
  if (explained && problem.errors.every(({ pointer }) => pointer === '/explanation')) return null
  return (
    <div className="err" role="alert">
      {problem.errors.map(({ pointer, detail }) => (
        <span key={pointer}>{detail}</span>
      ))}
    </div>
  )
}
