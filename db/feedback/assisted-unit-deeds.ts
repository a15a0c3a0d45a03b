import { feedbackRoutes as routes } from '../../domain/feedback/feedback.contract.ts'
import type { RawBuilder } from 'kysely'
import { telling } from '../outbox.ts'
import { type Performer, performs } from '../performer.ts'
import { mustBeCurrent } from '../subject.ts'
import { finishingTasks } from '../tasks.ts'
import { savedForm } from './answer-form.ts'
import { answering, type Answering, told } from './answering.ts'
import { endEntry, type Entry, offeredEntry } from './assisted-entry.ts'
import { keepDraft, keepForm } from './keep-draft.ts'
import { linkOf } from './round-link.ts'
import { mustBeSendable } from './sendable.ts'
import { signedVersion } from './signed-version.ts'

/** The department entered, the president signs: the two keys of an answer on paper. */
const confirm = performs(routes.confirmAssisted, async (stage, { params, revision }) => {
  const { tx, caller } = stage
  const held = await answering(stage, routes.confirmAssisted.deed, params.answerId)
  const entry = await offeredEntry(tx, params.answerId)
  mustBeCurrent(entry, revision, entry.form)
  const form = { ...entry.form, isConfirmed: true }
  const answered = await mustBeSendable(tx, held, form)
  const signed = signedVersion(held, {
    form,
    ...answered,
    signedBy: caller.officialId,
    signedFor: held.as.substituteFor,
    enteredFrom: signedFrom(entry),
  })
  const { version, contentSha256 } = signed
  await endEntry(tx, entry, { state: 'CONFIRMED', by: caller.officialId, version })
  // what is taken back after this is mended as the unit's own
  await keepForm(tx, held, {
    form,
    revision: savedForm(held.saved).revision + 1,
    by: caller.officialId,
  })
  return told(held, {
    reply: {
      answerId: params.answerId,
      state: 'CONFIRMED',
      revision: entry.revision + 1,
      number: held.answer.number,
      contentSha256,
    },
    facts: { version, byName: entry.enteredByName, paper: entry.paper, isLate: held.isLate },
    content: signed.content,
    writes: [
      ...signed.writes,
      finishing(held, caller.officialId, [
        'feedback.answer',
        'feedback.oversee',
        'feedback.confirmEntry',
      ]),
      tellingWriter(held, entry, 'entryConfirmed', {}),
    ],
  })
})

const signedFrom = ({ enteredByName, paper, scans }: Entry) => ({
  by: enteredByName,
  paper,
  scans: scans.map(({ sha256 }) => sha256),
})

const refuse = performs(routes.refuseAssisted, async (stage, { params, body }) => {
  const { tx, caller } = stage
  const held = await answering(stage, routes.refuseAssisted.deed, params.answerId)
  const entry = await offeredEntry(tx, params.answerId)
  const { reason } = body
  await endEntry(tx, entry, { state: 'REFUSED', by: caller.officialId, because: reason })
  return told(held, {
    reply: { answerId: params.answerId, state: 'REFUSED', revision: entry.revision + 1 },
    facts: { reason },
    writes: [
      finishing(held, caller.officialId, ['feedback.confirmEntry']),
      tellingWriter(held, entry, 'entryRefused', { reason }),
    ],
  })
})

const takeOver = performs(routes.takeOverAssisted, async (stage, { params }) => {
  const { tx, caller } = stage
  const held = await answering(stage, routes.takeOverAssisted.deed, params.answerId)
  const entry = await offeredEntry(tx, params.answerId)
  await endEntry(tx, entry, { state: 'TAKEN_OVER', by: caller.officialId })
  await keepDraft(tx, held, {
    form: entry.form,
    revision: savedForm(held.saved).revision + 1,
    by: caller.officialId,
  })
  return told(held, {
    reply: { answerId: params.answerId, state: 'TAKEN_OVER', revision: entry.revision + 1 },
    facts: { byName: entry.enteredByName },
    content: entry.form,
    writes: [
      finishing(held, caller.officialId, ['feedback.confirmEntry']),
      tellingWriter(held, entry, 'entryTakenOver', {}),
    ],
  })
})

function finishing({ answer }: Answering, by: string, kinds: string[]): RawBuilder<unknown> {
  return finishingTasks({ kinds, objectId: answer.id, by })
}

const letters = {
  entryConfirmed: 'feedback.letters.entryConfirmed',
  entryRefused: 'feedback.letters.entryRefused',
  entryTakenOver: 'feedback.letters.entryTakenOver',
} as const

function tellingWriter(
  { answer, round }: Answering,
  { entryId, enteredBy }: Entry,
  what: keyof typeof letters,
  more: Record<string, string>,
): RawBuilder<unknown> {
  const { unitName, number } = answer
  return telling(round.federationId, [enteredBy], {
    eventKey: `answer/${answer.id}/entry/${entryId}/${what}`,
    textKey: letters[what],
    params: { planYear: round.planYear, number, unitName, ...more },
    link: linkOf(round),
  })
}

export const assistedUnitPerformers: Performer[] = [confirm, refuse, takeOver]
