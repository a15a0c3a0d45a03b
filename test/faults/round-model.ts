import fc from 'fast-check'
import type { AnswerState } from '../../domain/feedback/answer.ts'

export const UNITS = [1, 2] as const
type Unit = (typeof UNITS)[number]
type OnAnswer = 'opened' | 'read' | 'saved' | 'sentOn' | 'returned' | 'signed' | 'withdrawn'

/** What somebody tries, or what befalls the round. */
export type Step =
  | {
      kind: 'answer'
      deed: OnAnswer
      unit: Unit
      by: 'drafter' | 'head' | 'stranger'
      isOld: boolean
    }
  /** One of the deeds that the unit's people can do as things stand. */
  | { kind: 'likely'; unit: Unit; pick: number }
  | { kind: 'office'; deed: 'excuse' | 'takeBack' | 'extend'; unit: Unit }
  /** The reply was lost: the last deed that was done is sent once more, with its key. */
  | { kind: 'again' }
  | { kind: 'due' }
  | { kind: 'over' }
  | { kind: 'close' }

const unit = fc.constantFrom(...UNITS)
const onAnswer = fc.record({
  kind: fc.constant('answer' as const),
  deed: fc.constantFrom<OnAnswer>(
    ...(['opened', 'read', 'saved', 'sentOn', 'returned', 'signed', 'withdrawn'] as const),
  ),
  unit,
  by: fc.constantFrom('drafter', 'head', 'stranger'),
  isOld: fc.nat(3).map((n) => n === 0),
})
const likely = fc.record({ kind: fc.constant('likely' as const), unit, pick: fc.nat(20) })
const office = fc.record({
  kind: fc.constant('office' as const),
  deed: fc.constantFrom('excuse', 'takeBack', 'takeBack', 'extend'),
  unit,
})
const befalls = (kind: 'again' | 'due' | 'over' | 'close') => fc.constant({ kind })

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 20, arbitrary: onAnswer },
    { weight: 40, arbitrary: likely },
    { weight: 5, arbitrary: office },
    { weight: 8, arbitrary: befalls('again') },
    { weight: 3, arbitrary: befalls('due') },
    { weight: 2, arbitrary: befalls('over') },
    { weight: 1, arbitrary: befalls('close') },
  ),
  { minLength: 25, maxLength: 40, size: 'max' },
)

type OnAnswerStep = Extract<Step, { kind: 'answer' }>
type OfOffice = Extract<Step, { kind: 'office' }>['deed']

export type AnswerModel = {
  state: AnswerState
  formRevision: number
  version: number
  isLate: boolean
  isExtended: boolean
  before: AnswerState | null
}
export type RoundModel = {
  isClosed: boolean
  clock: 'inTime' | 'late' | 'over'
  answers: Record<Unit, AnswerModel>
}

export function freshModel(): RoundModel {
  const answer = (): AnswerModel => ({
    state: 'NOT_OPENED',
    formRevision: 0,
    version: 0,
    isLate: false,
    isExtended: false,
    before: null,
  })
  return { isClosed: false, clock: 'inTime', answers: { 1: answer(), 2: answer() } }
}

const WAITED_FOR = ['NOT_OPENED', 'OPENED', 'READ', 'DRAFT', 'WITH_PRESIDENT']
const outstanding = [...WAITED_FOR, 'RETURNED_BY_PRESIDENT', 'WITHDRAWN']
const drafting = ['DRAFT', 'RETURNED_BY_PRESIDENT', 'WITHDRAWN']

/** From which states by whom, as forms.md E and settled 9 have it: written down here once more, by hand. */
const allowed: Record<OnAnswer, { from: readonly string[]; head: boolean; drafter: boolean }> = {
  opened: { from: ['NOT_OPENED'], head: true, drafter: true },
  read: { from: ['NOT_OPENED', 'OPENED'], head: true, drafter: true },
  saved: { from: ['NOT_OPENED', 'OPENED', 'READ', ...drafting], head: true, drafter: true },
  // a president who sent it on would leave nobody to sign
  sentOn: { from: drafting, head: false, drafter: true },
  returned: { from: ['WITH_PRESIDENT'], head: true, drafter: false },
  signed: { from: ['WITH_PRESIDENT'], head: true, drafter: false },
  withdrawn: { from: ['SUBMITTED'], head: true, drafter: false },
}
const asksForRevision = ['saved', 'sentOn', 'signed']

