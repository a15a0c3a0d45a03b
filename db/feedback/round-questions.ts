import { sql } from 'kysely'
import { feedbackDeeds } from '../../domain/feedback/deeds.ts'
import type { RoundQuestionsView } from '../../domain/feedback/own-answers.contract.ts'
import { allowedActions } from '../../domain/grammar/deed.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { changeableUntil } from './change-questions.ts'
import { askedOn } from './questions.ts'
import { roundById, type RoundRow } from './round.ts'

/** The questions of a round as they stand, and how they came to be. */
export async function roundQuestions(
  { tx, caller }: Entered,
  roundId: string,
): Promise<RoundQuestionsView> {
  const round = await roundById(tx, roundId)
  return {
    ...(await askedOn(tx, round, round.formVersion)),
    roundId,
    state: round.state,
    planYear: round.planYear,
    changeableUntil: round.state !== 'CLOSED' ? await changeableUntil(tx, round) : null,
    versions: await versionsOf(tx, round),
    allowedActions: allowedActions([feedbackDeeds.questionsChanged], caller, {
      unitId: round.unitId,
      state: round.state,
    }),
  }
}

async function versionsOf(tx: Tx, { id }: RoundRow): Promise<RoundQuestionsView['versions']> {
  const { rows } = await sql<RoundQuestionsView['versions'][number]>`
    select f.version, f.made_at, maker.full_name as by_name, f.changed_because as because,
      (select count(*)::integer from answer_version v join answer a on a.id = v.answer_id
        where a.round_id = f.round_id and v.form_version = f.version and v.withdrawn_at is null) as signed
    from round_form f left join official maker on maker.id = f.made_by
    where f.round_id = ${id}::uuid order by f.version`.execute(tx)
  return rows
}
