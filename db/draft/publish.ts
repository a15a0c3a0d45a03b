import { processIds } from '../../domain/cycle/process-ids.ts'
import { draftRoutes as routes } from '../../domain/draft/draft.contract.ts'
import type { PreparationForm } from '../../domain/feedback/preparation.contract.ts'
import {
  meetingsIn,
  obstaclesInMeetings,
  obstaclesInPreparation,
} from '../../domain/feedback/preparation.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { type CycleRow, cycleForDeed, cycleOfYear } from '../cycle/find.ts'
import { movePlan } from '../cycle/move-plan.ts'
import type { Tx } from '../database.ts'
import { topUnitCode } from '../federation/top-unit.ts'
import { tellHolders } from '../outbox.ts'
import { performs, type Stage } from '../performer.ts'
import { requestProcess } from '../process-requests.ts'
import { finishTasks } from '../tasks.ts'
import { layConsultation } from './calendar.ts'
import { invitedUnits } from '../feedback/invited.ts'
import { keepMeetings } from '../feedback/set-conference.ts'
import { preparedFor } from '../feedback/prepared.ts'
import { obstaclesInPlans, plansOf, termAsked, termOf } from './consultation.ts'
import { freezeVersion } from './version.ts'

export const publishPerformers = [
  performs(
    routes.publish,
    async (stage, { params, body }) => {
      const { tx, caller, at } = stage
      const cycle = await cycleForDeed(tx, params.planYear)
      const plans = await plansOf(tx, cycle.id).forUpdate().execute()
      const states = plans.find(({ planType }) => planType === 'TRAINING')
      const as = mustAllow(routes.publish.deed, caller, { state: states?.state ?? null })
      const { form } = await preparedFor(tx, cycle.id)
      const { graceDays, ...asked } = termAsked(body, form)
      const term = await termOf(tx, cycle.id, at, { graceDays, ...asked })
      const invited = await invitedUnits(tx, cycle.id, form.invited)
      mustBeReady([
        ...obstaclesInPlans(plans),
        ...obstaclesInPreparation(form, invited.count),
        ...obstaclesInMeetings(form, { now: at, dueAt: term.dueAt }),
        ...term.obstacles,
      ])
      const roundsHeld = await roundsOf(tx, cycle.id)
      const frozen = await publishAll(stage, plans, roundsHeld)
      const number = roundsHeld + 1
      const round = await openRound(stage, cycle, { ...term, graceDays, frozen, number, form })
      await layConsultation(tx, cycle, { at, ...term })
      await tellOffices(stage, cycle, term.dueAt)
      const { dueAt, graceUntil } = term
      return {
        reply: { roundId: round.id, dueAt, graceUntil, plans: frozen.map(idAndVersion) },
        as,
        object: {
          type: 'round',
          id: round.id,
          revision: 1,
          cycleId: cycle.id,
          unitId: cycle.unitId,
        },
        facts: {
          round: round.number,
          plans: frozen.length,
          dueAt,
          graceDays,
          units: invited.count,
          questions: form.questions.length,
        },
        content: { plans: frozen, asked: form },
        process: { state: 'CONSULTING', id: round.id },
      }
    },
    async (tx, { params }) => (await cycleOfYear(tx, params.planYear)).processId,
  ),
]

const idAndVersion = ({ planId, version }: Frozen) => ({ planId, version })

type Frozen = { planId: string; version: number; contentSha256: string }

function mustBeReady(obstacles: ReturnType<typeof obstaclesInPlans>): void {
  if (obstacles.length === 0) return
  throw new Refusal('draft.not-ready-to-consult', 'wrong-state', {
    faults: obstacles.map(({ code, params, at = '' }) => ({ code, at, ...(params && { params }) })),
  })
}

async function publishAll(
  { tx, caller }: Stage,
  plans: readonly { id: string; state: string }[],
  roundsHeld: number,
): Promise<Frozen[]> {
  const frozen: Frozen[] = []
  for (const plan of plans) {
    const { id } = plan
    const { version, contentSha256 } = await freezeVersion(tx, id, caller.officialId)
    await movePlan(tx, plan, { to: 'CONSULTING', roundsHeld })
    await finishTasks(tx, { kinds: ['draft.publish'], objectId: id, by: caller.officialId })
    frozen.push({ planId: id, version, contentSha256 })
  }
  return frozen
}

type Opening = {
  dueAt: string
  graceUntil: string
  graceDays: number
  frozen: readonly Frozen[]
  number: number
  /** What the department has stated of the round. */
  form: PreparationForm
}

async function roundsOf(tx: Tx, cycleId: string): Promise<number> {
  const held = await tx
    .selectFrom('round')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('cycleId', '=', cycleId)
    .executeTakeFirst()
  return held?.last ?? 0
}

/** The round, with the versions it asks about; the process that waits for its end starts with it. */
async function openRound(stage: Stage, cycle: CycleRow, opening: Opening) {
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
  { processId, form, number, dueAt, graceDays, graceUntil }: Opening & { processId: string },
) {
  const { name, phone } = form.contact
  const round = await tx
    .insertInto('round')
    .values({
      federationId,
      cycleId,
      number,
      processId,
      opensAt: at,
      dueAt,
      graceDays,
      graceUntil,
      kinds: form.kinds,
      invited: JSON.stringify(form.invited),
      reminderDays: form.reminderDays,
      ...(name.trim() !== '' && { contactName: name.trim(), contactPhone: phone.trim() }),
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

function tellOffices({ tx, key }: Stage, cycle: CycleRow, dueAt: string): Promise<void> {
  return tellHolders(
    tx,
    cycle.federationId,
    { roles: ['departmentDrafter', 'departmentHead'], unitIds: [cycle.unitId] },
    {
      eventKey: `draft.published/${key}`,
      textKey: 'draft.letters.published',
      params: { year: cycle.planYear, due: dayOfInstant(dueAt) },
      link: `/cycles/${cycle.planYear}/feedback`,
    },
  )
}
