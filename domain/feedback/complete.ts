import type { Obstacle } from '../grammar/obstacle.ts'
import { type AnswerDraft, obstaclesToSending } from './answer-form.ts'
import { askedOf, type ConsultedPlace, obstaclesInPlaces, type PlacedForm } from './asked.ts'
import { obstaclesInOwnAnswers, type OwnAnswers, type OwnQuestion } from './own-questions.ts'

type Whole = AnswerDraft & PlacedForm & { ownAnswers: OwnAnswers }
type Laid = { plans: readonly ConsultedPlace[]; questions: readonly OwnQuestion[] }

/** All that stands between an answer and its sending, for the page, the door and the database. */
export function obstaclesInAnswer(form: Whole, { plans, questions }: Laid): Obstacle[] {
  return [
    ...obstaclesToSending(form, askedOf(plans)),
    ...obstaclesInPlaces(form, plans),
    ...obstaclesInOwnAnswers(questions, form.ownAnswers),
  ]
}
