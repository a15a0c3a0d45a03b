import { sql } from 'kysely'
import { type AnswerForm, EMPTY_FORM } from '../../domain/feedback/answer-form.contract.ts'
import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import type { Caller } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import { tellHolders } from '../outbox.ts'
import { type Performer, performs } from '../performer.ts'
import { mustBeCurrent } from '../subject.ts'
import { finishTasks, openTasks } from '../tasks.ts'
import { type Entry, lastEntryOf, offeredEntry } from './assisted-entry.ts'
import { told } from './answering.ts'
import { keepScans } from './assisted-scans.ts'
import { heldByOffice } from './excuse.ts'
import type { Obligation } from './obligation.ts'
import { linkOf } from './round-link.ts'
import { mustBeSendable } from './sendable.ts'

const save = performs(routes.saveAssisted, async (stage, { params, body, revision }) => {
  const { tx, caller } = stage
  const held = await heldByOffice(stage, routes.saveAssisted.deed, params.answerId)
  const entry = await entryInHand(tx, params.answerId)
  mustBeCurrent(entry ?? { revision: 0 }, revision, entry?.form ?? EMPTY_FORM)
  // that it is the unit's opinion is the unit's to confirm
  const form = { ...body.form, isConfirmed: false }
  await keepEntry(tx, held, { entry, form, revision: revision + 1, by: caller })
  return told(held, {
    reply: {
      answerId: params.answerId,
      state: 'ENTERING',
      revision: revision + 1,
      savedAt: held.clock,
    },
  })
})

/** What is being entered; null where nothing is, and nothing to be written where the unit has it. */
async function entryInHand(tx: Tx, answerId: string): Promise<Entry | null> {
  const entry = await lastEntryOf(tx, answerId)
  if (entry?.state === 'OFFERED') throw new Refusal('feedback.entry-offered', 'wrong-state')
  return entry?.state === 'ENTERING' ? entry : null
}

type Kept = { entry: Entry | null; form: AnswerForm; revision: number; by: Caller }

async function keepEntry(tx: Tx, { answer, round, clock }: Obligation, kept: Kept): Promise<void> {
  const { entry, revision, by } = kept
  const row = {
    form: JSON.stringify(kept.form),
    revision,
    enteredBy: by.officialId,
    enteredByName: by.fullName,
    savedAt: clock,
  }
  if (entry)
    await tx.updateTable('assistedEntry').set(row).where('id', '=', entry.entryId).execute()
  else
    await tx
      .insertInto('assistedEntry')
      .values({ ...row, federationId: round.federationId, answerId: answer.id })
      .execute()
}

const offer = performs(routes.offerAssisted, async (stage, { params, body, revision }) => {
  const { tx } = stage
  const held = await heldByOffice(stage, routes.offerAssisted.deed, params.answerId)
  const entry = await entryInHand(tx, params.answerId)
  if (!entry) throw new Refusal('feedback.nothing-entered', 'wrong-state')
  mustBeCurrent(entry, revision, entry.form)
  if (entry.form.questionsVersion < held.round.formVersion)
    throw new Refusal('feedback.questions-changed', 'wrong-state')
  await mustBeSendable(tx, held, { ...entry.form, isConfirmed: true })
  await keepScans(tx, entry, { federationId: held.round.federationId, ids: body.scans })
  await tx
    .updateTable('assistedEntry')
    .set({
      state: 'OFFERED',
      revision: revision + 1,
      offeredAt: sql<string>`clock_timestamp()`,
      because: null,
      paper: body.paper,
    })
    .where('id', '=', entry.entryId)
    .execute()
  await layBeforeUnit(tx, held, { entry, paper: body.paper })
  return told(held, {
    reply: { answerId: params.answerId, state: 'OFFERED', revision: revision + 1 },
    facts: { paper: body.paper },
    content: entry.form,
  })
})

async function layBeforeUnit(
  tx: Tx,
  { answer, round, dueAt }: Obligation,
  { entry, paper }: { entry: Entry; paper: string },
): Promise<void> {
  const { federationId, cycleId, planYear } = round
  const params = { planYear, number: answer.number, byName: entry.enteredByName, paper }
  const link = linkOf(round)
  await openTasks(tx, [
    {
      federationId,
      cycleId,
      kind: 'feedback.confirmEntry',
      objectType: 'answer',
      objectId: answer.id,
      role: 'unitHead',
      unitId: answer.unitId,
      params,
      link,
      dueAt,
    },
  ])
  await tellUnit(
    tx,
    { answer, round },
    {
      eventKey: `answer/${answer.id}/entry/${entry.entryId}/${entry.revision}`,
      textKey: 'feedback.letters.entryOffered',
      params,
    },
  )
}

type Word = Omit<Parameters<typeof tellHolders>[3], 'link'>

function tellUnit(tx: Tx, { answer, round }: Pick<Obligation, 'answer' | 'round'>, word: Word) {
  const to = { roles: ['unitDrafter', 'unitHead'], unitIds: [answer.unitId] }
  return tellHolders(tx, round.federationId, to, { ...word, link: linkOf(round) })
}

const takeBack = performs(routes.takeBackAssisted, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const held = await heldByOffice(stage, routes.takeBackAssisted.deed, params.answerId)
  const entry = await offeredEntry(tx, params.answerId)
  const revision = entry.revision + 1
  await tx
    .updateTable('assistedEntry')
    .set({ state: 'ENTERING', because: body.reason, revision })
    .where('id', '=', entry.entryId)
    .execute()
  const { answer, round } = held
  await finishTasks(tx, {
    kinds: ['feedback.confirmEntry'],
    objectId: answer.id,
    by: caller.officialId,
  })
  await tellUnit(tx, held, {
    eventKey: `answer/${answer.id}/entry/${entry.entryId}/${entry.revision}`,
    textKey: 'feedback.letters.entryTakenBack',
    params: { planYear: round.planYear, number: answer.number, reason: body.reason },
  })
  return told(held, {
    reply: { answerId: params.answerId, state: 'ENTERING', revision },
    facts: { reason: body.reason },
  })
})

export const assistedOfficePerformers: Performer[] = [save, offer, takeBack]
