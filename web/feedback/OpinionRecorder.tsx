import { useId, useRef, useState } from 'react'
import { COMMENT_KINDS } from '../../domain/feedback/answer-form.ts'
import type { ConferencesView, ConferenceView } from '../../domain/feedback/conference.contract.ts'
import { announce } from '../kit/announce.ts'
import { Button } from '../kit/Button.tsx'
import { FieldFrame } from '../kit/form/FieldFrame.tsx'
import { Searched } from '../kit/form/Searched.tsx'
import { useText } from '../text.ts'
import { Area } from './Area.tsx'
import look from './conference.module.css'
import { marksIn } from './hall-marks.ts'
import type { Speech } from './hall.ts'
import type { HallDesk } from './useHall.ts'

type Props = { view: ConferencesView; conference: ConferenceView; desk: HallDesk }

/** Who speaks, about what, in which words; Ctrl + Enter, and the next one may speak. */
export function OpinionRecorder({ view, conference, desk }: Props) {
  const t = useText()
  const first = useRef<HTMLInputElement>(null)
  const [isMissing, setMissing] = useState(false)
  const { speech } = desk.state
  const write = (change: Partial<Speech>) => desk.write({ ...speech, ...change })
  const units = unitsFirst(view, conference, desk)
  const record = () => {
    const unit = view.units.find(({ unitId }) => unitId === speech.unitId)
    const place = view.places[Number(speech.place ?? 0)]
    const words = speech.words.trim()
    setMissing(!unit || !place || words === '')
    if (!unit || !place || words === '') return
    const { planId, placeKind, placeCode } = place
    desk.add({
      kind: 'opinion',
      unitName: unit.unitName,
      opinion: { unitId: unit.unitId, planId, placeKind, placeCode, kind: speech.kind, words },
      speech,
    })
    announce(t('feedback.conference.recorded', { unit: unit.unitName }))
    first.current?.focus()
  }
  return (
    <form
      className={look.recorder}
      aria-label={t('feedback.conference.record')}
      onSubmit={(event) => {
        event.preventDefault()
        record()
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        record()
      }}
    >
      <h3>{t('feedback.conference.record')}</h3>
      <Picked
        label={t('feedback.conference.unit')}
        hint={t('feedback.conference.unitHint')}
        message={isMissing ? t('feedback.conference.missing') : undefined}
        inputRef={first}
        choices={units}
        value={speech.unitId}
        onChange={(unitId) => write({ unitId })}
      />
      <Picked
        label={t('feedback.conference.about')}
        hint={t('feedback.conference.aboutHint')}
        choices={view.places.map(({ name }, index) => ({ value: String(index), label: name }))}
        value={speech.place ?? '0'}
        onChange={(place) => write({ place })}
      />
      <KindOf kind={speech.kind} onChange={(kind) => write({ kind })} />
      <Area
        label={t('feedback.conference.words')}
        hint={t('feedback.conference.addHint')}
        value={speech.words}
        onChange={(words) => write({ words })}
      />
      <Button kind="primary" type="submit">
        {t('feedback.conference.add')}
      </Button>
    </form>
  )
}

/** Those who are there come first, as the hall is seen from the desk. */
function unitsFirst(view: ConferencesView, conference: ConferenceView, desk: HallDesk) {
  const marks = marksIn(conference, desk.state.items)
  const isThere = (unitId: string) => marks.get(unitId)?.state === 'PRESENT'
  return [
    ...view.units.filter(({ unitId }) => isThere(unitId)),
    ...view.units.filter(({ unitId }) => !isThere(unitId)),
  ].map(({ unitId, unitName }) => ({ value: unitId, label: unitName }))
}

type PickedProps = {
  label: string
  hint: string
  message?: string | undefined
  inputRef?: React.Ref<HTMLInputElement>
  choices: readonly { value: string; label: string }[]
  value: string | null
  onChange: (value: string | null) => void
}

function Picked({ label, hint, message, inputRef, ...list }: PickedProps) {
  const id = useId()
  return (
    <FieldFrame id={id} label={label} hint={hint} message={message}>
      <Searched
        id={id}
        {...list}
        {...(inputRef && { inputRef })}
        error={message !== undefined}
        aria={{ 'aria-describedby': `${id}-hint${message ? ` ${id}-error` : ''}` }}
      />
    </FieldFrame>
  )
}

type KindProps = { kind: Speech['kind']; onChange: (kind: Speech['kind']) => void }

function KindOf({ kind, onChange }: KindProps) {
  const t = useText()
  const id = useId()
  return (
    <FieldFrame id={id} label={t('feedback.conference.kind')} message={undefined}>
      <select
        className="inp"
        id={id}
        value={kind}
        onChange={(event) =>
          onChange(COMMENT_KINDS.find((each) => each === event.currentTarget.value) ?? kind)
        }
      >
        {COMMENT_KINDS.map((each) => (
          <option key={each} value={each}>
            {t(`feedback.commentKinds.${each}`)}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
