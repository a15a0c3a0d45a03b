import type { AnswerView, ConsultedPlan } from '../../domain/feedback/feedback.contract.ts'
import { FilterTabs } from '../kit/table/FilterRow.tsx'
import { useText } from '../text.ts'
import styles from './answer.module.css'
import { useFeedbackSearch } from './search.ts'

/** Which of the round's drafts is read; its choice stands in the address. */
export function usePlan(view: AnswerView): ConsultedPlan | undefined {
  const { search } = useFeedbackSearch()
  return view.plans.find(({ planId }) => planId === search.plan) ?? view.plans[0]
}

export function PlanTabs({ view }: { view: AnswerView }) {
  const t = useText()
  const { go } = useFeedbackSearch()
  const plan = usePlan(view)
  if (view.plans.length < 2 || !plan) return null
  return (
    <div className={styles.plans}>
      <FilterTabs
        label={t('feedback.answer.drafts')}
        value={plan.planId}
        onChoose={(planId) => go({ plan: planId, at: undefined })}
        tabs={view.plans.map(({ planId, planType }) => ({
          value: planId,
          label: t(`feedback.planTypes.${planType}`),
        }))}
      />
    </div>
  )
}
