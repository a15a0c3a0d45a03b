import { sql } from 'kysely'
import { ownAnswersRoutes as routes } from '../../domain/feedback/own-answers.contract.ts'
import type { OwnQuestion } from '../../domain/feedback/own-questions.ts'
import { obstaclesToChangingQuestions } from '../../domain/feedback/question-list.ts'
import { dayOfInstant, instantAt, timeOfInstant } from '../../domain/grammar/day.ts'
import { addWorkingDays } from '../../domain/grammar/working-days.ts'
import { clockOf } from '../context.ts'
import type { Tx } from '../database.ts'
import { type Performer, performs, type Stage } from '../performer.ts'
import { mustBeCurrent } from '../subject.ts'
import { mustBePossible, officeOf, toldOfRound } from './office.ts'
import { linkOf } from './round-link.ts'
import { questionsOn } from './questions.ts'
import { holidaysOf, roundForClosing, type RoundRow } from './round.ts'

/** A new version of the questions: drafts go on with it, what was sent on stays as it was asked. */
const change = performs(routes.changeQuestions, async (stage, { params, body, revision }) => {
  const { tx } = stage
  // who is writing into the round has done so, and whoever comes after finds the new version
  const round = await roundForClosing(tx, params.roundId)
  const as = officeOf(stage, routes.changeQuestions.deed, round)
  const before = await questionsOn(tx, round, round.formVersion)
  mustBeCurrent({ revision: round.formVersion }, revision, before)
  mustBePossible(
    obstaclesToChangingQuestions({
      now: await clockOf(tx),
      lastDayAt: await changeableUntil(tx, round),
      before,
      after: body.questions,
    }),
  )
  const version = round.formVersion + 1
  await keepVersion(stage, round, { version, questions: body.questions, because: body.reason })
  await tellUnits(stage, round, body.reason)
  return toldOfRound(round, {
    as,
    reply: { roundId: round.id, version },
    facts: { version, questions: body.questions.length, reason: body.reason },
  })
})

/** Every unit has a working day left to answer what it has not been asked before. */
export async function changeableUntil(tx: Tx, { dueAt }: RoundRow): Promise<string> {
  const dayBefore = addWorkingDays(dayOfInstant(dueAt), -1, await holidaysOf(tx))
  return instantAt(dayBefore, timeOfInstant(dueAt))
}

type Version = { version: number; questions: readonly OwnQuestion[]; because: string }

async function keepVersion({ tx, caller }: Stage, round: RoundRow, form: Version): Promise<void> {
  const { id: roundId, federationId, cycleId } = round
  const { version, because } = form
  const questions = JSON.stringify(form.questions)
  await tx
    .insertInto('roundForm')
    .values({
      roundId,
      federationId,
      version,
      questions,
      changedBecause: because,
      madeBy: caller.officialId,
    })
    .execute()
  await tx
    .updateTable('round')
    .set((row) => ({ formVersion: version, revision: row('revision', '+', 1) }))
    .where('id', '=', roundId)
    .execute()
  // a later round of the year begins with the questions as they were asked last
  await sql`
    update round_preparation set form = jsonb_set(form, '{questions}', ${questions}::jsonb),
      revision = revision + 1
    where cycle_id = ${cycleId}::uuid`.execute(tx)
}

/** Who has sent learns it too: before the close an answer can be taken back and completed. */
async function tellUnits({ tx, key }: Stage, round: RoundRow, reason: string): Promise<void> {
  const params = {
    planYear: round.planYear,
    dueOn: dayOfInstant(round.dueAt),
    dueTime: timeOfInstant(round.dueAt),
    reason,
  }
  await sql`
    insert into letter (federation_id, official_id, unit_id, event_key, text_key, params, link)
    select distinct on (g.official_id) g.federation_id, g.official_id, g.unit_id,
      ${`questions-changed/${key}`}, case when a.state = 'SUBMITTED'
        then 'feedback.letters.questionsChangedSent' else 'feedback.letters.questionsChanged' end,
      ${JSON.stringify(params)}::jsonb, ${linkOf(round)}
    from role_grant g join answer a on a.unit_id = g.unit_id and a.round_id = ${round.id}::uuid
    where g.federation_id = ${round.federationId}::uuid and g.role in ('unitDrafter', 'unitHead')
      and g.since <= current_date and (g.until is null or g.until >= current_date)
      and a.state <> 'EXCUSED'
    on conflict do nothing`.execute(tx)
}

export const questionPerformers: Performer[] = [change]
