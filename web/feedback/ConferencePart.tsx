import { useState } from 'react'
import type {
  ConferencesView,
  ConferenceView,
  InvitedConference,
} from '../../domain/feedback/conference.contract.ts'
import { dayOfInstant, timeOfInstant, yearOf } from '../../domain/grammar/day.ts'
import { Button } from '../kit/Button.tsx'
import { mayDo } from '../kit/Deeds.tsx'
import { useText } from '../text.ts'
import { weekdayAndDay } from '../weekday.ts'
import look from './conference.module.css'
import { ConferenceMinutes } from './ConferenceMinutes.tsx'
import { HallAttendance } from './HallAttendance.tsx'
import { HallSent } from './HallSent.tsx'
import { OpinionRecorder } from './OpinionRecorder.tsx'
import { SetConferenceDialog } from './SetConferenceDialog.tsx'
import { SpokenOpinions } from './SpokenOpinions.tsx'
import { useHall } from './useHall.ts'

export type Meeting = ConferencesView['meetings'][number]

type Props = { view: ConferencesView; meeting: Meeting }

/** One meeting: when and where, and once it is set all that is done in the hall. */
export function ConferencePart({ view, meeting }: Props) {
  const t = useText()
  const [isSetting, setSetting] = useState(false)
  const { kind, conference, allowedActions } = meeting
  const title = t(`feedback.conference.kinds.${kind}`)
  const maySet = mayDo(allowedActions, 'conference.set') && conference?.state !== 'CLOSED'
  return (
    <section className={look.part} aria-label={title}>
      <div className="grp first">
        <h2>{title}</h2>
        {maySet && (
          <Button onClick={() => setSetting(true)}>
            {t(conference ? 'feedback.conference.change' : 'feedback.conference.set')}
          </Button>
        )}
      </div>
      {conference ? (
        <>
          <ConferenceFacts conference={conference} secretaryName={conference.secretaryName} />
          <InTheHall key={conference.conferenceId} view={view} conference={conference} />
        </>
      ) : (
        <p className="quiet">{t('feedback.conference.none')}</p>
      )}
      {isSetting && (
        <SetConferenceDialog view={view} meeting={meeting} onClose={() => setSetting(false)} />
      )}
    </section>
  )
}

type Facts = { conference: InvitedConference; secretaryName?: string }

export function ConferenceTime({ startsAt, endsAt }: InvitedConference) {
  const t = useText()
  const on = dayOfInstant(startsAt)
  return t('feedback.conference.when', {
    from: timeOfInstant(startsAt),
    to: timeOfInstant(endsAt),
    day: `${weekdayAndDay(on)}/${yearOf(on)}`,
  })
}

export function ConferenceFacts({ conference, secretaryName }: Facts) {
  const t = useText()
  const { place, chairName, agenda } = conference
  const facts = [
    [t('feedback.conference.whenIs'), <ConferenceTime key="time" {...conference} />],
    [t('feedback.conference.place'), place],
    [t('feedback.conference.chair'), chairName],
    ...(secretaryName ? [[t('feedback.conference.secretary'), secretaryName]] : []),
    [t('feedback.conference.agenda'), agenda],
  ] as const
  return (
    <dl className={look.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function InTheHall({ view, conference }: { view: ConferencesView; conference: ConferenceView }) {
  const desk = useHall(conference.conferenceId)
  const may = (deed: string) => mayDo(conference.allowedActions, deed)
  const records = may('opinion.recorded') && conference.isOnDay
  const writes = may('opinion.recorded') || may('conference.attended')
  return (
    <>
      {writes && <HallSent desk={desk} />}
      <div className={look.hall}>
        <div>
          {records && <OpinionRecorder {...{ view, conference, desk }} />}
          <SpokenOpinions conference={conference} pending={desk.state.items} />
        </div>
        <HallAttendance {...{ view, conference, desk }} disabled={!may('conference.attended')} />
      </div>
      <ConferenceMinutes conference={conference} />
    </>
  )
}
