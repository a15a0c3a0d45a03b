import { useState } from 'react'
import type { ConsolidationView } from '../../domain/revision/views.contract.ts'
import { Empty, Shown } from '../kit/States.tsx'
import { useStore } from '../store.ts'
import { useText } from '../text.ts'
import { type Choosing, useChoosing } from './choosing.ts'
import { CommentLine } from './CommentLine.tsx'
import { CurrentComment } from './CurrentComment.tsx'
import { placeOf } from './deciding.ts'
import { GroupDialog } from './GroupDialog.tsx'
import { keysOn, useKeys, useWriteKey } from './keys.ts'
import { JobNote } from './Many.tsx'
import { OpinionFilters } from './OpinionFilters.tsx'
import { OpinionsFoot } from './OpinionsFoot.tsx'
import { type Opinions, useOpinions } from './opinions.ts'
import { PlaceHead } from './PlaceHead.tsx'
import styles from './revision.module.css'
import { SubmitBar } from './SubmitBar.tsx'
import { type Table, useTable } from './table.ts'
import { UndoButton } from './UndoButton.tsx'

/** Clause by clause: what the units say, what becomes of it, the words as they now stand. */
export function ConsolidationTable({ view }: { view: ConsolidationView }) {
  const t = useText()
  if (view.rounds.length === 0) return <Empty>{t('revision.page.noRound')}</Empty>
  if (view.totals.comments > 0) return <Desk view={view} />
  return (
    <>
      <Empty>{t('revision.page.noComments')}</Empty>
      <SubmitBar view={view} />
    </>
  )
}

function Desk({ view }: { view: ConsolidationView }) {
  const list = useOpinions(view)
  const table = useTable(view, list)
  const { current, deciding, writable } = table
  const [dialog, setDialog] = useState<'group' | null>(null)
  const [wording, setWording] = useState(false)
  const choosing = useChoosing(view, list)
  useKeys(
    {
      j: () => void table.move(1),
      k: () => void table.move(-1),
      '1': () => deciding.change({ disposition: 'ACCEPTED' }),
      '2': () => deciding.change({ disposition: 'PARTLY' }),
      '3': () => deciding.change({ disposition: 'NOT_ACCEPTED' }),
      e: () => setWording(true),
      g: () => setDialog('group'),
      z: () => void table.undo(),
      x: () => current && choosing.mayChoose(current) && choosing.turn(current),
    },
    useStore(keysOn) && writable,
  )
  useWriteKey(() => void table.writeAndGoOn(), writable && deciding.choice.disposition !== null)
  return (
    <>
      <JobNote view={view} />
      {writable && <UndoButton {...{ view, table }} />}
      <OpinionFilters {...{ view, list }} choosing={writable ? choosing : null} />
      <Shown reading={list.found}>
        {() => (
          <>
            <Rows
              {...{ view, list, table, wording, setWording }}
              choosing={writable ? choosing : null}
              onGroup={() => setDialog('group')}
            />
            <OpinionsFoot list={list} />
          </>
        )}
      </Shown>
      {current && dialog === 'group' && (
        <GroupDialog deciding={deciding} head={current} onClose={() => setDialog(null)} />
      )}
      <SubmitBar {...{ view, table, choosing }} />
    </>
  )
}

type RowsProps = {
  view: ConsolidationView
  list: Opinions
  table: Table
  choosing: Choosing | null
  wording: boolean
  setWording: (open: boolean) => void
  onGroup: () => void
}

/** The opinions of the page under the places they speak of. */
function Rows({ view, list, table, choosing, wording, setWording, onGroup }: RowsProps) {
  const { opinions, current, deciding, writable } = table
  const places = view.places.filter((place) =>
    opinions.some((comment) => placeOf(view, comment) === place),
  )
  if (places.length === 0) return null
  return (
    <>
      <Heads />
      {places.map((place) => (
        <section key={`${place.round} ${place.kind} ${place.code}`} aria-label={place.heading}>
          <PlaceHead {...{ view, place, table, choosing }} />
          {opinions
            .filter((comment) => placeOf(view, comment) === place)
            .map((comment) =>
              comment.id === current?.id && writable ? (
                <CurrentComment
                  key={comment.id}
                  {...{ view, comment, place, deciding, wording, setWording, onGroup }}
                  files={list.page?.files ?? []}
                />
              ) : (
                <CommentLine
                  key={comment.id}
                  {...{ comment, place, choosing }}
                  onOpen={() => table.openAt(comment)}
                />
              ),
            )}
        </section>
      ))}
    </>
  )
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
