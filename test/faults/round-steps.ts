import fc from 'fast-check'
import type { Role, Unit } from './round-state.ts'

export type OnAnswer = 'opened' | 'read' | 'saved' | 'sentOn' | 'returned' | 'signed' | 'withdrawn'
/** `former`: the president of the unit that was asked, also when it is no more. */
export type By = Role | 'stranger' | 'former'

export type AnswerStep = {
  kind: 'answer'
  deed: OnAnswer
  unit: Unit
  by: By
  isOld: boolean
}
export type OfficeStep = {
  kind: 'office'
  deed: 'excuse' | 'takeBack' | 'extend' | 'refuseTime'
  unit: Unit
}
export type TimeStep = { kind: 'time'; deed: 'asked' | 'withdrawn'; unit: Unit; by: By }
export type PaperStep = {
  kind: 'paper'
  deed: 'saved' | 'offered' | 'withdrawn' | 'confirmed' | 'refused' | 'takenOver'
  unit: Unit
  by: By
  isOld: boolean
}
export type SpokenStep = {
  kind: 'spoken'
  deed: 'recorded' | 'struck' | 'confirmed' | 'corrected' | 'disowned'
  unit: Unit
  by: By
  pick: number
}
export type PostStep = { kind: 'post'; deed: 'ended' | 'given'; unit: Unit; role: Role }
export type MergerStep = { kind: 'merger'; unit: Unit; into: Unit }
/** Asked once more; for a later day, which the leader may move, or have it open now. */
export type OpeningStep = { kind: 'reopen' } | { kind: 'plan' } | { kind: 'move'; isNow: boolean }

export const isOnOpening = (step: Step): step is OpeningStep =>
  step.kind === 'reopen' || step.kind === 'plan' || step.kind === 'move'

export type TriedStep =
  | AnswerStep
  | OfficeStep
  | TimeStep
  | PaperStep
  | SpokenStep
  | PostStep
  | MergerStep
  | { kind: 'holiday' }
  | OpeningStep

/** What somebody tries, or what befalls the round. */
export type Step =
  | TriedStep
  /** One of the deeds that can be done as things stand: of the unit's people on their answer, or around it. */
  | { kind: 'likely'; of: 'answer' | 'paper' | 'around'; unit: Unit; pick: number }
  /** The reply was lost: the last deed that was done is sent once more, with its key. */
  | { kind: 'again' }
  /** The planned moment has come. */
  | { kind: 'open' }
  | { kind: 'due' }
  | { kind: 'over' }
  | { kind: 'close' }

const unit = fc.constantFrom<Unit>(1, 1, 1, 2, 2, 2, 4)
const by = fc.constantFrom<By>('drafter', 'head', 'stranger', 'former')
const isOld = fc.nat(3).map((n) => n === 0)
const onAnswer = fc.record({
  kind: fc.constant('answer' as const),
  deed: fc.constantFrom<OnAnswer>(
    ...(['opened', 'read', 'saved', 'sentOn', 'returned', 'signed', 'withdrawn'] as const),
  ),
  unit,
  by,
  isOld,
})
const office = fc.record({
  kind: fc.constant('office' as const),
  deed: fc.constantFrom<OfficeStep['deed']>(
    'excuse',
    'takeBack',
    'takeBack',
    'extend',
    'refuseTime',
  ),
  unit,
})
const time = fc.record({
  kind: fc.constant('time' as const),
  deed: fc.constantFrom<TimeStep['deed']>('asked', 'withdrawn'),
  unit,
  by,
})
const paper = fc.record({
  kind: fc.constant('paper' as const),
  deed: fc.constantFrom<PaperStep['deed']>(
    ...(['saved', 'offered', 'withdrawn', 'confirmed', 'refused', 'takenOver'] as const),
  ),
  unit,
  by,
  isOld,
})
const spoken = fc.record({
  kind: fc.constant('spoken' as const),
  deed: fc.constantFrom<SpokenStep['deed']>(
    ...(['recorded', 'struck', 'confirmed', 'corrected', 'disowned'] as const),
  ),
  unit,
  by,
  pick: fc.nat(5),
})
const post = fc.record({
  kind: fc.constant('post' as const),
  deed: fc.constantFrom<PostStep['deed']>('ended', 'given'),
  unit,
  role: fc.constantFrom<Role>('drafter', 'head'),
})
const merger = fc.record({
  kind: fc.constant('merger' as const),
  unit: fc.constantFrom<Unit>(1, 2),
  into: fc.constantFrom<Unit>(4, 4, 1, 2),
})
const likely = (of: 'answer' | 'paper' | 'around') =>
  fc.record({ kind: fc.constant('likely' as const), of: fc.constant(of), unit, pick: fc.nat(60) })
