import { isHeldBy } from './round-people.ts'
import {
  type AnswerModel,
  answersOfFirst,
  isInTime,
  OUTSTANDING,
  type OpinionModel,
  type RoundModel,
  settled,
  type Unit,
  withAnswer,
} from './round-state.ts'
import type {
  MergerStep,
  OfficeStep,
  PaperStep,
  PostStep,
  SpokenStep,
  TimeStep,
} from './round-steps.ts'

const UNWRITTEN = ['NOT_OPENED', 'OPENED', 'READ']
const both = { head: true, drafter: true }
const headAlone = { head: true, drafter: false }

// More time, and excuses

export function isDoneByOffice(model: RoundModel, { deed, unit }: OfficeStep): boolean {
  const answer = model.answers[unit]
  if (!answer) return false
  const { state, isExtended, request, owner } = answer
  // who is no more is not asked again
  if (deed === 'takeBack') return state === 'EXCUSED' && !model.heirs[owner]
  if (!OUTSTANDING.includes(state)) return false
  if (deed === 'refuseTime') return request === 'OPEN'
  return deed === 'excuse' || !isExtended
}

export function afterOffice(model: RoundModel, { deed, unit }: OfficeStep): RoundModel {
  const answer = model.answers[unit]
  if (!answer) return model
  return withAnswer(model, unit, officeChange(answer, deed))
}

function officeChange(answer: AnswerModel, deed: OfficeStep['deed']): Partial<AnswerModel> {
  if (deed === 'refuseTime') return { request: 'REFUSED' }
  if (deed === 'extend')
    return { isExtended: true, request: answer.request === 'OPEN' ? 'GRANTED' : answer.request }
  if (deed === 'takeBack') return { state: answer.before ?? answer.state, before: null }
  return { ...settled(answer), state: 'EXCUSED', before: answer.state }
}

export function isOfTime(model: RoundModel, step: TimeStep): boolean {
  const answer = model.answers[step.unit]
  if (!answer || !isHeldBy(model, step, both)) return false
  const isAsked = answer.request === 'OPEN'
  return (
    isInTime(model, answer) &&
    OUTSTANDING.includes(answer.state) &&
    isAsked === (step.deed === 'withdrawn')
  )
}

// Entered from paper

export function isPaperDone(model: RoundModel, step: PaperStep): boolean {
  const answer = model.answers[step.unit]
  if (!answer) return false
  const { deed } = step
  const isOfOffice = deed === 'saved' || deed === 'offered' || deed === 'withdrawn'
  const from = deed === 'withdrawn' || deed === 'refused' ? OUTSTANDING : UNWRITTEN
  if (!from.includes(answer.state)) return false
  return isOfOffice ? isEntered(answer, step) : isDecided(model, answer, step)
}

function isEntered({ entry }: AnswerModel, { deed, isOld }: PaperStep): boolean {
  const isOffered = entry?.state === 'OFFERED'
  if (deed === 'withdrawn') return isOffered
  return !isOld && (deed === 'saved' ? !isOffered : entry?.state === 'ENTERING')
}

function isDecided(model: RoundModel, answer: AnswerModel, step: PaperStep): boolean {
  const by = step.deed === 'takenOver' ? both : headAlone
  const isCurrent = step.deed !== 'confirmed' || !step.isOld
  const isBefore = answer.entry?.state === 'OFFERED' && isInTime(model, answer)
  return isBefore && isCurrent && isHeldBy(model, step, by)
}

/** The revision that is shown to who acts: of what is being entered, or of what was laid before the unit. */
export function entryRevisionOf({ entry }: AnswerModel): number {
  return entry?.state === 'ENTERING' || entry?.state === 'OFFERED' ? entry.revision : 0
}

export function afterPaper(model: RoundModel, { deed, unit }: PaperStep): RoundModel {
  const answer = model.answers[unit]
  if (!answer) return model
  const revision = entryRevisionOf(answer) + 1
  const formRevision = answer.formRevision + 1
  switch (deed) {
    case 'saved':
    case 'withdrawn':
      return withAnswer(model, unit, { entry: { state: 'ENTERING', revision } })
    case 'offered':
      return withAnswer(model, unit, { entry: { state: 'OFFERED', revision } })
    case 'refused':
      return withAnswer(model, unit, { entry: { state: 'REFUSED', revision } })
    case 'takenOver': {
      const entry = { state: 'TAKEN_OVER' as const, revision }
      return withAnswer(model, unit, { entry, state: 'DRAFT', formRevision, isConfirmed: false })
    }
    case 'confirmed':
      return withAnswer(model, unit, {
        ...settled(answer),
        entry: { state: 'CONFIRMED', revision },
        state: 'SUBMITTED',
        formRevision,
        isConfirmed: true,
        version: answer.version + 1,
        isLate: model.clock !== 'inTime' && !answer.isExtended,
      })
  }
}

