import { OUTCOMES, SEVERITIES } from '../../domain/inspection/finding.ts'
import type { FindingForm } from '../../domain/inspection/forms.contract.ts'
import type { CriterionView } from '../../domain/inspection/views.contract.ts'
import type { Autosave } from '../kit/autosave/useAutosave.ts'
import { Tri } from '../kit/Tri.tsx'
import { useText } from '../text.ts'
import look from './inspection.module.css'

type FieldsProps = { written: Autosave<FindingForm>; criterion: CriterionView }

/** The four findings, the note, and what it weighs; each keystroke is kept. */
export function FindingFields({ written, criterion }: FieldsProps) {
  const t = useText()
  const { value, edit } = written
  const { maxScore } = criterion
  const fallsShort = value.outcome === 'PARTLY' || value.outcome === 'FAILED'
  return (
    <>
      <fieldset>
        <legend className="vh">{t('inspection.visit.conclusion')}</legend>
        <div className={look.four}>
          {OUTCOMES.map((outcome) => (
            <label key={outcome}>
              <input
                className="rad"
                type="radio"
                name="outcome"
                checked={value.outcome === outcome}
                onChange={() => edit((now) => ({ ...now, outcome, severity: null }))}
              />
              {t(`inspection.outcomes.${outcome}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="fld">
        <label htmlFor="note">{t('inspection.visit.note')}</label>
        <p className="hint" id="note-hint">
          {t('inspection.visit.noteHint')}
        </p>
        <textarea
          className="inp"
          id="note"
          rows={3}
          maxLength={4000}
          aria-describedby="note-hint"
          value={value.note}
          onChange={(event) => {
            const note = event.currentTarget.value
            edit((now) => ({ ...now, note }))
          }}
        />
      </div>
      {fallsShort && (
        <div className="fld">
          <p className="lab">{t('inspection.visit.severity')}</p>
          <Tri
            label={t('inspection.visit.severity')}
            value={value.severity}
            choices={SEVERITIES.map((each) => ({
              value: each,
              label: t(`inspection.severities.${each}`),
            }))}
            onChoose={(severity) => edit((now) => ({ ...now, severity }))}
          />
        </div>
      )}
      <Score {...{ written, maxScore }} />
    </>
  )
}

function Score({ written, maxScore }: { written: Autosave<FindingForm>; maxScore: number }) {
  const t = useText()
  const { value, edit } = written
  return (
    <div className={`fld ${look.score}`}>
      <label htmlFor="score">{t('inspection.visit.score', { most: maxScore })}</label>
      <p className="hint" id="score-hint">
        {t('inspection.visit.scoreHint')}
      </p>
      <input
        className="inp r"
        id="score"
        inputMode="numeric"
        aria-describedby="score-hint"
        value={value.score ?? ''}
        onChange={(event) => {
          const typed = event.currentTarget.value.replace(/\D/g, '').slice(0, 3)
          const score = typed === '' ? null : Math.min(Number(typed), maxScore)
          edit((now) => ({ ...now, score }))
        }}
      />
    </div>
  )
}
