import type { AnswerForm } from './answer-form.contract.ts'
import type { ConsultedPlan } from './feedback.contract.ts'
import { countedAnswers, type OwnQuestion } from './own-questions.ts'
import { placesOf } from './places.ts'

/** The steps in which a unit answers; `questions` only where the department asks some of its own. */
export const ANSWER_STEPS = [
  'read',
  'general',
  'places',
  'targets',
  'needs',
  'questions',
  'review',
] as const
export type AnswerStep = (typeof ANSWER_STEPS)[number]

export type StepStanding = {
  step: AnswerStep
  state: 'notStarted' | 'inProgress' | 'done' | 'blocked'
  /** How much of it is written: places with an opinion, targets asked to change. */
  written: number
}

type Standing = {
  form: AnswerForm
  plans: readonly ConsultedPlan[]
  questions: readonly OwnQuestion[]
  isRead: boolean
  /** JSON pointers of what still stands in the way of sending. */
  obstaclesAt: readonly string[]
}

/** How far each step is; the last one waits for what keeps the answer back. */
export function stepsOf(standing: Standing): StepStanding[] {
  const { form, plans, questions, isRead, obstaclesAt } = standing
  const isHeldBackBy = (part: string) => obstaclesAt.some((at) => at.startsWith(`/${part}/`))
  const clauses = plans.flatMap(placesOf).filter(({ placeKind }) => placeKind === 'CLAUSE')
  const general = Object.values(form.stances).filter(({ stance }) => stance !== null).length
  const places = writtenPlaces(form)
  const requests = Object.keys(form.targetRequests).length
  const { classes, seats, venue } = form.capacity
  const offers = [classes !== null, seats !== null, venue.trim() !== ''].filter(Boolean).length
  const stateOf = (step: AnswerStep, written: number, all: number, part: string) => ({
    step,
    written,
    state: degree(written, all, isHeldBackBy(part)),
  })
  return [
    { step: 'read', state: isRead ? 'done' : 'notStarted', written: 0 },
    stateOf('general', general, plans.length, 'stances'),
    stateOf('places', places, clauses.length, 'comments'),
    stateOf('targets', requests, 0, 'targetRequests'),
    stateOf('needs', offers, 0, 'capacity'),
    ...(questions.length > 0 ? [questionsStep(standing, isHeldBackBy('ownAnswers'))] : []),
    {
      step: 'review',
      state: ['stances', 'comments', 'targetRequests', 'ownAnswers'].some(isHeldBackBy)
        ? 'blocked'
        : 'notStarted',
      written: 0,
    },
  ]
}

/** Done when everything is answered, or what is left out may be left out. */
function questionsStep({ form, questions }: Standing, isHeldBack: boolean): StepStanding {
  const written = Object.keys(countedAnswers(questions, form.ownAnswers)).length
  const state = degree(written, 0, isHeldBack)
  return { step: 'questions', written, state }
}

/** Places with an opinion, agreement included; what is said of the whole draft is not a place. */
export function writtenPlaces(form: AnswerForm): number {
  const agreed = Object.values(form.agreed).filter(Boolean).length
  const comments = Object.values(form.comments).filter(({ placeKind }) => placeKind !== 'GENERAL')
  return agreed + comments.length
}

function degree(written: number, all: number, isHeldBack: boolean): StepStanding['state'] {
  if (written === 0) return 'notStarted'
  return isHeldBack || written < all ? 'inProgress' : 'done'
}
