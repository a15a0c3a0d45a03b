import type { AnswerForm } from '../../domain/feedback/answer-form.contract.ts'
import { obstaclesInAnswer } from '../../domain/feedback/complete.ts'
import { feedbackDeeds, WRITABLE_STATES } from '../../domain/feedback/deeds.ts'
import type { AnswerView, AssistedDeskView } from '../../domain/feedback/feedback.contract.ts'
import { type Timeliness, timelinessAt } from '../../domain/feedback/round.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { type AllowedAction, allowedActions, type Caller } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { workingDaysLeft } from '../../domain/grammar/working-days.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { explainedOn } from './answer-calendar.ts'
import { savedForm } from './answer-form.ts'
import { entryView, lastEntryOf } from './assisted-entry.ts'
import { contactOf } from './contact.ts'
import { earlierAnswerOf } from './earlier-answer.ts'
import { consultedPlans } from './consulted-plans.ts'
import { answers, type Obligation, obligationOf, withState } from './obligation.ts'
import { excuseInForce } from './excuse.ts'
import { lastRequestOf } from './extension-request.ts'
import { askedOn } from './questions.ts'
import { conferencesOfUnit } from './own-opinions.ts'
import { holidaysOf, lastRoundOf } from './round.ts'
import { standingOf } from './standing.ts'

const unitDeeds = [
  feedbackDeeds.answerOpened,
  feedbackDeeds.answerRead,
  feedbackDeeds.answerSaved,
  feedbackDeeds.answerSentOn,
  feedbackDeeds.answerReturned,
  feedbackDeeds.answerSigned,
  feedbackDeeds.answerWithdrawn,
  feedbackDeeds.extensionAsked,
  feedbackDeeds.extensionWithdrawn,
  feedbackDeeds.assistedConfirmed,
  feedbackDeeds.assistedRefused,
  feedbackDeeds.assistedTakenOver,
]

const officeDeeds = [
  feedbackDeeds.assistedSaved,
  feedbackDeeds.assistedOffered,
  feedbackDeeds.assistedWithdrawn,
]

/** Everything the unit's page needs: the drafts, what is written, until when, and what may be done. */
export async function myAnswer({ tx, caller }: Entered, planYear: number): Promise<AnswerView> {
  const obligation = await obligationOfCaller(tx, caller, planYear)
  const entry = await lastEntryOf(tx, obligation.answer.id)
  return answerViewOf(tx, obligation, {
    caller,
    assistedEntry: entry && entryView(entry),
    deeds: allowedActions(unitDeeds, caller, subjectOf(obligation)),
  })
}

/** The same unit's form for the department that enters what came back on paper. */
export async function assistedDesk(
  { tx, caller }: Entered,
  answerId: string,
): Promise<AssistedDeskView> {
  const row = found(await answers(tx).where('answer.id', '=', answerId).executeTakeFirst())
  const obligation = await obligationOf(tx, withState(row))
  const entry = await lastEntryOf(tx, answerId)
  const isLive = entry?.state === 'ENTERING' || entry?.state === 'OFFERED'
  const { form, revision } = isLive ? entry : { form: null, revision: null }
  // what the unit writes itself the fence hides; here stands what was entered for it
  const saved = { form, revision, savedAt: entry?.savedAt ?? null, savedByName: null }
  const answer = await answerViewOf(
    tx,
    { ...obligation, saved },
    {
      caller,
      assistedEntry: entry && entryView(entry),
      deeds: allowedActions(officeDeeds, caller, subjectOf(obligation)),
    },
  )
  return { answer }
}

const subjectOf = ({ answer }: Obligation) => ({
  unitId: answer.unitId,
  unitPath: answer.unitPath,
  state: answer.state,
})

type Beside = Pick<AnswerView, 'assistedEntry'> & {
  caller: Caller
  deeds: readonly AllowedAction[]
}