const befalls = <Kind extends 'again' | 'due' | 'over' | 'close' | 'holiday' | 'reopen'>(
  kind: Kind,
) => fc.constant({ kind })

const tried: fc.WeightedArbitrary<Step>[] = [
  { weight: 14, arbitrary: onAnswer },
  { weight: 4, arbitrary: office },
  { weight: 2, arbitrary: time },
  { weight: 6, arbitrary: paper },
  { weight: 4, arbitrary: spoken },
  { weight: 3, arbitrary: post },
  { weight: 1, arbitrary: merger },
]
/** What is done most in a life: a year of a thousand lives has all of them. */
const tempers = [
  { answer: 44, paper: 4, around: 12 },
  { answer: 14, paper: 40, around: 6 },
  { answer: 24, paper: 6, around: 30 },
]
const during = fc
  .constantFrom(...tempers)
  .map(({ answer, paper: papers, around }) =>
    fc.oneof(
      ...tried,
      { weight: answer, arbitrary: likely('answer') },
      { weight: papers, arbitrary: likely('paper') },
      { weight: around, arbitrary: likely('around') },
      { weight: 7, arbitrary: befalls('again') },
      { weight: 2, arbitrary: befalls('holiday') },
      { weight: 2, arbitrary: befalls('due') },
      { weight: 1, arbitrary: befalls('over') },
      { weight: 1, arbitrary: befalls('close') },
    ),
  )
const some = (minLength: number, maxLength: number) =>
  during.chain((step) => fc.array(step, { minLength, maxLength, size: 'max' }))
const atTheEnd = fc.constantFrom<Step>({ kind: 'close' }, { kind: 'reopen' }, { kind: 'plan' })
const beforeOpening = fc.constantFrom<Step>(
  { kind: 'move', isNow: false },
  { kind: 'move', isNow: true },
  { kind: 'open' },
)

/** A round, most often its reopening, and a shorter one in which the units are asked once more. */
export const steps: fc.Arbitrary<Step[]> = fc
  .tuple(
    some(20, 32),
    fc.array(atTheEnd, { minLength: 2, maxLength: 4 }),
    fc.array(beforeOpening, { minLength: 1, maxLength: 3 }),
    some(8, 14),
    fc.array(atTheEnd, { maxLength: 3 }),
  )
  .map((parts) => parts.flat())

const roles: readonly Role[] = ['drafter', 'head']

/** Everything that the unit's people could do with their answer. */
export const onAnswerOf = (of: Unit): TriedStep[] =>
  (
    ['read', 'saved', 'sentOn', 'sentOn', 'returned', 'signed', 'signed', 'withdrawn'] as const
  ).flatMap((deed) =>
    roles.map((role) => ({ kind: 'answer' as const, deed, unit: of, by: role, isOld: false })),
  )

/** What could be done with an answer on paper. */
export function onPaperOf(of: Unit): TriedStep[] {
  const is = { kind: 'paper' as const, unit: of, by: 'head' as const, isOld: false }
  // what is written and not laid before the unit shows little
  return (
    [
      'saved',
      'offered',
      'offered',
      'withdrawn',
      'confirmed',
      'confirmed',
      'refused',
      'takenOver',
    ] as const
  ).map((deed) => ({ ...is, deed }))
}

/** And everything around it. */
export function aroundAnswerOf(of: Unit): TriedStep[] {
  const is = { unit: of, by: 'head' as const }
  return [
    ...(['takeBack', 'extend', 'refuseTime'] as const).map(
      (deed) => ({ kind: 'office', deed, unit: of }) as const,
    ),
    ...(['asked', 'withdrawn'] as const).map((deed) => ({ kind: 'time', deed, ...is }) as const),
    ...(['recorded', 'confirmed', 'corrected', 'disowned'] as const).map(
      (deed) => ({ kind: 'spoken', deed, pick: 0, ...is }) as const,
    ),
    ...roles.map((role) => ({ kind: 'post', deed: 'given', unit: of, role }) as const),
  ]
}
