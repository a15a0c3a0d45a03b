import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { BoardStatus, BoardView } from '../../domain/feedback/board.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { dayOfInstant, writeDay, yearOf } from '../../domain/grammar/day.ts'
import { withoutFullStop } from '../../domain/grammar/text.ts'
import { addressOf } from '../address.ts'
import { HistoryPanel } from '../app/HistoryPanel.tsx'
import { YearRibbon } from '../app/YearRibbon.tsx'
import { Icon } from '../kit/Icon.tsx'
import { DotStrip } from '../kit/DotStrip.tsx'
import { PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { weekdayAndDay } from '../weekday.ts'
import { BoardFigures } from './BoardFigures.tsx'
import { BoardFilters } from './BoardFilters.tsx'
import { BoardTable } from './BoardTable.tsx'
import styles from './board.module.css'
import { ClosingButton } from './ClosingButton.tsx'
import { isOpening, PlannedRound } from './PlannedRound.tsx'
import { ReopeningButton } from './ReopeningButton.tsx'
import { ReminderPanel } from './ReminderPanel.tsx'
import { RoundTabs } from './RoundTabs.tsx'
import { useFeedbackSearch } from './search.ts'

const pageSize = 50

/** The department's page: who has answered, who is waited for, and how to reach them. */
export function BoardPage({ year }: { year: number }) {
  const { search } = useFeedbackSearch()
  const query = {
    page: search.page ?? 1,
    size: pageSize,
    ...(search.status && { status: search.status }),
    ...(search.round && { round: search.round }),
    ...(search.unit && { unit: search.unit }),
    ...(search.kind && { kind: search.kind }),
    ...(search.above && { above: search.above }),
  }
  const params = { planYear: year }
  const reading = useReading(
    routes.board,
    { params, query },
    {
      everySeconds: (view) => (view && isOpening(view) ? 2 : 20),
    },
  )
  return (
    <>
      <YearRibbon year={year} />
      <Shown reading={reading} rows={8}>
        {(view) =>
          view.state === 'PLANNED' ? (
            <PlannedRound view={view} />
          ) : (
            <Board
              view={view}
              excelHref={addressOf(`${routes.board.path}/export.xlsx`, params, {
                round: search.round,
                status: search.status,
                unit: search.unit,
                kind: search.kind,
                above: search.above,
              })}
            />
          )
        }
      </Shown>
    </>
  )
}

function Board({ view, excelHref }: { view: BoardView; excelHref: string }) {
  const t = useText()
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const select = (id: string, on: boolean) =>
    setSelected((now) => new Set(on ? [...now, id] : [...now].filter((each) => each !== id)))
  const clear = () => setSelected(new Set())
  const { counts } = view
  return (
    <>
      <PageHead
        title={t(headOf(view), {
          sent: counts.sent,
          units: counts.units - counts.excused,
          open: counts.open,
          spoke: counts.spoke,
          silent: counts.silent,
        })}
        lead={<Lead view={view} />}
        deeds={
          <>
            {view.kinds.some((kind) => kind !== 'WRITTEN') && (
              <Link
                className="btn"
                to="/cycles/$year/feedback/conferences"
                params={{ year: String(view.planYear) }}
              >
                {t('feedback.conference.link')}
              </Link>
            )}
            <Link
              className="btn"
              to="/cycles/$year/feedback/own-answers"
              params={{ year: String(view.planYear) }}
              search={{ round: view.number }}
            >
              {t('feedback.ownAnswers.link')}
            </Link>
            <a className="btn" href={excelHref} download>
              <Icon name="download" />
              {t('shell.table.excel')}
            </a>
            <ClosingButton view={view} />
            <ReopeningButton view={view} />
          </>
        }
      />
      <RoundTabs view={view} />
      <Strip view={view} />
      <BoardFigures view={view} />
      <BoardFilters view={view} />
      <div className={selected.size > 0 ? styles.with : undefined}>
        <BoardTable view={view} selected={selected} onSelect={select} onClear={clear} />
        {selected.size > 0 && <ReminderPanel view={view} selected={selected} onDone={clear} />}
      </div>
      <HistoryPanel objectType="round" objectId={view.roundId} />
    </>
  )
}

function headOf({ state, counts }: BoardView) {
  if (state !== 'CLOSED') return 'feedback.board.head'
  return counts.spoke > 0 ? 'feedback.board.headSpoke' : 'feedback.board.headClosed'
}

function Lead({ view }: { view: BoardView }) {
  const t = useText()
  const due = dayOfInstant(view.dueAt)
  const { comments, requests } = view.counts
  if (view.closedAt)
    return t('feedback.board.leadClosed', {
      day: writeDay(dayOfInstant(view.closedAt)),
      because: withoutFullStop(view.closedBecause ?? t('feedback.board.byTimer')),
      comments,
      requests,
    })
  return t('feedback.board.lead', {
    due: `${weekdayAndDay(due)}/${yearOf(due)}`,
    days: view.workingDaysLeft,
    comments,
  })
}

function Strip({ view: { counts } }: { view: BoardView }) {
  const t = useText()
  const group = (key: BoardStatus) => ({
    key,
    name: t(`feedback.board.status.${key}`),
    letter: t(`feedback.board.letters.${key}`),
    number: counts[key],
  })
  return (
    <DotStrip
      label={t('feedback.board.strip', { units: counts.units })}
      groups={[
        { ...group('notOpened'), look: 'unopened' },
        { ...group('read'), look: 'read' },
        { ...group('writing'), look: 'writing' },
        { ...group('spoke'), look: 'read' },
        { ...group('silent'), look: 'unopened' },
        { ...group('excused'), look: 'read' },
        { ...group('sent'), look: 'sent' },
      ]}
    />
  )
}
