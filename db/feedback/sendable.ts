import { askedOf, obstaclesInPlaces } from '../../domain/feedback/asked.ts'
import { obstaclesToSending } from '../../domain/feedback/answer-form.ts'
import type { AnswerForm } from '../../domain/feedback/answer-form.contract.ts'
import type { ConsultedPlan } from '../../domain/feedback/feedback.contract.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { consultedPlans } from './consulted-plans.ts'
import type { Obligation } from './obligation.ts'

/** The drafts it answers, when nothing stands in the way of sending; otherwise every reason. */
export async function mustBeSendable(
  tx: Tx,
  held: Pick<Obligation, 'drafts' | 'answer'>,
  form: AnswerForm,
): Promise<ConsultedPlan[]> {
  const plans = await consultedPlans(tx, held)
  const obstacles = [...obstaclesToSending(form, askedOf(plans)), ...obstaclesInPlaces(form, plans)]
  if (obstacles.length > 0)
    throw new Refusal('feedback.not-complete', 'invalid', {
      params: { count: obstacles.length },
      faults: obstacles.map(({ code, params, at }) => ({
        code,
        at: at ?? '',
        ...(params && { params }),
      })),
    })
  return plans
}
