import { sql } from 'kysely'
import { type AnswerState, isAnswerState } from '../../domain/feedback/answer.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { type Deed, mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { tellHolders } from '../outbox.ts'
import { type Performed, type Performer, performs, type Stage } from '../performer.ts'
import { found } from '../subject.ts'
import { endTasks } from '../tasks.ts'
import { moveAnswer } from './answer-state.ts'
import { told } from './answering.ts'
import { recomputeNextMoment } from './extend.ts'
import { type Obligation, obligationHeld } from './obligation.ts'
import { officeOf } from './office.ts'
import { linkOf } from './round-link.ts'

const excused = 'feedback.excused'
const unitTasks = ['feedback.answer', 'feedback.oversee', 'feedback.mend', 'feedback.sign']

const excuse = performs(routes.excuse, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const held = await heldByOffice(stage, routes.excuse.deed, params.answerId)
  const { answer, round } = held
  await tx
    .insertInto('excuse')
    .values({
      federationId: round.federationId,
      roundId: round.id,
      answerId: answer.id,
      unitId: answer.unitId,
      stateBefore: answer.state,
      reason: body.reason,
      excusedBy: caller.officialId,
    })
    .execute()
  await moveAnswer(tx, answer, 'EXCUSED')
  await endTasks(tx, { kinds: unitTasks, objectIds: [answer.id], because: excused })
  return tellTheUnit(stage, held, { state: 'EXCUSED', reason: body.reason })
})

const takeBack = performs(routes.takeBackExcuse, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const held = await heldByOffice(stage, routes.takeBackExcuse.deed, params.answerId)
  await mustBeThere(tx, held.answer.unitId)
  const { rows } = await sql<{ state: string }>`
    select take_back_excuse(${held.answer.id}::uuid) as state`.execute(tx)
  const state = rows[0]?.state ?? ''
  if (!isAnswerState(state)) throw new Error(`no such state of an answer: ${state}`)
  await tx
    .updateTable('excuse')
    .set({
      takenBackBy: caller.officialId,
      takenBackAt: sql<string>`clock_timestamp()`,
      takenBackBecause: body.reason,
    })
    .where('answerId', '=', held.answer.id)
    .where('takenBackAt', 'is', null)
    .execute()
  await askAnew(tx, held)
  return tellTheUnit(stage, held, { state, reason: body.reason })
})

/** A unit that is no more, as after a merger, has nobody who could answer. */
async function mustBeThere(tx: Tx, unitId: string): Promise<void> {
  const unit = await tx
    .selectFrom('unit')
    .select('validTo')
    .where('id', '=', unitId)
    .executeTakeFirst()
  if (found(unit).validTo !== null) throw new Refusal('federation.unit-is-closed', 'wrong-state')
}

/** The round held open, the answer held, and an office before it. */
export async function heldByOffice(stage: Stage, deed: Deed, answerId: string) {
  const held = await obligationHeld(stage.tx, answerId)
  officeOf(stage, { ...deed, in: ['OPEN'] }, held.round)
  const as = mustAllow(deed, stage.caller, { state: held.answer.state })
  return { ...held, as, isLate: false }
}

type Excused = { state: AnswerState; reason: string }

async function tellTheUnit(
  stage: Stage,
  held: Awaited<ReturnType<typeof heldByOffice>>,
  { state, reason }: Excused,
): Promise<Performed<{ answerId: string; state: string }>> {
  const { answer, round } = held
  // Its extension may have been the last deadline of all, or is so again.
  await recomputeNextMoment(stage.tx, round, stage.key)
  await tellHolders(
    stage.tx,
    round.federationId,
    { roles: ['unitDrafter', 'unitHead'], unitIds: [answer.unitId] },
    {
      eventKey: `answer/${answer.id}/excuse/${answer.revision}`,
      textKey: state === 'EXCUSED' ? 'feedback.letters.excused' : 'feedback.letters.askedAgain',
      params: { planYear: round.planYear, number: answer.number, reason },
      link: linkOf(round),
    },
  )
  return told(held, { reply: { answerId: answer.id, state }, facts: { reason } })
}

/** What the excuse took out of the inboxes stands there again, as it stood. */
async function askAnew(tx: Tx, { answer, dueAt }: Obligation): Promise<void> {
  await tx
    .updateTable('task')
    .set({ doneAt: null, endedBecause: null, dueAt })
    .where('objectId', '=', answer.id)
    .where('endedBecause', '=', excused)
    .execute()
}

/** Why a unit need not answer; null where it must. */
export async function excuseInForce(tx: Tx, answerId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('excuse')
    .select('reason')
    .where('answerId', '=', answerId)
    .where('takenBackAt', 'is', null)
    .executeTakeFirst()
  return row?.reason ?? null
}

export const excusePerformers: Performer[] = [excuse, takeBack]
