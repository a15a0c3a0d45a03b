import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { obstaclesToAskingForTime } from '../../domain/feedback/round.ts'
import { day, instantAt, timeOfInstant, writeDay } from '../../domain/grammar/day.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { tellHolders } from '../outbox.ts'
import { type Performed, type Performer, performs } from '../performer.ts'
import { openTasks } from '../tasks.ts'
import { answering, type Answering, told } from './answering.ts'
import { heldByOffice } from './excuse.ts'
import { restDay } from './extend.ts'
import { decideExtension, endRequest, lastRequestOf } from './extension-request.ts'
import { mustBePossible } from './office.ts'
import { linkOf } from './round-link.ts'
import { holidaysOf } from './round.ts'

type Wish = { dueOn: string; reason: string }

const ask = performs(routes.askForTime, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const held = await answering(stage, routes.askForTime.deed, params.answerId)
  await mustBeAskable(tx, held, body)
  await tx
    .insertInto('extensionRequest')
    .values({
      federationId: held.round.federationId,
      answerId: held.answer.id,
      wantedOn: body.dueOn,
      reason: body.reason,
      askedBy: caller.officialId,
    })
    .execute()
  await askTheDepartment(tx, held, body)
  return toldOf(held, body)
})

const takeBack = performs(routes.takeBackRequest, async (stage, { params }) => {
  const { tx, caller } = stage
  const held = await answering(stage, routes.takeBackRequest.deed, params.answerId)
  mustHaveAsked(
    await endRequest(tx, held.answer.id, { outcome: 'WITHDRAWN', by: caller.officialId }),
  )
  return toldOf(held, {})
})

const refuse = performs(routes.refuseTime, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const held = await heldByOffice(stage, routes.refuseTime.deed, params.answerId)
  const { answer, round } = held
  const because = body.reason
  mustHaveAsked(
    await endRequest(tx, answer.id, { outcome: 'REFUSED', by: caller.officialId, because }),
  )
  await tellHolders(
    tx,
    round.federationId,
    { roles: ['unitDrafter', 'unitHead'], unitIds: [answer.unitId] },
    {
      eventKey: `answer/${answer.id}/extensionRefused/${stage.key}`,
      textKey: 'feedback.letters.extensionRefused',
      params: { planYear: round.planYear, number: answer.number, reason: because },
      link: linkOf(round),
    },
  )
  return toldOf(held, { reason: because })
})

async function mustBeAskable(tx: Tx, held: Answering, { dueOn, reason }: Wish): Promise<void> {
  const { answer, round, clock, dueAt } = held
  const wanted = day(dueOn)
  const open = await lastRequestOf(tx, answer.id)
  const obstacles = obstaclesToAskingForTime({
    isAsked: open?.outcome === 'OPEN',
    now: clock,
    current: dueAt,
    wanted: instantAt(wanted, timeOfInstant(round.dueAt)),
    reason,
    state: answer.state,
    closedAt: round.closedAt,
  })
  mustBePossible([
    ...obstacles.map((each) => (each.at === '/dueAt' ? { ...each, at: '/dueOn' } : each)),
    ...restDay(wanted, await holidaysOf(tx)),
  ])
}

function mustHaveAsked(isEnded: boolean): void {
  if (!isEnded) throw new Refusal('feedback.no-extension-asked', 'wrong-state')
}

/** Decided while it is still of use: before the unit's time is over. */
async function askTheDepartment(tx: Tx, held: Answering, { dueOn, reason }: Wish): Promise<void> {
  const { answer, round, isLate } = held
  const { planYear } = round
  const task = {
    federationId: round.federationId,
    cycleId: round.cycleId,
    kind: decideExtension,
    objectType: 'answer',
    objectId: answer.id,
    unitId: round.unitId,
    // a task's sentence is said as it stands, no day in it is written out
    params: { planYear, unitName: answer.unitName, dueOn: writeDay(day(dueOn)), reason },
    link: linkOf(round),
    dueAt: isLate ? held.graceUntil : held.dueAt,
  }
  await openTasks(tx, [
    { ...task, role: 'departmentDrafter' },
    { ...task, role: 'departmentHead' },
  ])
}

/** The answer itself is as it was. */
function toldOf(held: Answering, facts: Partial<Wish>): Performed<{ answerId: string }> {
  const { object, ...done } = told(held, { reply: { answerId: held.answer.id }, facts })
  return { ...done, object: { ...object, revision: held.answer.revision } }
}

export const extensionPerformers: Performer[] = [ask, takeBack, refuse]
