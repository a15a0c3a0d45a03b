import type { AnswerStep } from '../../domain/feedback/answer-steps.ts'
import type { AnswerView } from '../../domain/feedback/feedback.contract.ts'
import { useText } from '../text.ts'

/** The last step is named by what becomes of the answer then: to the president, signed, or to the unit. */
export function useStepTitle({ hasOneHolder }: AnswerView, isAssisted: boolean) {
  const t = useText()
  const review = hasOneHolder ? 'reviewAlone' : 'review'
  return (step: AnswerStep): string =>
    t(`feedback.steps.${step === 'review' ? (isAssisted ? 'reviewAssisted' : review) : step}`)
}
