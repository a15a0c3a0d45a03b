import { useId, useRef } from 'react'
import { requestKey, type TargetRequestForm } from '../../domain/feedback/answer-form.contract.ts'
import { REQUEST_REASONS } from '../../domain/feedback/answer-form.ts'
import type { ConsultedPlan } from '../../domain/feedback/feedback.contract.ts'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import { pointer } from '../../domain/grammar/obstacle.ts'
import { writeNumber } from '../../domain/grammar/text.ts'
import { FieldFrame } from '../kit/form/FieldFrame.tsx'
import { sayCode, useText } from '../text.ts'
import type { AnswerDocument } from './answer-document.ts'
import { AnswerFiles } from './AnswerFiles.tsx'
import { Area } from './Area.tsx'
import { Figure } from '../kit/form/Figure.tsx'
import table from './targets.module.css'

type Target = ConsultedPlan['targets'][number]
type Props = {
  planId: string
  target: Target
  planYear: number
  document: AnswerDocument
  warnings: readonly Obstacle[]
}

/** One target of the unit: as assigned, or with another figure and the reasons for it. */
export function TargetRow({ planId, target, planYear, document, warnings }: Props) {
  const t = useText()
  const { allocation, measuredIn } = target
  const empty: TargetRequestForm = {
    planId,
    targetCode: target.code,
    requested: null,
    reason: null,
    particularity: '',
    feasibility: '',
    commitment: '',
  }
  const key = requestKey(empty)
  const request = document.value.targetRequests[key]
  // a figure that is being typed passes by the assigned one: its reasons are laid aside, not lost
  const aside = useRef(request)
  if (request) aside.current = request
  const write = (change: Partial<TargetRequestForm>) =>
    document.edit((now) => {
      const { [key]: before = aside.current, ...others } = now.targetRequests
      const next = { ...empty, ...before, ...change }
      const isAsAssigned = next.requested === allocation?.value
      return { ...now, targetRequests: isAsAssigned ? others : { ...others, [key]: next } }
    })
  const warning = warnings.find(({ at }) => at === pointer('targetRequests', key, 'requested'))
  return (
    <tr>
      <th scope="row">
        {target.text}
        <span>{measuredIn}</span>
      </th>
      <td className="r" data-l={t('feedback.targets.assigned')}>
        <b>{writeNumber(allocation?.value ?? 0)}</b>
      </td>
      <td className="r later" data-l={t('feedback.targets.lastYear', { year: planYear - 1 })}>
        {allocation?.lastYearDone == null ? '–' : writeNumber(allocation.lastYearDone)}
      </td>
      <td className={table.asked} data-l={t('feedback.targets.requested')}>
        <Figure
          hiddenLabel
          decimals={2}
          label={t('feedback.targets.requestedFor', { target: target.text })}
          value={request ? request.requested : (allocation?.value ?? null)}
          onChange={(requested) => write({ requested })}
        />
      </td>
      <td className={table.why} data-l={t('feedback.targets.reason')}>
        {request ? (
          <>
            <Reasons request={request} write={write} target={target.text} />
            <AnswerFiles place={key} name={target.code} />
          </>
        ) : (
          <span className="later">{t('feedback.targets.asAssigned')}</span>
        )}
        {warning && (
          <p className={`amb ${table.far}`}>{sayCode(warning.code, warning.params ?? {})}</p>
        )}
      </td>
    </tr>
  )
}

type ReasonProps = {
  request: TargetRequestForm
  write: (change: Partial<TargetRequestForm>) => void
  target: string
}

function Reasons({ request, write, target }: ReasonProps) {
  const t = useText()
  const id = useId()
  return (
    <>
      <FieldFrame id={id} label={t('feedback.targets.reasonFor', { target })} message={undefined}>
        <select
          className="inp"
          id={id}
          value={request.reason ?? ''}
          onChange={(event) =>
            write({
              reason: REQUEST_REASONS.find((each) => each === event.currentTarget.value) ?? null,
            })
          }
        >
          <option value="">{t('feedback.targets.choose')}</option>
          {REQUEST_REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {t(`feedback.reasons.${reason}`)}
            </option>
          ))}
        </select>
      </FieldFrame>
      <Area
        rows={2}
        label={t('feedback.targets.particularity')}
        value={request.particularity}
        onChange={(particularity) => write({ particularity })}
      />
      <Area
        rows={2}
        label={t('feedback.targets.feasibility')}
        value={request.feasibility}
        onChange={(feasibility) => write({ feasibility })}
      />
      <Area
        rows={2}
        optional
        label={t('feedback.targets.commitment')}
        value={request.commitment}
        onChange={(commitment) => write({ commitment })}
      />
    </>
  )
}