async function answerViewOf(tx: Tx, obligation: Obligation, beside: Beside): Promise<AnswerView> {
  const { assistedEntry, deeds } = beside
  const { answer, round } = obligation
  const plans = await consultedPlans(tx, obligation)
  const { revision, ...saved } = savedForm(obligation.saved)
  const names = await namesOf(tx, [answer.sentOnBy])
  const timeliness = timelinessAt(obligation.clock, obligation, round.closedAt)
  const asked = await askedOn(tx, round, versionFor(obligation, saved.form))
  return {
    ...(await standingOf(tx, obligation)),
    cycleId: round.cycleId,
    round: await roundView(tx, obligation, timeliness),
    earlier: await earlierAnswerOf(tx, answer),
    sentOnByName: names.get(answer.sentOnBy ?? '') ?? null,
    sentOnAt: answer.sentOnAt,
    returnedBecause: answer.returnedBecause,
    excusedBecause: await excuseInForce(tx, answer.id),
    extensionRequest: await lastRequestOf(tx, answer.id),
    ...(await conferencesOfUnit(tx, obligation, beside.caller)),
    assistedEntry,
    explainedOn: await explainedOn(tx, round.cycleId),
    hasOneHolder: obligation.keyHolders.holderIds.length === 1,
    plans,
    contact: await contactOf(tx, round),
    asked,
    isAskedAnew: asked.version < round.formVersion,
    form: saved.form,
    formRevision: revision,
    savedAt: saved.savedAt,
    savedByName: saved.savedByName,
    obstacles: obstaclesInAnswer(saved.form, { plans, questions: asked.questions }),
    allowedActions: actions(deeds, timeliness),
  }
}

async function obligationOfCaller(tx: Tx, caller: Caller, planYear: number): Promise<Obligation> {
  const round = await lastRoundOf(tx, planYear)
  const unitIds = caller.grants
    .filter(({ role }) => role === 'unitDrafter' || role === 'unitHead')
    .map(({ unitId }) => unitId)
  const answer =
    round &&
    (await answers(tx)
      .where('answer.roundId', '=', round.id)
      .where('answer.unitId', 'in', unitIds)
      .orderBy('answer.number')
      .limit(1)
      .executeTakeFirst())
  if (!answer) throw new Refusal('feedback.not-consulted', 'not-found', { params: { planYear } })
  return obligationOf(tx, withState(answer))
}

async function roundView(
  tx: Tx,
  { round, dueAt, graceUntil, isExtended, clock }: Obligation,
  timeliness: Timeliness,
): Promise<AnswerView['round']> {
  const holidays = await holidaysOf(tx)
  return {
    roundId: round.id,
    number: round.number,
    state: round.state === 'OPEN' ? 'OPEN' : 'CLOSED',
    opensAt: round.opensAt,
    dueAt,
    graceUntil,
    isExtended,
    closedAt: round.closedAt,
    timeliness,
    workingDaysLeft: workingDaysLeft(dayOfInstant(clock), dayOfInstant(dueAt), holidays),
    kinds: round.kinds,
  }
}

/** Who still writes goes on with the questions as they stand; what was sent on stays as it was. */
function versionFor({ answer, round }: Obligation, form: AnswerForm): number {
  const isWritten = WRITABLE_STATES.some((state) => state === answer.state)
  return isWritten ? round.formVersion : form.questionsVersion
}

/** After the close the state is the answer's last; the reason it cannot be written is the round's. */
function actions(deeds: readonly AllowedAction[], timeliness: Timeliness): AllowedAction[] {
  return deeds.map((action) =>
    timeliness === 'closed'
      ? { ...action, allowed: false, because: 'feedback.round-closed' }
      : action,
  )
}

async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = ids.filter((id) => id !== null)
  if (known.length === 0) return new Map()
  const rows = await tx
    .selectFrom('official')
    .select(['id', 'fullName'])
    .where('id', 'in', known)
    .execute()
  return new Map(rows.map(({ id, fullName }) => [id, fullName]))
}
