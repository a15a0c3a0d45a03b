import { randomUUID } from 'node:crypto'
import { entryRevisionOf, opinionAt, ownWords, takenDown } from './round-around.ts'
import { type Ground, GRACE_DAYS } from './round-ground.ts'
import { personOf } from './round-people.ts'
import { answersOfFirst, type RoundModel, type Unit } from './round-state.ts'
import {
  type AnswerStep,
  isOnOpening,
  type MergerStep,
  type OfficeStep,
  type OpeningStep,
  type PaperStep,
  type PostStep,
  type SpokenStep,
  type TriedStep,
} from './round-steps.ts'

export type Ids = {
  roundId: string
  answers: Partial<Record<Unit, string>>
  /** Of the round in which the conference was held. */
  first: Partial<Record<Unit, string>>
  opinions: string[]
}
type Deed = { name: string; who: string; given: object; revision?: number }
export type Sent = Required<Deed> & { key: string }
type Trying<S> = { model: RoundModel; step: S }

const reason = 'Thử nghiệm mô hình.'

/** The deed by which somebody tries a step, as the door would have handed it on. */
export async function sentBy(
  ground: Ground,
  ids: Ids,
  { model, step }: Trying<TriedStep>,
): Promise<Sent> {
  const deed = await deedOf(ground, ids, { model, step })
  return { revision: 0, ...deed, key: randomUUID() }
}

function deedOf(ground: Ground, ids: Ids, { model, step }: Trying<TriedStep>) {
  if (isOnOpening(step)) return onOpening(ground, ids, step)
  switch (step.kind) {
    case 'answer':
      return onAnswer(ground, ids, { model, step })
    case 'office':
      return ofOffice(ground, ids, step)
    case 'time': {
      const body = { dueOn: ground.workingDay(40), reason }
      const params = { answerId: ids.answers[step.unit] }
      const given = step.deed === 'asked' ? { params, body } : { params }
      return { name: `extension.${step.deed}`, who: personOf(model, step), given }
    }
    case 'paper':
      return onPaper(ground, ids, { model, step })
    case 'spoken':
      return spoken(ground, ids, { model, step })
    case 'post':
      return onPost(ground, step)
    case 'merger':
      return merging(ground, step)
    case 'holiday': {
      const params = { day: ground.workingDay(days[model.holidays] ?? 0) }
      const given = { params, body: { kind: 'OFF', name: 'Nghỉ bù' } }
      return { name: 'holiday.changed', who: 'admin', given }
    }
  }
}

/** On none of these days a holiday is declared. */
function onOpening({ workingDay }: Ground, { roundId }: Ids, step: OpeningStep): Deed {
  const params = { roundId }
  const body = { reason, graceDays: GRACE_DAYS }
  const on = (days: number) => ({ params, body: { ...body, opensOn: workingDay(days) } })
  if (step.kind === 'move')
    return {
      name: 'round.openingMoved',
      who: 'leader',
      given: step.isNow ? { params, body: { ...body, opensOn: 'now' } } : on(9),
    }
  const given = step.kind === 'plan' ? on(5) : { params, body }
  return { name: 'round.reopened', who: 'leader', given }
}

const days = [4, 7, 13, 20]

export const holidaysDeclared = ({ workingDay }: Ground, { holidays }: RoundModel) =>
  days.slice(0, holidays).map((each) => workingDay(each))

/** A form that says how often it was saved, so that no two of a life are alike. */
const formOf = ({ form }: Ground, saved: number) => ({
  ...form,
  capacity: { classes: saved, seats: null, venue: '' },
})

function onAnswer(ground: Ground, ids: Ids, { model, step }: Trying<AnswerStep>): Deed {
  const formRevision = model.answers[step.unit]?.formRevision ?? 0
  const body = step.deed === 'saved' ? { form: formOf(ground, formRevision) } : { reason }
  return {
    name: `answer.${step.deed}`,
    who: personOf(model, step),
    given: { params: { answerId: ids.answers[step.unit] }, body },
    revision: step.isOld ? formRevision - 1 : formRevision,
  }
}

