import type { AnswerState } from '../../domain/feedback/answer.ts'
import type { AssistedState } from '../../domain/feedback/assisted-entry.ts'
import type { OpinionState } from '../../domain/feedback/conference.ts'

/** Two are asked; the fourth is not, until something is left to it. The third is a stranger to all. */
export const UNITS = [1, 2, 4] as const
export type Unit = (typeof UNITS)[number]
export type Role = 'drafter' | 'head'

export type AnswerModel = {
  /** Whose it is now: the unit that was asked, or the one that it was merged into. */
  owner: Unit
  state: AnswerState
  formRevision: number
  /** That it is the unit's opinion, only the unit says; what was taken over from paper does not yet. */
  isConfirmed: boolean
  version: number
  isLate: boolean
  isExtended: boolean
  /** Where an excuse that is taken back leads to. */
  before: AnswerState | null
  /** By whom it was sent on last, as `unit1.drafter`. */
  sentOnBy: string | null
  /** What became of the wish for more time. */
  request: 'OPEN' | 'GRANTED' | 'REFUSED' | 'WITHDRAWN' | 'LAPSED' | null
  entry: EntryModel | null
}
export type EntryModel = { state: AssistedState; revision: number }
/** `asked`: whose president says whose it is, which a merger hands on with it. */
export type OpinionModel = { of: Unit; asked: Unit; state: OpinionState; text: string }
export type Answers = Readonly<Partial<Record<Unit, AnswerModel>>>

export type RoundModel = {
  /** The first, or the one in which the units are asked once more. */
  number: 1 | 2
  /** Asked once more on a later day, which has not come: nobody has anything of it. */
  isPlanned: boolean
  isClosed: boolean
  clock: 'inTime' | 'late' | 'over'
  /** Of the round that is running, by the unit that was asked. */
  answers: Answers
  /** As the first round was closed. */
  first: Answers | null
  opinions: readonly OpinionModel[]
  posts: Readonly<Record<Unit, Readonly<Record<Role, boolean>>>>
  heirs: Readonly<Partial<Record<Unit, Unit>>>
  holidays: number
}

const freshAnswer = (owner: Unit): AnswerModel => ({
  owner,
  state: 'NOT_OPENED',
  formRevision: 0,
  isConfirmed: false,
  version: 0,
  isLate: false,
  isExtended: false,
  before: null,
  sentOnBy: null,
  request: null,
  entry: null,
})

export const freshAnswers = (units: readonly Unit[]): Answers =>
  Object.fromEntries(units.map((unit) => [unit, freshAnswer(unit)]))

export function freshModel(): RoundModel {
  const both = { drafter: true, head: true }
  return {
    number: 1,
    isPlanned: false,
    isClosed: false,
    clock: 'inTime',
    answers: freshAnswers([1, 2]),
    first: null,
    opinions: [],
    posts: { 1: both, 2: both, 4: both },
    heirs: {},
    holidays: 0,
  }
}

export const OUTSTANDING: readonly string[] = [
  'NOT_OPENED',
  'OPENED',
  'READ',
  'DRAFT',
  'WITH_PRESIDENT',
  'RETURNED_BY_PRESIDENT',
  'WITHDRAWN',
]

export const isInTime = ({ clock }: RoundModel, { isExtended }: AnswerModel): boolean =>
  clock !== 'over' || isExtended

/** Those of the round in which the conference was held. */
export const answersOfFirst = ({ first, answers }: RoundModel): Answers => first ?? answers

export const withAnswer = (
  model: RoundModel,
  of: Unit,
  change: Partial<AnswerModel>,
): RoundModel => {
  const answer = model.answers[of]
  return answer
    ? { ...model, answers: { ...model.answers, [of]: { ...answer, ...change } } }
    : model
}

/** Signed or excused, there is nothing left to have more time for or to confirm. */
export function settled(answer: AnswerModel): Pick<AnswerModel, 'request' | 'entry'> {
  const { entry, request } = answer
  const isLive = entry?.state === 'ENTERING' || entry?.state === 'OFFERED'
  return {
    request: request === 'OPEN' ? 'LAPSED' : request,
    entry: entry && isLive ? { ...entry, state: 'LAPSED' } : entry,
  }
}
