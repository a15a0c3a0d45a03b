import { useEffect, useState } from 'react'
import { commentsInPlaces } from '../../domain/revision/comments-in-places.ts'
import type {
  CommentRow,
  ConsolidationView,
  PlaceView,
} from '../../domain/revision/views.contract.ts'
import { mayDo } from '../kit/Deeds.tsx'
import { Empty } from '../kit/States.tsx'
import { useStore } from '../store.ts'
import { useText } from '../text.ts'
import { type Choosing, useChoosing } from './choosing.ts'
import { CommentLine } from './CommentLine.tsx'
import { CurrentComment } from './CurrentComment.tsx'
import { placeOf, useDeciding } from './deciding.ts'
import { GroupDialog } from './GroupDialog.tsx'
import { keysOn, useKeys, useWriteKey } from './keys.ts'
import { JobNote } from './Many.tsx'
import { usePlaceName } from './place-name.ts'
import styles from './revision.module.css'
import { useRevisionSearch } from './search.ts'
import { SubmitBar } from './SubmitBar.tsx'
import { UndoButton } from './UndoButton.tsx'

/** Clause by clause: what the units say, what becomes of it, the words as they now stand. */
export function ConsolidationTable({ view }: { view: ConsolidationView }) {
  const t = useText()
  const table = useTable(view)
  const { current, deciding, ordered, writable } = table
  const [dialog, setDialog] = useState<'group' | null>(null)
  const [wording, setWording] = useState(false)
  const choosing = useChoosing(view)
  useKeys(
    {
      j: () => table.move(1),
      k: () => table.move(-1),
      '1': () => deciding.change({ disposition: 'ACCEPTED' }),
      '2': () => deciding.change({ disposition: 'PARTLY' }),
      '3': () => deciding.change({ disposition: 'NOT_ACCEPTED' }),
      e: () => setWording(true),
      g: () => setDialog('group'),
      z: () => void table.undo(),
      x: () => current && choosing.mayChoose(current) && choosing.turn(current.id),
    },
    useStore(keysOn) && writable,
  )
  useWriteKey(() => void table.writeAndGoOn(), writable && deciding.choice.disposition !== null)
  if (view.rounds.length === 0) return <Empty>{t('revision.page.noRound')}</Empty>
  if (ordered.length === 0)
    return (
      <>
        <Empty>{t('revision.page.noComments')}</Empty>
        <SubmitBar view={view} />
      </>
    )
  return (
    <>
      <JobNote view={view} />
      {writable && <UndoButton {...{ view, table }} />}
      <Heads />
      {view.places.map((place, index) => (
        <section key={`${place.round} ${place.kind} ${place.code}`} aria-label={place.heading}>
          <PlaceHead {...{ view, place, index }} choosing={writable ? choosing : null} />
          {ordered
            .filter((comment) => placeOf(view, comment) === place)
            .map((comment) =>
              comment.id === current?.id && writable ? (
                <CurrentComment
                  key={comment.id}
                  {...{ view, comment, place, deciding, wording, setWording }}
                  onGroup={() => setDialog('group')}
                />
              ) : (
                <CommentLine
                  key={comment.id}
                  {...{ view, comment, place }}
                  choosing={writable ? choosing : null}
                />
              ),
            )}
        </section>
      ))}
      {current && dialog === 'group' && (
        <GroupDialog {...{ view, deciding }} head={current} onClose={() => setDialog(null)} />
      )}
      <SubmitBar {...{ view, table, choosing }} />
    </>
  )
}

export type Table = ReturnType<typeof useTable>

function useTable(view: ConsolidationView) {
  const { search, go } = useRevisionSearch()
  const ordered = commentsInPlaces(view).flatMap(({ comments }) => comments)
  const firstOpen = ordered.find((comment) => !comment.isDisposed)
  const current = ordered.find(({ id }) => id === search.comment) ?? firstOpen ?? ordered[0]
  const deciding = useDeciding(view, current)
  const at = current ? ordered.indexOf(current) : -1
  const next = ordered.slice(at + 1).find((comment) => !comment.isDisposed)
  const openAt = (comment: CommentRow | undefined) => comment && go({ comment: comment.id }, true)
  useScrollTo(search.comment)
  return {
    ordered,
    current,
    deciding,
    next,
    writable: mayDo(view.allowedActions, 'comment.disposed'),
    move: (by: 1 | -1) => openAt(ordered[at + by]),
    async writeAndGoOn() {
      if (current && (await deciding.record(current, deciding.choice))) openAt(next ?? current)
    },
    async undo() {
      const id = await deciding.undo()
      if (id) go({ comment: id }, true)
    },
  }
}

function useScrollTo(commentId: string | undefined): void {
  useEffect(() => {
    if (commentId)
      document.getElementById(`comment-${commentId}`)?.scrollIntoView({ block: 'nearest' })
  }, [commentId])
}

function Heads() {
  const t = useText()
  return (
    <div className={`${styles.three} ${styles.heads}`} aria-hidden="true">
      <span>{t('revision.page.columns.comment')}</span>
      <span>{t('revision.page.columns.disposition')}</span>
      <span>{t('revision.page.columns.wording')}</span>
    </div>
  )
}

type HeadProps = {
  view: ConsolidationView
  place: PlaceView
  index: number
  choosing: Choosing | null
}

function PlaceHead({ view, place, index, choosing }: HeadProps) {
  const t = useText()
  const { go } = useRevisionSearch()
  const name = usePlaceName()
  const { total, open } = place
  const jump = (to: PlaceView | undefined, words: string) => {
    const first = view.comments.find((comment) => to && placeOf(view, comment) === to)
    if (!to || !first) return null
    return (
      <button type="button" className="btn text" onClick={() => go({ comment: first.id }, true)}>
        <span className="vh">{words} </span>
        {to.code ?? name(to)}
      </button>
    )
  }
  return (
    <div className={styles.place}>
      <h2>
        {name(place)}{' '}
        {view.rounds.length > 1 && (
          <span className="quiet">({t('revision.page.ofRound', { round: place.round })}) </span>
        )}
        <span className="quiet">
          {t(open > 0 ? 'revision.page.placeCounts' : 'revision.page.placeDone', { total, open })}
        </span>
      </h2>
      <div className="row">
        {choosing && <ChooseOpen {...{ view, place, choosing }} />}
        {jump(view.places[index - 1], t('revision.page.previousPlace'))}
        {jump(view.places[index + 1], t('revision.page.nextPlace'))}
      </div>
    </div>
  )
}

type ChooseProps = { view: ConsolidationView; place: PlaceView; choosing: Choosing }

/** All of a place that nobody has decided yet, where there is more than one. */
function ChooseOpen({ view, place, choosing }: ChooseProps) {
  const t = useText()
  const open = view.comments.filter(
    (comment) => placeOf(view, comment) === place && choosing.mayChoose(comment),
  )
  if (open.length < 2 || open.every(({ id }) => choosing.chosen.has(id))) return null
  return (
    <button type="button" className="btn text" onClick={() => choosing.add(open)}>
      {t('revision.many.chooseOpen', { count: open.length })}
      <span className="vh"> {place.code ?? place.heading}</span>
    </button>
  )
}
