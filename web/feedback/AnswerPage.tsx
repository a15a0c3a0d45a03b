import { useEffect, useRef, useState } from 'react'
import { isUnwritten } from '../../domain/feedback/assisted-entry.ts'
import {
  type AnswerView,
  feedbackRoutes as routes,
} from '../../domain/feedback/feedback.contract.ts'
import { day, dayOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { HistoryPanel } from '../app/HistoryPanel.tsx'
import { WaitsFor } from '../app/WaitsFor.tsx'
import { YearRibbon } from '../app/YearRibbon.tsx'
import { useDeed } from '../deed.ts'
import { mayDo } from '../kit/Deeds.tsx'
import { fetchedLater } from '../kit/fetched-later.tsx'
import { Note } from '../kit/Note.tsx'
import { PageHead } from '../kit/Page.tsx'
import { Loading, Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { AnswerDesk } from './AnswerDesk.tsx'
import { EarlierAnswer } from './EarlierAnswer.tsx'
import { isSent } from './is-sent.ts'

// what most units never see, or only when they have written
const AnswerEnded = fetchedLater(
  () => import('./AnswerEnded.tsx').then((part) => part.AnswerEnded),
  () => <Loading />,
)
const EnteredForUnit = fetchedLater(
  () => import('./EnteredForUnit.tsx').then((part) => part.EnteredForUnit),
  () => <Loading />,
)
const OwnConference = fetchedLater(() =>
  import('./OwnConference.tsx').then((part) => part.OwnConference),
)
const PresidentDesk = fetchedLater(
  () => import('./PresidentDesk.tsx').then((part) => part.PresidentDesk),
  () => <Loading />,
)

/** A unit's page: it writes, its president signs, and later it reads the answers. */
export function AnswerPage({ year }: { year: number }) {
  const reading = useReading(routes.myAnswer, { params: { planYear: year } })
  return (
    <>
      <YearRibbon year={year} />
      <WaitsFor word="feedback" year={year} />
      <Shown reading={reading} rows={6}>
        {(view) => <Standing view={view} />}
      </Shown>
    </>
  )
}

function Standing({ view }: { view: AnswerView }) {
  const t = useText()
  useOpening(view)
  const [first] = view.plans
  const lead = t('feedback.answer.lead', {
    unit: view.unitName,
    version: first?.version ?? 1,
    day: first ? writeDay(day(dayOfInstant(first.publishedAt))) : '',
  })
  return (
    <>
      {!isSent(view) && (
        <PageHead working title={t('feedback.answer.title', { year: view.planYear })} lead={lead} />
      )}
      <EarlierAnswer view={view} />
      {view.conferences.length > 0 && <OwnConference view={view} />}
      <Desk view={view} />
      <HistoryPanel objectType="answer" objectId={view.answerId} />
    </>
  )
}

function Desk({ view }: { view: AnswerView }) {
  const [writesOwn, setWritesOwn] = useState(false)
  const offered = view.assistedEntry?.state === 'OFFERED' ? view.assistedEntry : null
  if (offered && !writesOwn && isUnwritten(view.state) && view.round.timeliness !== 'closed')
    return <EnteredForUnit view={view} entry={offered} onWriteOwn={() => setWritesOwn(true)} />
  return (
    <>
      {offered && view.round.timeliness !== 'closed' && <Beside />}
      <OwnDesk view={view} />
    </>
  )
}

function Beside() {
  const t = useText()
  return (
    <Note>
      <p>{t('feedback.assisted.beside')}</p>
    </Note>
  )
}

function OwnDesk({ view }: { view: AnswerView }) {
  if (mayDo(view.allowedActions, 'answer.saved'))
    return <AnswerDesk key={view.answerId} view={view} />
  if (view.state === 'WITH_PRESIDENT' && view.round.timeliness !== 'closed')
    return <PresidentDesk view={view} />
  return <AnswerEnded view={view} />
}

/** That the unit has opened the drafts is recorded when it does, and once. */
function useOpening(view: AnswerView): void {
  const { send } = useDeed(routes.open, { touches: [routes.myAnswer] })
  const asked = useRef(false)
  const isNew = mayDo(view.allowedActions, 'answer.opened')
  const { answerId } = view
  useEffect(() => {
    if (!isNew || asked.current) return
    asked.current = true
    void send({ params: { answerId }, body: {} })
  }, [isNew, answerId, send])
}
