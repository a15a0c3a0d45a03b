import {
  EMPTY_MEETING,
  MEETING_KINDS,
  type MeetingDraft,
  type MeetingKind,
} from '../../domain/feedback/conference.ts'
import type {
  PreparationForm,
  PreparationView,
} from '../../domain/feedback/preparation.contract.ts'
import { useId } from 'react'
import { FieldFrame } from '../kit/form/FieldFrame.tsx'
import { useText } from '../text.ts'
import { Area, Line } from './Area.tsx'
import { DayLine } from './DayLine.tsx'
import type { PreparationDocument } from './preparation-document.ts'

type Props = {
  form: PreparationForm
  edit: PreparationDocument['edit']
  officers: PreparationView['officers']
}

/** The conference and the workshop of the round, as far as they are known before it opens. */
export function PreparedMeetings({ form, edit, officers }: Props) {
  const write = (kind: MeetingKind, change: Partial<MeetingDraft>) =>
    edit((now) => ({
      ...now,
      meetings: {
        ...now.meetings,
        [kind]: { ...(now.meetings[kind] ?? EMPTY_MEETING), ...change },
      },
    }))
  return MEETING_KINDS.filter((kind) => form.kinds.includes(kind)).map((kind) => (
    <MeetingFacts
      key={kind}
      kind={kind}
      meeting={form.meetings[kind] ?? EMPTY_MEETING}
      officers={officers}
      write={(change) => write(kind, change)}
    />
  ))
}

type FactsProps = {
  kind: MeetingKind
  meeting: MeetingDraft
  officers: PreparationView['officers']
  write: (change: Partial<MeetingDraft>) => void
}

function MeetingFacts({ kind, meeting, officers, write }: FactsProps) {
  const t = useText()
  const words = { meeting: t(`feedback.conference.meetingWords.${kind}`) }
  return (
    <section>
      <h2>{t('feedback.conference.prepareTitle', words)}</h2>
      <p className="quiet">{t('feedback.conference.prepareHelp')}</p>
      <DayLine
        label={t('feedback.conference.on')}
        value={meeting.on}
        onChange={(on) => write({ on })}
      />
      <Line
        optional
        maxLength={5}
        label={t('feedback.conference.from')}
        hint={t('feedback.conference.timeHint')}
        value={meeting.from}
        onChange={(from) => write({ from })}
      />
      <Line
        optional
        maxLength={5}
        label={t('feedback.conference.to')}
        hint={t('feedback.conference.timeHint')}
        value={meeting.to}
        onChange={(to) => write({ to })}
      />
      <Line
        optional
        maxLength={300}
        label={t('feedback.conference.place')}
        value={meeting.place}
        onChange={(place) => write({ place })}
      />
      <Officer
        label={t('feedback.conference.chair')}
        officers={officers}
        value={meeting.chairId}
        onChange={(chairId) => write({ chairId })}
      />
      <Officer
        label={t('feedback.conference.secretary')}
        officers={officers}
        value={meeting.secretaryId}
        onChange={(secretaryId) => write({ secretaryId })}
      />
      <Area
        optional
        label={t('feedback.conference.agenda')}
        hint={t('feedback.conference.agendaHint')}
        value={meeting.agenda}
        onChange={(agenda) => write({ agenda })}
      />
    </section>
  )
}

type OfficerProps = {
  label: string
  officers: PreparationView['officers']
  value: string | null
  onChange: (officialId: string | null) => void
}

function Officer({ label, officers, value, onChange }: OfficerProps) {
  const id = useId()
  return (
    <FieldFrame id={id} optional label={label} message={undefined}>
      <select
        className="inp"
        id={id}
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value || null)}
      >
        <option value="" />
        {officers.map(({ officialId, fullName }) => (
          <option key={officialId} value={officialId}>
            {fullName}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
