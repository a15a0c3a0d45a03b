import { obstaclesToSigning } from '../../domain/feedback/answer.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { tell } from '../outbox.ts'
import { type Performer, performs } from '../performer.ts'
import { mustBeCurrent } from '../subject.ts'
import { finishTasks, openTasks } from '../tasks.ts'
import { savedForm } from './answer-form.ts'
import { moveAnswer } from './answer-state.ts'
import { answering, type Answering, told } from './answering.ts'
import { keyHoldersOf } from './key-holders.ts'
import { mustBeSendable } from './sendable.ts'
import { withdrawVersion, writeVersion } from './signed-version.ts'

const giveBack = performs(routes.giveBack, async (stage, { params, body }) => {
  const held = await answering(stage, routes.giveBack.deed, params.answerId)
  await moveAnswer(stage.tx, held.answer, 'RETURNED_BY_PRESIDENT', { returnedBecause: body.reason })
  await finishSigning(stage.tx, held, stage.caller.officialId)
  await askAgain(stage.tx, held, { kind: 'feedback.mend', reason: body.reason })
  await tellSender(stage.tx, held, 'returned', { reason: body.reason })
  return told(held, {
    reply: { answerId: params.answerId, state: 'RETURNED_BY_PRESIDENT' },
    facts: { reason: body.reason },
  })
})

const sign = performs(routes.sign, async (stage, { params, revision }) => {
  const { tx, caller } = stage
  const held = await answering(stage, routes.sign.deed, params.answerId)
  const saved = await savedForm(tx, params.answerId)
  mustBeCurrent(saved, revision, saved.form)
  await mustHoldTheSecondKey(tx, held, caller.officialId)
  const plans = await mustBeSendable(tx, held, saved.form)
  const signed = await writeVersion(tx, held, {
    form: saved.form,
    plans,
    signedBy: caller.officialId,
    signedFor: held.as.substituteFor,
  })
  await moveAnswer(tx, held.answer, 'SUBMITTED', {
    submittedAt: held.clock,
    isLate: held.isLate,
    version: signed.version,
    commentCount: signed.commentCount,
  })
  await finishSigning(tx, held, caller.officialId)
  await tellSender(tx, held, 'signed', { byName: caller.fullName })
  return told(held, {
    reply: {
      answerId: params.answerId,
      state: 'SUBMITTED',
      number: held.answer.number,
      version: signed.version,
      submittedAt: held.clock,
      isLate: held.isLate,
      contentSha256: signed.contentSha256,
    },
    facts: { version: signed.version, isLate: held.isLate, comments: signed.commentCount },
    content: signed.content,
  })
})

const withdraw = performs(routes.withdraw, async (stage, { params, body }) => {
  const held = await answering(stage, routes.withdraw.deed, params.answerId)
  await withdrawVersion(stage.tx, held.answer.id, stage.caller.officialId)
  await moveAnswer(stage.tx, held.answer, 'WITHDRAWN', { submittedAt: null, isLate: false })
  await askAgain(stage.tx, held, { kind: 'feedback.answer', reason: body.reason })
  await tellSender(stage.tx, held, 'withdrawn', { reason: body.reason })
  return told(held, {
    reply: { answerId: params.answerId, state: 'WITHDRAWN' },
    facts: { version: held.answer.version, reason: body.reason },
  })
})

async function mustHoldTheSecondKey(
  tx: Tx,
  { answer }: Answering,
  signerId: string,
): Promise<void> {
  const { holderIds } = await keyHoldersOf(tx, answer.unitId)
  const [obstacle] = obstaclesToSigning({ sentOnBy: answer.sentOnBy, signerId, holderIds })
  if (obstacle) throw new Refusal(obstacle.code, 'not-allowed')
}

function finishSigning(tx: Tx, { answer }: Answering, by: string): Promise<void> {
  return finishTasks(tx, { kinds: ['feedback.sign'], objectId: answer.id, by })
}

async function askAgain(
  tx: Tx,
  { answer, round, dueAt }: Answering,
  asked: { kind: 'feedback.mend' | 'feedback.answer'; reason: string },
): Promise<void> {
  const { hasDrafter } = await keyHoldersOf(tx, answer.unitId)
  await openTasks(tx, [
    {
      federationId: round.federationId,
      cycleId: round.cycleId,
      kind: asked.kind,
      objectType: 'answer',
      objectId: answer.id,
      role: hasDrafter ? 'unitDrafter' : 'unitHead',
      unitId: answer.unitId,
      params: { planYear: round.planYear, number: answer.number, reason: asked.reason },
      link: `/cycles/${round.planYear}/feedback`,
      dueAt,
    },
  ])
}

function tellSender(
  tx: Tx,
  { answer, round }: Answering,
  what: 'returned' | 'signed' | 'withdrawn',
  params: Record<string, string>,
): Promise<void> {
  return tell(tx, round.federationId, answer.sentOnBy ? [answer.sentOnBy] : [], {
    eventKey: `answer/${answer.id}/${what}/${answer.revision}`,
    textKey: `feedback.letters.${what}`,
    params: { planYear: round.planYear, number: answer.number, ...params },
    link: `/cycles/${round.planYear}/feedback`,
  })
}

export const signingPerformers: Performer[] = [giveBack, sign, withdraw]
