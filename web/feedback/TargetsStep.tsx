import { askedOf } from '../../domain/feedback/asked.ts'
import { warningsOn } from '../../domain/feedback/answer-form.ts'
import { Button } from '../kit/Button.tsx'
import { useText } from '../text.ts'
import { AnswerBar } from './AnswerBar.tsx'
import type { StepProps } from './AnswerDesk.tsx'
import styles from './answer.module.css'
import { useFeedbackSearch } from './search.ts'
import { TargetRow } from './TargetRow.tsx'
import table from './targets.module.css'

/** What the federation assigns to the unit, what it did last year, and what it asks for instead. */
export function TargetsStep({ view, document, aside }: StepProps) {
  const t = useText()
  const { go } = useFeedbackSearch()
  const form = document.value
  const warnings = warningsOn(form, askedOf(view.plans))
  const targets = view.plans.flatMap((plan) =>
    plan.targets.map((target) => ({ planId: plan.planId, target })),
  )
  const assigned = targets.filter(({ target }) => target.allocation !== null)
  const requests = Object.keys(form.targetRequests).length
  return (
    <>
      <div className={`${styles.desk} ${styles.wide}`}>
        <div>
          <h2>{t('feedback.steps.targets')}</h2>
          <table className={table.targets}>
            <caption className="vh">
              {t('feedback.targets.caption', { unit: view.unitName })}
            </caption>
            <thead>
              <tr>
                <th scope="col">{t('feedback.targets.target')}</th>
                <th scope="col" className="r">
                  {t('feedback.targets.assigned')}
                </th>
                <th scope="col" className="r">
                  {t('feedback.targets.lastYear', { year: view.planYear - 1 })}
                </th>
                <th scope="col" className="r">
                  {t('feedback.targets.requested')}
                </th>
                <th scope="col">{t('feedback.targets.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {assigned.map(({ planId, target }) => (
                <TargetRow
                  key={`${planId}${target.code}`}
                  planId={planId}
                  target={target}
                  planYear={view.planYear}
                  document={document}
                  warnings={warnings}
                />
              ))}
            </tbody>
          </table>
          {assigned.length === 0 && <p className="quiet">{t('feedback.targets.none')}</p>}
        </div>
        {aside}
      </div>
      <AnswerBar
        document={document}
        why={t('feedback.targets.summary', { total: assigned.length, requests })}
      >
        <Button kind="primary" iconAfter="chevron-right" onClick={() => go({ step: 'needs' })}>
          {t('feedback.answer.onToStep', { number: 5 })}
        </Button>
      </AnswerBar>
    </>
  )
}
