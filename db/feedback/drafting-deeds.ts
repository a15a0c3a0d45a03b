import type { AnswerForm } from '../../domain/feedback/answer-form.contract.ts'
import { obstaclesToSigning } from '../../domain/feedback/answer.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { clockOf } from '../context.ts'
import type { Tx } from '../database.ts'
import { tellHolders } from '../outbox.ts'
import { type Performer, performs } from '../performer.ts'
import { mustBeCurrent } from '../subject.ts'
import { finishTasks, openTasks } from '../tasks.ts'
import { savedForm } from './answer-form.ts'
import { moveAnswer } from './answer-state.ts'
import { answering, type Answering, told } from './answering.ts'
import { keepDraft } from './keep-draft.ts'
import { mustBeSendable } from './sendable.ts'

const open = performs(routes.open, async (stage, { params }) => {
  const held = await answering(stage, routes.open.deed, params.answerId)
  await moveAnswer(stage.tx, held.answer, 'OPENED', { openedAt: held.clock })
  return told(held, { reply: { answerId: params.answerId, state: 'OPENED' } })
})

const read = performs(routes.read, async (stage, { params }) => {
  const held = await answering(stage, routes.read.deed, params.answerId)
  await moveAnswer(stage.tx, held.answer, 'READ', {
    openedAt: held.answer.openedAt ?? held.clock,
    readAt: held.clock,
  })
  return told(held, { reply: { answerId: params.answerId, state: 'READ' } })
})

const save = performs(routes.save, async (stage, { params, body, revision }) => {
  const { tx, caller } = stage
  const held = await answering(stage, routes.save.deed, params.answerId)
  const saved = savedForm(held.saved)
  mustBeCurrent(saved, revision, saved.form)
  mustBeAsked(held, body.form)
  await keepDraft(tx, held, { form: body.form, revision: revision + 1, by: caller.officialId })
  return told(held, {
    reply: {
      revision: revision + 1,
      savedAt: held.clock,
      state: 'DRAFT',
      questionsVersion: held.round.formVersion,
    },
  })
})

/** A version of the questions that nobody has made yet cannot be what was answered. */
function mustBeAsked({ round }: Answering, { questionsVersion }: AnswerForm): void {
  if (questionsVersion > round.formVersion)
    throw new Refusal('feedback.questions-unknown', 'invalid', {
      faults: [{ code: 'feedback.questions-unknown', at: '/form/questionsVersion' }],
    })
}

const sendOn = performs(routes.sendOn, async (stage, { params, revision }) => {
  const { tx, caller } = stage
  const held = await answering(stage, routes.sendOn.deed, params.answerId)
  const saved = savedForm(held.saved)
  mustBeCurrent(saved, revision, saved.form)
  mustAnswerWhatIsAsked(held, saved.form)
  await mustBeSendable(tx, held, saved.form)
  mustLeaveTheSecondKey(held, caller.officialId)
  await moveAnswer(tx, held.answer, 'WITH_PRESIDENT', {
    sentOnBy: caller.officialId,
    sentOnAt: await clockOf(tx),
    returnedBecause: null,
  })
  await handOver(tx, held, { by: caller.officialId, byName: caller.fullName })
  return told(held, {
    reply: { answerId: params.answerId, state: 'WITH_PRESIDENT' },
    content: saved.form,
  })
})

/** What is sent on answers the questions as they stand; its writer has seen them. */
function mustAnswerWhatIsAsked({ round }: Answering, { questionsVersion }: AnswerForm): void {
  if (questionsVersion < round.formVersion)
    throw new Refusal('feedback.questions-changed', 'wrong-state')
}

/** Somebody must remain who may sign: not the writer, unless the writer is alone (settled 9). */
function mustLeaveTheSecondKey({ keyHolders }: Answering, sentOnBy: string): void {
  const { holderIds, signerIds } = keyHolders
  const canBeSigned = signerIds.some(
    (signerId) => obstaclesToSigning({ sentOnBy, signerId, holderIds }).length === 0,
  )
  if (!canBeSigned) throw new Refusal('feedback.second-key-needed', 'not-allowed')
}

async function handOver(
  tx: Tx,
  { answer, round, dueAt }: Answering,
  sent: { by: string; byName: string },
): Promise<void> {
  const params = { planYear: round.planYear, number: answer.number, byName: sent.byName }
  const link = `/cycles/${round.planYear}/feedback`
  await finishTasks(tx, {
    kinds: ['feedback.answer', 'feedback.mend', 'feedback.oversee'],
    objectId: answer.id,
    by: sent.by,
  })
  await openTasks(tx, [
    {
      federationId: round.federationId,
      cycleId: round.cycleId,
      kind: 'feedback.sign',
      objectType: 'answer',
      objectId: answer.id,
      role: 'unitHead',
      unitId: answer.unitId,
      params,
      link,
      dueAt,
    },
  ])
  await tellHolders(
    tx,
    round.federationId,
    { roles: ['unitHead'], unitIds: [answer.unitId] },
    {
      eventKey: `answer/${answer.id}/sent-on/${answer.revision}`,
      textKey: 'feedback.letters.sentOn',
      params,
      link,
    },
  )
}

export const draftingPerformers: Performer[] = [open, read, save, sendOn]