/** Whether it is done; whatever else is tried must be refused and leave nothing. */
export function isDone(model: RoundModel, step: Step): boolean {
  if (model.isClosed) return false
  if (step.kind === 'office') return isDoneByOffice(model.answers[step.unit], step.deed)
  return step.kind !== 'answer' || isDoneByUnit(model, step)
}

function isDoneByOffice({ state, isExtended }: AnswerModel, deed: OfOffice): boolean {
  if (deed === 'takeBack') return state === 'EXCUSED'
  return outstanding.includes(state) && !(deed === 'extend' && isExtended)
}

function isDoneByUnit({ clock, answers }: RoundModel, { deed, by, isOld, unit }: OnAnswerStep) {
  const { state, isExtended } = answers[unit]
  const { from, head, drafter } = allowed[deed]
  const isTheirs = (by === 'head' && head) || (by === 'drafter' && drafter)
  const isInTime = clock !== 'over' || isExtended
  const isCurrent = !isOld || !asksForRevision.includes(deed)
  return isTheirs && isInTime && isCurrent && from.includes(state)
}

/** The deed that a likely step stands for; undefined where the unit's people can do none. */
export function chosen(model: RoundModel, unit: Unit, pick: number): Step | undefined {
  const deeds: OnAnswer[] = ['read', 'saved', 'sentOn', 'returned', 'signed', 'withdrawn']
  const possible = deeds
    .flatMap((deed) => (['drafter', 'head'] as const).map((by) => ({ deed, by })))
    .map((each): Step => ({ kind: 'answer', unit, isOld: false, ...each }))
    .filter((step) => isDone(model, step))
  const askedAgain: Step = { kind: 'office', deed: 'takeBack', unit }
  return isDone(model, askedAgain) ? askedAgain : possible[pick % possible.length]
}

const becomes: Record<OnAnswer, AnswerState> = {
  opened: 'OPENED',
  read: 'READ',
  saved: 'DRAFT',
  sentOn: 'WITH_PRESIDENT',
  returned: 'RETURNED_BY_PRESIDENT',
  signed: 'SUBMITTED',
  withdrawn: 'WITHDRAWN',
}

/** The round after a step that was done. */
export function after(model: RoundModel, step: Step): RoundModel {
  switch (step.kind) {
    case 'again':
    case 'likely':
      return model
    case 'due':
      return model.clock === 'inTime' ? { ...model, clock: 'late' } : model
    case 'over':
      return { ...model, clock: 'over' }
    case 'close':
      return closed(model)
    case 'office':
      return withAnswer(model, step.unit, afterOffice(model.answers[step.unit], step.deed))
    case 'answer':
      return withAnswer(model, step.unit, afterDeed(model, step.unit, step.deed))
  }
}

const withAnswer = (model: RoundModel, of: Unit, answer: AnswerModel): RoundModel => ({
  ...model,
  answers: { ...model.answers, [of]: answer },
})

function afterDeed({ clock, answers }: RoundModel, of: Unit, deed: OnAnswer): AnswerModel {
  const answer = answers[of]
  return {
    ...answer,
    state: becomes[deed],
    formRevision: answer.formRevision + (deed === 'saved' ? 1 : 0),
    version: answer.version + (deed === 'signed' ? 1 : 0),
    isLate: deed === 'signed' && clock !== 'inTime' && !answer.isExtended,
  }
}

function afterOffice(answer: AnswerModel, deed: OfOffice): AnswerModel {
  if (deed === 'extend') return { ...answer, isExtended: true }
  if (deed === 'takeBack') return { ...answer, state: answer.before ?? answer.state, before: null }
  return { ...answer, state: 'EXCUSED', before: answer.state }
}

function closed(model: RoundModel): RoundModel {
  const end = (answer: AnswerModel): AnswerModel => {
    if (answer.state === 'SUBMITTED') return { ...answer, state: 'COUNTED' }
    return outstanding.includes(answer.state) ? { ...answer, state: 'NO_ANSWER' } : answer
  }
  if (model.isClosed) return model
  const { answers } = model
  return { ...model, isClosed: true, answers: { 1: end(answers[1]), 2: end(answers[2]) } }
}
