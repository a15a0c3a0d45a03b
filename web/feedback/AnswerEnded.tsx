import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import {
  type AnswerView,
  feedbackRoutes as routes,
} from '../../domain/feedback/feedback.contract.ts'
import { dayOfInstant, timeOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { SinceRead } from '../app/SinceRead.tsx'
import { useDeed } from '../deed.ts'
import { Confirmation } from '../kit/Confirmation.tsx'
import { DeedButton, mayDo } from '../kit/Deeds.tsx'
import { ReasonDialog } from '../kit/dialog/ReasonDialog.tsx'
import { Icon } from '../kit/Icon.tsx'
import { Note } from '../kit/Note.tsx'
import { Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { weekdayAndDay } from '../weekday.ts'
import { CalendarLink } from './CalendarLink.tsx'
import { isSent } from './is-sent.ts'
import { Outcomes } from './Outcomes.tsx'

/** Sent, or closed: nothing can be written, everything stays to be read. */
export function AnswerEnded({ view }: { view: AnswerView }) {
  if (isSent(view)) return <Sent view={view} at={view.submittedAt ?? ''} />
  return view.excusedBecause === null ? <Closed view={view} /> : <Excused view={view} />
}

function Sent({ view, at }: { view: AnswerView; at: string }) {
  const t = useText()
  const isClosed = view.round.timeliness === 'closed'
  return (
    <>
      <Confirmation
        title={t(view.isLate ? 'feedback.sent.titleLate' : 'feedback.sent.title')}
        reference={view.version > 1 ? `${view.number}/${view.version}` : view.number}
        at={t('feedback.sent.at', {
          time: timeOfInstant(at),
          day: writeDay(dayOfInstant(at)),
          name: view.signedByName ?? '',
        })}
        next={<Next view={view} isClosed={isClosed} />}
      >
        <Link
          className="btn"
          to="/cycles/$year/feedback/answers/$answerId"
          params={{ year: String(view.planYear), answerId: view.answerId }}
        >
          {t('feedback.sent.read')}
        </Link>
        <Link className="btn" to="/print/answers/$answerId" params={{ answerId: view.answerId }}>
          <Icon name="file-text" />
          {t('feedback.sent.print')}
        </Link>
        <CalendarLink answerId={view.answerId} />
        {mayDo(view.allowedActions, 'answer.withdrawn') && <Withdrawing view={view} />}
      </Confirmation>
      {isClosed && (
        <>
          {view.plans.map(({ planId }) => (
            <SinceRead key={planId} planId={planId} year={view.planYear} />
          ))}
          <MyOutcomes view={view} />
        </>
      )}
    </>
  )
}

/** What happens now, and by when. */
function Next({ view, isClosed }: { view: AnswerView; isClosed: boolean }) {
  const t = useText()
  if (isClosed) return <p>{t('feedback.sent.nextClosed')}</p>
  const { explainedOn, round } = view
  return (
    <>
      <p>{t('feedback.sent.next')}</p>
      {explainedOn && <p>{t('feedback.sent.explainedOn', { day: weekdayAndDay(explainedOn) })}</p>}
      <p>
        {t('feedback.sent.until', {
          time: timeOfInstant(round.dueAt),
          day: weekdayAndDay(dayOfInstant(round.dueAt)),
        })}
      </p>
    </>
  )
}

function Withdrawing({ view }: { view: AnswerView }) {
  const t = useText()
  const [opened, setOpened] = useState(false)
  const withdraw = useDeed(routes.withdraw)
  return (
    <>
      <DeedButton
        kind="warn"
        actions={view.allowedActions}
        deed="answer.withdrawn"
        onPress={() => setOpened(true)}
      >
        {t('feedback.sent.withdraw')}
      </DeedButton>
      <ReasonDialog
        title={t('feedback.sent.withdrawTitle')}
        deed={t('feedback.sent.withdraw')}
        opened={opened}
        onClose={() => setOpened(false)}
        problem={withdraw.problem}
        onGiven={(reason) =>
          withdraw.send({ params: { answerId: view.answerId }, body: { reason } })
        }
      >
        <p>{t('feedback.sent.withdrawHelp')}</p>
      </ReasonDialog>
    </>
  )
}

function MyOutcomes({ view }: { view: AnswerView }) {
  const reading = useReading(routes.outcomes, { params: { answerId: view.answerId } })
  return <Shown reading={reading}>{(outcomes) => <Outcomes outcomes={outcomes} />}</Shown>
}

function Excused({ view }: { view: AnswerView }) {
  const t = useText()
  return (
    <Note title={t('feedback.excuse.unit')}>
      <p>{t('feedback.excuse.unitHelp', { reason: view.excusedBecause ?? '' })}</p>
    </Note>
  )
}

function Closed({ view }: { view: AnswerView }) {
  const t = useText()
  const at = view.round.closedAt ?? view.round.graceUntil
  const since = { time: timeOfInstant(at), day: writeDay(dayOfInstant(at)) }
  const hasSpoken = view.opinions.some(({ standing }) => standing === 'CONFIRMED')
  return (
    <>
      <Note tone="soon" title={t('feedback.closed.title', since)}>
        <p>{t(hasSpoken ? 'feedback.conference.notWritten' : 'feedback.closed.silent')}</p>
        {view.contact && <p>{t('feedback.closed.help', view.contact)}</p>}
      </Note>
      {hasSpoken && <MyOutcomes view={view} />}
    </>
  )
}
