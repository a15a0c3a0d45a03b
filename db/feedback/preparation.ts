import { feedbackDeeds } from '../../domain/feedback/deeds.ts'
import { preparationRoutes as routes } from '../../domain/feedback/preparation.contract.ts'
import type { PreparationView } from '../../domain/feedback/preparation.contract.ts'
import { obstaclesInMeetings, obstaclesInPreparation } from '../../domain/feedback/preparation.ts'
import { allowedActions, mustAllow } from '../../domain/grammar/deed.ts'
import { clockOf, type Entered } from '../context.ts'
import { type CycleRow, cycleForDeed, cycleOfYear } from '../cycle/find.ts'
import type { Tx } from '../database.ts'
import { termAsked, termOf } from '../draft/consultation.ts'
import { type Performer, performs } from '../performer.ts'
import { mustBeCurrent } from '../subject.ts'
import { usualContact } from './contact.ts'
import { invitedUnits } from './invited.ts'
import { officersOf } from './officers.ts'
import { preparedFor } from './prepared.ts'

/** The department's desk before a round: what it has stated, and what would come of it now. */
export async function preparationOf(
  { tx, caller, at }: Entered,
  planYear: number,
): Promise<PreparationView> {
  const cycle = await cycleOfYear(tx, planYear)
  const prepared = await preparedFor(tx, cycle.id)
  const { form } = prepared
  const term = await termOf(tx, cycle.id, at, termAsked({}, form))
  const { opensAt, dueAt, graceUntil, workingDays, obstacles } = term
  const invited = await invitedUnits(tx, cycle.id, form.invited)
  return {
    planYear,
    cycleId: cycle.id,
    ...prepared,
    invitedCount: invited.count,
    invited: invited.units,
    opensAt,
    dueAt,
    graceUntil,
    workingDays,
    usualContact: await usualContact(tx, cycle.federationId),
    officers: await officersOf(tx),
    obstacles: [
      ...obstaclesInPreparation(form, invited.count),
      ...obstaclesInMeetings(form, { now: at, opensAt: term.opening, dueAt }),
      ...obstacles,
    ],
    allowedActions: allowedActions([feedbackDeeds.roundPrepared], caller, subjectOf(cycle)),
  }
}

const subjectOf = ({ unitId, phase }: CycleRow) => ({ unitId, state: phase })

const prepare = performs(routes.prepare, async ({ tx, caller }, { params, body, revision }) => {
  const cycle = await cycleForDeed(tx, params.planYear)
  const as = mustAllow(routes.prepare.deed, caller, subjectOf(cycle))
  const prepared = await preparedFor(tx, cycle.id)
  mustBeCurrent(prepared, revision, prepared.form)
  const savedAt = await clockOf(tx)
  await keep(tx, cycle, {
    form: JSON.stringify(body.form),
    revision: revision + 1,
    savedAt,
    savedBy: caller.officialId,
  })
  return {
    reply: { revision: revision + 1, savedAt },
    as,
    object: {
      type: 'cycle',
      id: cycle.id,
      revision: revision + 1,
      cycleId: cycle.id,
      unitId: cycle.unitId,
    },
  }
})

type Row = { form: string; revision: number; savedAt: string; savedBy: string }

function keep(tx: Tx, { id: cycleId, federationId }: CycleRow, row: Row) {
  return tx
    .insertInto('roundPreparation')
    .values({ ...row, cycleId, federationId })
    .onConflict((conflict) => conflict.column('cycleId').doUpdateSet(row))
    .execute()
}

export const preparationPerformers: Performer[] = [prepare]
