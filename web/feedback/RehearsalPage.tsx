import { useCallback, useId, useMemo, useState } from 'react'
import type { AnswerForm } from '../../domain/feedback/answer-form.contract.ts'
import {
  type AnswerView,
  feedbackRoutes as routes,
  type RehearsalView,
} from '../../domain/feedback/feedback.contract.ts'
import { YearRibbon } from '../app/YearRibbon.tsx'
import { FieldFrame } from '../kit/form/FieldFrame.tsx'
import { Note } from '../kit/Note.tsx'
import { PageHead } from '../kit/Page.tsx'
import { Shown } from '../kit/States.tsx'
import { useReading } from '../reading.ts'
import { useText } from '../text.ts'
import { AnswerSteps } from './AnswerDesk.tsx'
import type { AnswerDocument } from './answer-document.ts'
import { anyUnit, useFeedbackSearch } from './search.ts'

/** The form as a unit will have it, on the drafts as they stand now: filled in, and never kept. */
export function RehearsalPage({ year }: { year: number }) {
  const { search } = useFeedbackSearch()
  const unitId = search.rehearsal === anyUnit ? undefined : search.rehearsal
  const reading = useReading(routes.rehearsal, {
    params: { planYear: year },
    query: unitId ? { unitId } : {},
  })
  return (
    <>
      <YearRibbon year={year} />
      <Shown reading={reading} rows={6}>
        {(view) => <Rehearsal view={view} />}
      </Shown>
    </>
  )
}

function Rehearsal({ view: { answer, units } }: { view: RehearsalView }) {
  const t = useText()
  return (
    <>
      <PageHead
        working
        title={t('feedback.rehearsal.title', { year: answer.planYear })}
        lead={t('feedback.rehearsal.lead', { unit: answer.unitName })}
      />
      <Note tone="soon" title={t('feedback.rehearsal.nothingCounts')}>
        <p>{t('feedback.rehearsal.how')}</p>
        <AsUnit units={units} unitId={answer.unitId} />
      </Note>
      <Rehearsed key={answer.unitId} view={answer} />
    </>
  )
}

type AsUnitProps = { units: RehearsalView['units']; unitId: string }

function AsUnit({ units, unitId }: AsUnitProps) {
  const t = useText()
  const id = useId()
  const { go } = useFeedbackSearch()
  return (
    <FieldFrame id={id} label={t('feedback.rehearsal.asUnit')} message={undefined}>
      <select
        className="inp"
        id={id}
        value={unitId}
        onChange={(event) => go({ rehearsal: event.currentTarget.value, at: undefined })}
      >
        {units.map((unit) => (
          <option key={unit.unitId} value={unit.unitId}>
            {unit.unitName}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}

function Rehearsed({ view }: { view: AnswerView }) {
  const t = useText()
  return (
    <AnswerSteps
      view={view}
      document={useRehearsedDocument(view)}
      isRehearsal
      end={<span>{t('feedback.rehearsal.endsHere')}</span>}
    />
  )
}

/** What is typed stands on this page and nowhere else. */
function useRehearsedDocument({ form }: AnswerView): AnswerDocument {
  const [value, setValue] = useState<AnswerForm>(form)
  const flush = useCallback(() => Promise.resolve(true), [])
  return useMemo(
    () => ({
      value,
      state: { kind: 'none' },
      edit: setValue,
      flush,
      resolve: setValue,
      revision: () => 0,
    }),
    [value, flush],
  )
}
