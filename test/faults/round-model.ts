import type { AnswerState } from '../../domain/feedback/answer.ts'
import {
  afterMerger,
  afterOffice,
  afterPaper,
  afterPost,
  afterSpoken,
  isDoneByOffice,
  isMerged,
  isOfTime,
  isPaperDone,
  isPostChanged,
  isSpokenDone,
} from './round-around.ts'
import {
  type AnswerModel,
  type Answers,
  answersOfFirst,
  freshAnswers,
  isInTime,
  OUTSTANDING,
  type RoundModel,
  settled,
  type Unit,
  UNITS,
  withAnswer,
} from './round-state.ts'
import {
  aroundAnswerOf,
  type AnswerStep,
  isOnOpening,
  onAnswerOf,
  onPaperOf,
  type OnAnswer,
  type OpeningStep,
  type SpokenStep,
  type Step,
  type TriedStep,
} from './round-steps.ts'
import { isHeldBy, personOf } from './round-people.ts'

const drafting = ['DRAFT', 'RETURNED_BY_PRESIDENT', 'WITHDRAWN']

/** From which states by whom, as forms.md E and settled 9 have it: written down here once more, by hand. */
const allowed: Record<OnAnswer, { from: readonly string[]; head: boolean; drafter: boolean }> = {
  opened: { from: ['NOT_OPENED'], head: true, drafter: true },
  read: { from: ['NOT_OPENED', 'OPENED'], head: true, drafter: true },
  saved: { from: ['NOT_OPENED', 'OPENED', 'READ', ...drafting], head: true, drafter: true },
  sentOn: { from: drafting, head: true, drafter: true },
  returned: { from: ['WITH_PRESIDENT'], head: true, drafter: false },
  signed: { from: ['WITH_PRESIDENT'], head: true, drafter: false },
  withdrawn: { from: ['SUBMITTED'], head: true, drafter: false },
}
const asksForRevision = ['saved', 'sentOn', 'signed']

/** Whether there is anything to try: no deed is done on what is not there. */
export function isThere(model: RoundModel, step: TriedStep): boolean {
  if (step.kind === 'holiday') return model.holidays < 4
  if (isOnOpening(step)) return true
  if (step.kind === 'merger') return step.unit !== step.into
  // nobody is given twice what he has
  if (step.kind === 'post') return step.deed === 'ended' || !model.posts[step.unit][step.role]
  if (step.kind === 'spoken') return isSpokenDone(model, step) !== null
  return model.answers[step.unit] !== undefined
}

type OnAnAnswer = Extract<TriedStep, { kind: 'office' | 'paper' | 'time' | 'answer' }>

/** Whether it is done; whatever else is tried must be refused and leave nothing. */
export function isDone(model: RoundModel, step: TriedStep): boolean {
  if (isOnOpening(step)) return isDoneOnOpening(model, step)
  switch (step.kind) {
    case 'holiday':
      return true
    case 'merger':
      return isMerged(model, step)
    case 'post':
      return isPostChanged(model, step)
    case 'spoken':
      return isSpokenDone(model, step) === true
    case 'office':
    case 'paper':
    case 'time':
    case 'answer':
      return !model.isClosed && isDoneOnAnswer(model, step)
  }
}

function isDoneOnOpening({ number, isPlanned, isClosed }: RoundModel, { kind }: OpeningStep) {
  return kind === 'move' ? isPlanned : isClosed && number === 1
}

function isDoneOnAnswer(model: RoundModel, step: OnAnAnswer): boolean {
  if (step.kind === 'office') return isDoneByOffice(model, step)
  if (step.kind === 'paper') return isPaperDone(model, step)
  return step.kind === 'time' ? isOfTime(model, step) : isDoneByUnit(model, step)
}

function isDoneByUnit(model: RoundModel, step: AnswerStep): boolean {
  const { deed, isOld, unit } = step
  const answer = model.answers[unit]
  if (!answer) return false
  const isCurrent = !isOld || !asksForRevision.includes(deed)
  return (
    isHeldBy(model, step, allowed[deed]) &&
    isInTime(model, answer) &&
    isCurrent &&
    allowed[deed].from.includes(answer.state) &&
    isKeyTurned(model, answer, step)
  )
}

function isKeyTurned(model: RoundModel, answer: AnswerModel, step: AnswerStep): boolean {
  if (step.deed === 'signed') return isSecondKey(model, answer, step)
  return step.deed !== 'sentOn' || (answer.isConfirmed && leavesSecondKey(model, answer, step))
}

