import { useId, useState } from 'react'
import type {
  AttendanceMark,
  ConferencesView,
  ConferenceView,
} from '../../domain/feedback/conference.contract.ts'
import { ATTENDANCE } from '../../domain/feedback/conference.ts'
import { matchesAllWords } from '../../domain/grammar/text.ts'
import { Tri } from '../kit/Tri.tsx'
import { useText } from '../text.ts'
import look from './conference.module.css'
import { marksIn } from './hall-marks.ts'
import type { HallDesk } from './useHall.ts'

type Props = {
  view: ConferencesView
  conference: ConferenceView
  desk: HallDesk
  disabled: boolean
}

const most = 60

/** Every invited unit, found by a few letters; one press says whether it is there. */
export function HallAttendance({ view, conference, desk, disabled }: Props) {
  const t = useText()
  const id = useId()
  const [typed, setTyped] = useState('')
  const marks = marksIn(conference, desk.state.items)
  const found = view.units.filter(({ unitName }) => matchesAllWords(unitName, typed))
  const came = (state: string) => [...marks.values()].filter((mark) => mark.state === state).length
  const [present, absent, excused] = ATTENDANCE.map(came)
  const open = view.units.filter(({ unitId }) => !marks.has(unitId)).length
  return (
    <section aria-label={t('feedback.conference.attendance')}>
      <h3>{t('feedback.conference.attendance')}</h3>
      <p role="status">
        <b>
          {t('feedback.conference.counts', {
            present: present ?? 0,
            absent: absent ?? 0,
            excused: excused ?? 0,
            open,
          })}
        </b>
      </p>
      <div className="fld">
        <label htmlFor={id}>{t('feedback.conference.find')}</label>
        <p className="hint" id={`${id}-hint`}>
          {t('feedback.conference.findHint')}
        </p>
        <input
          className="inp"
          type="search"
          id={id}
          aria-describedby={`${id}-hint`}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      {found.length === 0 && <p className="quiet">{t('feedback.conference.noUnit')}</p>}
      <ul className={look.units}>
        {found.slice(0, most).map((unit) => (
          <Row
            key={unit.unitId}
            unitName={unit.unitName}
            mark={marks.get(unit.unitId) ?? null}
            disabled={disabled}
            onMark={(state, representative) =>
              desk.add({
                kind: 'mark',
                unitName: unit.unitName,
                mark: { unitId: unit.unitId, state, representative },
              })
            }
          />
        ))}
      </ul>
      {found.length > most && (
        <p className="quiet">{t('feedback.conference.more', { count: found.length - most })}</p>
      )}
    </section>
  )
}

type RowProps = {
  unitName: string
  mark: AttendanceMark | null
  disabled: boolean
  onMark: (state: AttendanceMark['state'], representative: string | null) => void
}

const offered = ['PRESENT', 'EXCUSED', 'ABSENT'] as const

function Row({ unitName, mark, disabled, onMark }: RowProps) {
  const t = useText()
  return (
    <li>
      <span>{unitName}</span>
      <Tri
        label={t('feedback.conference.mark', { unit: unitName })}
        choices={offered.map((value) => ({
          value,
          label: t(`feedback.conference.marks.${value}`),
        }))}
        value={mark?.state ?? null}
        disabled={disabled}
        onChoose={(state) =>
          onMark(state, state === 'PRESENT' ? (mark?.representative ?? null) : null)
        }
      />
      {mark?.state === 'PRESENT' && !disabled && (
        <input
          className="inp"
          maxLength={200}
          aria-label={t('feedback.conference.representative', { unit: unitName })}
          placeholder={t('feedback.conference.representativeIs')}
          defaultValue={mark.representative ?? ''}
          onBlur={(event) => {
            const name = event.currentTarget.value.trim()
            if (name !== (mark.representative ?? '')) onMark('PRESENT', name === '' ? null : name)
          }}
        />
      )}
      {disabled && mark?.representative && <span className="quiet">{mark.representative}</span>}
    </li>
  )
}
