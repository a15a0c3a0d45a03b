import type { Unit } from './round-state.ts'
import type {
  AnswerStep,
  By,
  OfficeStep,
  PaperStep,
  PostStep,
  SpokenStep,
  Step,
  TimeStep,
} from './round-steps.ts'

const answer = (deed: AnswerStep['deed'], unit: Unit, by: By): AnswerStep => ({
  kind: 'answer',
  deed,
  unit,
  by,
  isOld: false,
})
const saved = answer('saved', 1, 'drafter')
const paper = (deed: PaperStep['deed'], unit: Unit, by: By = 'head'): Step => ({
  kind: 'paper',
  deed,
  unit,
  by,
  isOld: false,
})
const spoken = (deed: SpokenStep['deed'], unit: Unit, pick = 0): Step => ({
  kind: 'spoken',
  deed,
  unit,
  by: 'head',
  pick,
})
const office = (deed: OfficeStep['deed'], unit: Unit): Step => ({ kind: 'office', deed, unit })
const time = (deed: TimeStep['deed'], unit: Unit): Step => ({
  kind: 'time',
  deed,
  unit,
  by: 'drafter',
})
const post = (deed: PostStep['deed'], unit: Unit, role: PostStep['role']): Step => ({
  kind: 'post',
  deed,
  unit,
  role,
})
const merger = (unit: Unit, into: Unit): Step => ({ kind: 'merger', unit, into })
const close: Step = { kind: 'close' }
const reopen: Step = { kind: 'reopen' }
const plan: Step = { kind: 'plan' }
const again: Step = { kind: 'again' }
const due: Step = { kind: 'due' }
const over: Step = { kind: 'over' }
const holiday: Step = { kind: 'holiday' }
const written = (unit: Unit): Step[] => [
  answer('saved', unit, 'drafter'),
  answer('sentOn', unit, 'drafter'),
  answer('signed', unit, 'head'),
]

const askedOnceMore: Step[] = [
  answer('opened', 1, 'drafter'),
  answer('read', 1, 'head'),
  ...written(1),
  again,
  spoken('recorded', 1),
  spoken('recorded', 2),
  spoken('recorded', 2),
  spoken('corrected', 1),
  spoken('confirmed', 2),
  reopen,
  close,
  spoken('confirmed', 2, 1),
  reopen,
  again,
  ...written(1),
  spoken('recorded', 1),
  reopen,
  close,
  reopen,
]
const onPaper: Step[] = [
  paper('saved', 1),
  paper('offered', 1),
  paper('withdrawn', 1),
  paper('saved', 1),
  paper('offered', 1),
  paper('refused', 1),
  paper('saved', 1),
  paper('offered', 1),
  paper('confirmed', 1, 'drafter'),
  paper('confirmed', 1),
  again,
  answer('withdrawn', 1, 'head'),
  answer('saved', 1, 'drafter'),
  paper('saved', 1),
  paper('saved', 2),
  paper('offered', 2),
  answer('saved', 2, 'drafter'),
  paper('takenOver', 2, 'drafter'),
  paper('confirmed', 2),
  answer('sentOn', 2, 'drafter'),
  answer('signed', 2, 'head'),
  close,
]
const takenOver: Step[] = [
  paper('saved', 1),
  paper('offered', 1),
  paper('takenOver', 1, 'drafter'),
  answer('sentOn', 1, 'drafter'),
  ...written(1),
  paper('saved', 2),
  paper('offered', 2),
  close,
  paper('confirmed', 2),
]
const merged: Step[] = [
  time('asked', 1),
  answer('saved', 1, 'drafter'),
  spoken('recorded', 1),
  merger(1, 4),
  answer('saved', 1, 'former'),
  spoken('confirmed', 1),
  office('extend', 1),
  ...written(1),
  answer('saved', 2, 'drafter'),
  paper('offered', 2),
  merger(2, 4),
  office('takeBack', 2),
  post('given', 1, 'head'),
  post('ended', 2, 'head'),
  close,
  reopen,
  ...written(4),
  close,
]
const finishedBeforeMerger: Step[] = [
  ...written(1),
  spoken('recorded', 1),
  spoken('recorded', 1),
  merger(1, 4),
  answer('withdrawn', 1, 'former'),
  spoken('confirmed', 1),
  spoken('recorded', 1),
  spoken('disowned', 1, 1),
  spoken('corrected', 1, 2),
  merger(2, 4),
  close,
  reopen,
]
const saidBeforeMerger: Step[] = [spoken('recorded', 1), merger(1, 4), spoken('recorded', 1)]
const keysChangeHands: Step[] = [
  saved,
  { ...saved, isOld: true },
  answer('sentOn', 1, 'head'),
  answer('sentOn', 1, 'drafter'),
  post('ended', 1, 'head'),
  answer('signed', 1, 'head'),
  post('given', 1, 'head'),
  answer('returned', 1, 'head'),
  post('ended', 1, 'drafter'),
  answer('saved', 1, 'drafter'),
  answer('sentOn', 1, 'head'),
  post('given', 1, 'drafter'),
  answer('signed', 1, 'head'),
  answer('returned', 1, 'head'),
  answer('sentOn', 1, 'drafter'),
  answer('signed', 1, 'head'),
  answer('withdrawn', 1, 'head'),
]
const planned: Step[] = [
  ...written(1),
  { kind: 'move', isNow: true },
  close,
  plan,
  answer('saved', 1, 'drafter'),
  { kind: 'open' },
  ...written(1),
  plan,
  close,
]
const plannedAndMoved: Step[] = [
  saved,
  close,
  plan,
  again,
  merger(1, 4),
  holiday,
  { kind: 'move', isNow: false },
  again,
  reopen,
  { kind: 'move', isNow: true },
  ...written(4),
  { kind: 'move', isNow: false },
  close,
]
const moreTime: Step[] = [
  time('asked', 1),
  time('asked', 1),
  time('withdrawn', 1),
  time('asked', 1),
  office('refuseTime', 1),
  holiday,
  time('asked', 1),
  office('extend', 1),
  office('extend', 1),
  holiday,
  office('excuse', 2),
  answer('saved', 2, 'drafter'),
  office('takeBack', 2),
  spoken('recorded', 1),
  spoken('recorded', 1),
  spoken('struck', 1),
  spoken('disowned', 1, 1),
  due,
  answer('saved', 2, 'drafter'),
  over,
  holiday,
  answer('sentOn', 2, 'drafter'),
  ...written(1),
  close,
]

/** Told by hand: in them every deed is done once, and every control is found out. */
export const lives = {
  askedOnceMore,
  onPaper,
  takenOver,
  merged,
  finishedBeforeMerger,
  saidBeforeMerger,
  keysChangeHands,
  moreTime,
  planned,
  plannedAndMoved,
} as const