/** A president who sent it on would leave nobody to sign, except where there is nobody else. */
function leavesSecondKey({ posts }: RoundModel, { owner }: AnswerModel, { by }: AnswerStep) {
  return by === 'drafter' ? posts[owner].head : !posts[owner].drafter
}

function isSecondKey(model: RoundModel, { owner, sentOnBy }: AnswerModel, step: AnswerStep) {
  return sentOnBy !== personOf(model, step) || !model.posts[owner].drafter
}

/** The deed that a likely step stands for; undefined where none can be done. */
export function chosen(
  model: RoundModel,
  { of, unit, pick }: Extract<Step, { kind: 'likely' }>,
): TriedStep | undefined {
  const open = { answer: onAnswerOf, paper: onPaperOf, around: aroundAnswerOf }[of](unit)
  const possible = open.filter((step) => isThere(model, step) && isDone(model, step))
  const askedAgain: TriedStep = { kind: 'office', deed: 'takeBack', unit }
  if (of === 'answer' && isThere(model, askedAgain) && isDone(model, askedAgain)) return askedAgain
  return possible[pick % possible.length]
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
  if (step.kind === 'post') return afterPost(model, step)
  if (step.kind === 'merger') return afterMerger(model, step)
  if (step.kind === 'move') return step.isNow ? opened(model) : model
  return 'deed' in step ? afterOnAnswer(model, step) : befallen(model, step.kind)
}

function befallen(model: RoundModel, kind: Step['kind']): RoundModel {
  if (kind === 'due') return model.clock === 'inTime' ? { ...model, clock: 'late' } : model
  if (kind === 'over') return { ...model, clock: 'over' }
  if (kind === 'close') return closed(model)
  if (kind === 'reopen') return opened(planned(model))
  if (kind === 'plan') return planned(model)
  if (kind === 'open') return opened(model)
  return kind === 'holiday' ? { ...model, holidays: model.holidays + 1 } : model
}

function afterOnAnswer(model: RoundModel, step: OnAnAnswer | SpokenStep): RoundModel {
  switch (step.kind) {
    case 'office':
      return afterOffice(model, step)
    case 'time':
      return withAnswer(model, step.unit, { request: step.deed === 'asked' ? 'OPEN' : 'WITHDRAWN' })
    case 'paper':
      return afterPaper(model, step)
    case 'spoken':
      return afterSpoken(model, step)
    case 'answer':
      return afterDeed(model, step)
  }
}

function afterDeed(model: RoundModel, step: AnswerStep): RoundModel {
  const answer = model.answers[step.unit]
  if (!answer) return model
  const { deed } = step
  const isSigned = deed === 'signed'
  return withAnswer(model, step.unit, {
    state: becomes[deed],
    formRevision: answer.formRevision + (deed === 'saved' ? 1 : 0),
    version: answer.version + (isSigned ? 1 : 0),
    isLate: isSigned && model.clock !== 'inTime' && !answer.isExtended,
    ...(deed === 'saved' && { isConfirmed: true }),
    ...(deed === 'sentOn' && { sentOnBy: personOf(model, step) }),
    ...(isSigned && settled(answer)),
  })
}

function closed(model: RoundModel): RoundModel {
  const end = (answer: AnswerModel): AnswerModel => {
    if (answer.state === 'SUBMITTED') return { ...answer, state: 'COUNTED' }
    if (!OUTSTANDING.includes(answer.state)) return answer
    return { ...answer, ...settled(answer), state: 'NO_ANSWER' }
  }
  if (model.isClosed) return model
  return { ...model, isClosed: true, answers: eachOf(model.answers, end) }
}

const eachOf = (answers: Answers, change: (answer: AnswerModel) => AnswerModel): Answers =>
  Object.fromEntries(Object.entries(answers).map(([unit, answer]) => [unit, change(answer)]))

function planned(model: RoundModel): RoundModel {
  const { answers: first } = model
  return {
    ...model,
    number: 2,
    isPlanned: true,
    isClosed: false,
    clock: 'inTime',
    first,
    answers: {},
  }
}

/** Whoever was asked and is still there, or who has taken its place, is asked once more. */
function opened(model: RoundModel): RoundModel {
  if (!model.isPlanned) return model
  const now = (unit: Unit): Unit => {
    const heir = model.heirs[unit]
    return heir ? now(heir) : unit
  }
  const owners = new Set(Object.values(answersOfFirst(model)).map(({ owner }) => now(owner)))
  const asked = UNITS.filter((unit) => owners.has(unit))
  return { ...model, isPlanned: false, answers: freshAnswers(asked) }
}