const ofOfficeBy = {
  excuse: 'answer.excused',
  takeBack: 'excuse.takenBack',
  refuseTime: 'extension.refused',
} as const

function ofOffice(ground: Ground, ids: Ids, { deed, unit }: OfficeStep): Deed {
  const answerId = ids.answers[unit]
  if (deed !== 'extend')
    return {
      name: ofOfficeBy[deed],
      who: 'head',
      given: { params: { answerId }, body: { reason } },
    }
  const body = { answerId, dueOn: ground.workingDay(30), reason }
  const params = { roundId: ids.roundId }
  return { name: 'round.extended', who: 'head', given: { params, body } }
}

function onPaper(ground: Ground, ids: Ids, { model, step }: Trying<PaperStep>): Deed {
  const { deed, unit, isOld } = step
  const answer = model.answers[unit]
  const shown = answer ? entryRevisionOf(answer) : 0
  const isOfOffice = deed === 'saved' || deed === 'offered' || deed === 'withdrawn'
  const bodies = {
    saved: { form: formOf(ground, shown) },
    offered: { paper: 'Công văn số 12/CV-CĐ', scans: [] },
    withdrawn: { reason },
    confirmed: {},
    refused: { reason },
    takenOver: {},
  }
  return {
    name: `assisted-entry.${deed}`,
    who: isOfOffice ? 'drafter' : personOf(model, step),
    given: { params: { answerId: ids.answers[unit] }, body: bodies[deed] },
    revision: isOld ? shown - 1 : shown,
  }
}

function spoken(ground: Ground, ids: Ids, { model, step }: Trying<SpokenStep>): Deed {
  const { deed, unit, by } = step
  const owner = answersOfFirst(model)[unit]?.owner ?? unit
  if (deed === 'recorded') {
    const body = {
      unitId: ground.desk.federation.units[owner - 1]?.id,
      planId: ground.planId,
      placeKind: 'CLAUSE',
      placeCode: 'II.1',
      kind: 'PROPOSAL',
      words: takenDown(model),
    }
    const params = { conferenceId: ground.conferenceId }
    return { name: 'opinion.recorded', who: 'drafter', given: { params, body } }
  }
  const params = { opinionId: ids.opinions[opinionAt(model, step) ?? 0] }
  if (deed === 'struck')
    return { name: 'opinion.struck', who: 'drafter', given: { params, body: { reason } } }
  const asked = model.opinions[opinionAt(model, step) ?? 0]?.asked
  const body = deed === 'disowned' ? {} : { words: deed === 'corrected' ? ownWords : null }
  const name = deed === 'disowned' ? 'opinion.disowned' : 'opinion.confirmed'
  return { name, who: personOf(model, { unit, by }, asked), given: { params, body } }
}

async function onPost(ground: Ground, { deed, unit, role }: PostStep): Promise<Deed> {
  const { accountId, officialId, unitId } = ground.desk.federation.person(`unit${unit}.${role}`)
  if (deed === 'given') {
    const as = role === 'head' ? 'unitHead' : 'unitDrafter'
    const since = ground.workingDay(0)
    const body = { role: as, unitId, departmentId: null, since, until: null }
    return { name: 'role.granted', who: 'admin', given: { params: { accountId }, body } }
  }
  const [grant] = await ground.sql(
    `select id from role_grant where official_id = $1 order by since desc, until desc nulls first limit 1`,
    [officialId],
  )
  const params = { grantId: grant?.id ?? randomUUID() }
  return { name: 'role.withdrawn', who: 'admin', given: { params, body: { reason } } }
}

async function merging(ground: Ground, { unit, into }: MergerStep): Promise<Deed> {
  const { units } = ground.desk.federation
  const [unitId, successorId] = [units[unit - 1]?.id, units[into - 1]?.id]
  const [row] = await ground.sql(
    `select revision, (current_date - 1)::text as yesterday from unit where id = $1`,
    [unitId],
  )
  const body = { successorId, lastDay: row.yesterday, basis: 'Quyết định số 12/QĐ-LĐLĐ' }
  const given = { params: { unitId }, body }
  return { name: 'unit.merged', who: 'admin', given, revision: row.revision }
}