// Spoken at the conference

/** Of which opinion; undefined where the unit is not said to have said anything. */
export function opinionAt(model: RoundModel, { unit, pick }: SpokenStep): number | undefined {
  const own = [...model.opinions.keys()].filter((at) => model.opinions[at]?.of === unit)
  return own[pick % own.length]
}

/** Null where there is nothing to try it on. */
export function isSpokenDone(model: RoundModel, step: SpokenStep): boolean | null {
  const answer = answersOfFirst(model)[step.unit]
  if (!answer) return null
  if (step.deed === 'recorded') return model.opinions.length < 8 || null
  const at = opinionAt(model, step)
  if (at === undefined) return null
  const opinion = model.opinions[at]
  const isOpen = opinion?.state === 'RECORDED'
  if (step.deed === 'struck') return isOpen
  return isOpen && isSpeaking(model) && isHeldBy(model, step, headAlone, opinion.asked)
}

/** The round of the conference is still open. */
const isSpeaking = ({ number, isClosed }: RoundModel) => number === 1 && !isClosed

/** The unit itself, or whoever has taken it over by now. */
function standingFor(model: RoundModel, unit: Unit): Unit {
  const heir = model.heirs[unit]
  return heir ? standingFor(model, heir) : unit
}

const said = {
  struck: 'STRUCK',
  confirmed: 'CONFIRMED',
  corrected: 'CONFIRMED',
  disowned: 'DISOWNED',
} as const
export const ownWords = 'Bằng lời của đơn vị: thêm hai lớp buổi tối.'
export const takenDown = (model: RoundModel) => `Ý kiến phát biểu số ${model.opinions.length + 1}.`

export function afterSpoken(model: RoundModel, step: SpokenStep): RoundModel {
  const { deed, unit } = step
  if (deed === 'recorded') {
    const asked = standingFor(model, answersOfFirst(model)[unit]?.owner ?? unit)
    const spoken: OpinionModel = { of: unit, asked, state: 'RECORDED', text: takenDown(model) }
    return { ...model, opinions: [...model.opinions, spoken] }
  }
  const at = opinionAt(model, step)
  const decided = (one: OpinionModel): OpinionModel => ({
    ...one,
    state: said[deed],
    text: deed === 'corrected' ? ownWords : one.text,
  })
  const opinions = model.opinions.map((one, index) => (index === at ? decided(one) : one))
  return { ...model, opinions }
}

// Posts and units

export function isPostChanged({ posts, heirs }: RoundModel, { deed, unit, role }: PostStep) {
  return deed === 'ended' ? posts[unit][role] : !heirs[unit]
}

export function afterPost(model: RoundModel, { deed, unit, role }: PostStep): RoundModel {
  const posts = { ...model.posts[unit], [role]: deed === 'given' }
  return { ...model, posts: { ...model.posts, [unit]: posts } }
}

export function isMerged({ heirs }: RoundModel, { unit, into }: MergerStep): boolean {
  return !heirs[unit] && !heirs[into]
}

/** Open, it goes to the successor as it stands, unless that one answers itself; finished, it stays. */
export function afterMerger(model: RoundModel, { unit, into }: MergerStep): RoundModel {
  const held = Object.entries(model.answers)
  const isDouble = held.some(([, { owner }]) => owner === into)
  const handedOver = (answer: AnswerModel): AnswerModel => {
    const isOpen = !model.isClosed && answer.owner === unit && OUTSTANDING.includes(answer.state)
    if (!isOpen) return answer
    if (!isDouble) return { ...answer, owner: into }
    return { ...answer, ...settled(answer), state: 'EXCUSED', before: answer.state }
  }
  return {
    ...model,
    answers: Object.fromEntries(held.map(([asked, answer]) => [asked, handedOver(answer)])),
    opinions: model.opinions.map((one) =>
      isSpeaking(model) && one.asked === unit && one.state === 'RECORDED'
        ? { ...one, asked: into }
        : one,
    ),
    posts: { ...model.posts, [unit]: { drafter: false, head: false } },
    heirs: { ...model.heirs, [unit]: into },
  }
}
