import { processIds } from '../../domain/cycle/process-ids.ts'
import type { PreparationForm } from '../../domain/feedback/preparation.contract.ts'
import { meetingsIn } from '../../domain/feedback/preparation.ts'
import type { RoundState } from '../../domain/feedback/round.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import type { CycleRow } from '../cycle/find.ts'
import type { Tx } from '../database.ts'
import { topUnitCode } from '../federation/top-unit.ts'
import { keepMeetings } from '../feedback/set-conference.ts'
import type { Stage } from '../performer.ts'
import { requestProcess } from '../process-requests.ts'

export type Frozen = { planId: string; version: number; contentSha256: string }

export type Opening = {
  /** The day that is planned; null: it opens at once. */
  opensAt: string | null
  dueAt: string
  graceUntil: string
  graceDays: number
  frozen: readonly Frozen[]
  number: number
  /** What the department has stated of the round. */
  form: PreparationForm
  /** The closed round whose units are asked once more. */
  again?: { reopens: string; reopenedBecause: string }
}

/** What the register says of a round that does not open at once. */
export function openingFacts(opensAt: string | null) {
  return opensAt ? { opening: 'PLANNED', opensAt, opensOn: dayOfInstant(opensAt) } : {}
}

/** The number of the last round of a year; 0 before the first. */
export async function roundsOf(tx: Tx, cycleId: string): Promise<number> {
  const held = await tx
    .selectFrom('round')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('cycleId', '=', cycleId)
    .executeTakeFirst()
  return held?.last ?? 0
}

/** The round, with the versions it asks about; the process that waits for its opening and its end starts with it. */
export async function openRound(stage: Stage, cycle: CycleRow, opening: Opening) {
  const { tx } = stage
  const { federationId, id: cycleId } = cycle
  const unitCode = await topUnitCode(tx)
  const processId = processIds.consultation(unitCode, cycle.planYear, opening.number)
  const round = await insertRound(stage, cycle, { ...opening, processId })
  const asked = { roundId: round.id, federationId }
  await tx
    .insertInto('roundPlan')
    .values(opening.frozen.map(({ planId, version }) => ({ ...asked, planId, version })))
    .execute()
  await tx
    .updateTable('cycle')
    .set((row) => ({ phase: 'feedback', revision: row('revision', '+', 1) }))
    .where('id', '=', cycleId)
    .execute()
  await keepMeetings(tx, { id: round.id, federationId }, meetingsIn(opening.form))
  await requestProcess(tx, {
    federationId,
    workflowType: 'consultation',
    workflowId: processId,
    message: 'start',
    name: 'consultation',
    input: { roundId: round.id },
    key: `${processId}/start`,
  })
  return round
}

async function insertRound(
  { tx, at, caller }: Stage,
  { federationId, id: cycleId }: CycleRow,
  opening: Opening & { processId: string },
) {
  const { processId, form, number, opensAt, dueAt, graceDays, graceUntil, again } = opening
  const { name, phone } = form.contact
  const round = await tx
    .insertInto('round')
    .values({
      federationId,
      cycleId,
      number,
      processId,
      state: (opensAt ? 'PLANNED' : 'OPEN') satisfies RoundState,
      opensAt: opensAt ?? at,
      dueAt,
      graceDays,
      graceUntil,
      kinds: form.kinds,
      invited: JSON.stringify(form.invited),
      reminderDays: form.reminderDays,
      ...(name.trim() !== '' && { contactName: name.trim(), contactPhone: phone.trim() }),
      ...again,
    })
    .returning(['id', 'number'])
    .executeTakeFirstOrThrow()
  const questions = JSON.stringify(form.questions)
  const first = { roundId: round.id, federationId, version: 1, questions }
  await tx
    .insertInto('roundForm')
    .values({ ...first, madeBy: caller.officialId })
    .execute()
  return round
}
