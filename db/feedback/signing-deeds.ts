import type { RawBuilder } from 'kysely'
import { obstaclesToSigning } from '../../domain/feedback/answer.ts'
import type { AnswerFile } from '../../domain/feedback/answer-files.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { telling } from '../outbox.ts'
import { type Performer, performs } from '../performer.ts'
import { mustBeCurrent } from '../subject.ts'
import { finishingTasks, openTasks } from '../tasks.ts'
import { savedForm } from './answer-form.ts'
import { moveAnswer, mustBecome } from './answer-state.ts'
import { answering, type Answering, told } from './answering.ts'
import { mustBeSendable } from './sendable.ts'
import { signedVersion, withdrawVersion } from './signed-version.ts'

const giveBack = performs(routes.giveBack, async (stage, { params, body }) => {
  const held = await answering(stage, routes.giveBack.deed, params.answerId)
  await moveAnswer(stage.tx, held.answer, 'RETURNED_BY_PRESIDENT', { returnedBecause: body.reason })
  await askAgain(stage.tx, held, { kind: 'feedback.mend', reason: body.reason })
  return told(held, {
    writes: [
      finishingSigning(held, stage.caller.officialId),
      tellingSender(held, 'returned', { reason: body.reason }),
    ],
    reply: { answerId: params.answerId, state: 'RETURNED_BY_PRESIDENT' },
    facts: { reason: body.reason },
  })
})

const sign = performs(routes.sign, async (stage, { params, body, revision }) => {
  const { tx, caller } = stage
  const held = await answering(stage, routes.sign.deed, params.answerId)
  const saved = savedForm(held.saved)
  mustBeCurrent(saved, revision, saved.form)
  mustHoldTheSecondKey(held, caller.officialId)
  mustBecome(held.answer, 'SUBMITTED')
  mustBeTheSeenFiles(held.files, body.fileIds)
  const signed = signedVersion(held, {
    form: saved.form,
    ...(await mustBeSendable(tx, held, saved.form)),
    signedBy: caller.officialId,
    signedFor: held.as.substituteFor,
  })
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
    writes: [
      ...signed.writes,
      finishingSigning(held, caller.officialId),
      tellingSender(held, 'signed', { byName: caller.fullName }),
    ],
  })
})

/** Given back, changed and sent on again meanwhile: an older page of the president's shows others. */
function mustBeTheSeenFiles(files: readonly AnswerFile[], seen: readonly string[] | undefined) {
  const now = new Set(files.map(({ fileId }) => fileId))
  if (seen && (seen.length !== now.size || seen.some((fileId) => !now.has(fileId))))
    throw new Refusal('feedback.other-files-now', 'wrong-state')
}

const withdraw = performs(routes.withdraw, async (stage, { params, body }) => {
  const held = await answering(stage, routes.withdraw.deed, params.answerId)
  await withdrawVersion(stage.tx, held.answer.id, stage.caller.officialId)
  await moveAnswer(stage.tx, held.answer, 'WITHDRAWN', { submittedAt: null, isLate: false })
  await askAgain(stage.tx, held, { kind: 'feedback.answer', reason: body.reason })
  return told(held, {
    writes: [tellingSender(held, 'withdrawn', { reason: body.reason })],
    reply: { answerId: params.answerId, state: 'WITHDRAWN' },
    facts: { version: held.answer.version, reason: body.reason },
  })
})

function mustHoldTheSecondKey({ answer, keyHolders }: Answering, signerId: string): void {
  const { holderIds } = keyHolders
  const [obstacle] = obstaclesToSigning({ sentOnBy: answer.sentOnBy, signerId, holderIds })
  if (obstacle) throw new Refusal(obstacle.code, 'not-allowed')
}

function finishingSigning({ answer }: Answering, by: string): RawBuilder<unknown> {
  return finishingTasks({ kinds: ['feedback.sign'], objectId: answer.id, by })
}

async function askAgain(
  tx: Tx,
  { answer, round, dueAt, keyHolders }: Answering,
  asked: { kind: 'feedback.mend' | 'feedback.answer'; reason: string },
): Promise<void> {
  const { hasDrafter } = keyHolders
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

function tellingSender(
  { answer, round }: Answering,
  what: 'returned' | 'signed' | 'withdrawn',
  params: Record<string, string>,
): RawBuilder<unknown> {
  return telling(round.federationId, answer.sentOnBy ? [answer.sentOnBy] : [], {
    eventKey: `answer/${answer.id}/${what}/${answer.revision}`,
    textKey: `feedback.letters.${what}`,
    params: { planYear: round.planYear, number: answer.number, ...params },
    link: `/cycles/${round.planYear}/feedback`,
  })
}

export const signingPerformers: Performer[] = [giveBack, sign, withdraw]
