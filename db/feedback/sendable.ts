import type { AnswerForm } from '../../domain/feedback/answer-form.contract.ts'
import { obstaclesInAnswer } from '../../domain/feedback/complete.ts'
import type { ConsultedPlan } from '../../domain/feedback/feedback.contract.ts'
import type { OwnQuestion } from '../../domain/feedback/own-questions.ts'
import type { Obstacle } from '../../domain/grammar/obstacle.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { consultedPlans } from './consulted-plans.ts'
import type { Obligation } from './obligation.ts'
import { earlierAnswerOf } from './earlier-answer.ts'
import { questionsOn } from './questions.ts'

export type Answered = { plans: ConsultedPlan[]; questions: OwnQuestion[] }

/** What it answers, when nothing stands in the way of sending; otherwise every reason. */
export async function mustBeSendable(
  tx: Tx,
  held: Pick<Obligation, 'drafts' | 'answer' | 'round'>,
  form: AnswerForm,
): Promise<Answered> {
  const plans = await consultedPlans(tx, held)
  const questions = await questionsOn(tx, held.round, form.questionsVersion)
  const obstacles = [
    ...obstaclesInAnswer(form, { plans, questions }),
    ...(await obstaclesToKeeping(tx, held, form)),
  ]
  if (obstacles.length > 0)
    throw new Refusal('feedback.not-complete', 'invalid', {
      params: { count: obstacles.length },
      faults: obstacles.map(({ code, params, at }) => ({
        code,
        at: at ?? '',
        ...(params && { params }),
      })),
    })
  return { plans, questions }
}

/** What is held to is what the same unit signed the first time, and nothing else. */
async function obstaclesToKeeping(
  tx: Tx,
  { answer }: Pick<Obligation, 'answer'>,
  { keeps }: AnswerForm,
): Promise<Obstacle[]> {
  if (keeps === undefined) return []
  const earlier = await earlierAnswerOf(tx, answer)
  const isTheirs = earlier?.state === 'COUNTED' && earlier.number === keeps
  return isTheirs ? [] : [{ code: 'feedback.nothing-to-keep', at: '/keeps' }]
}
