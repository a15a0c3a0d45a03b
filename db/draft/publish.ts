import { draftRoutes as routes } from '../../domain/draft/draft.contract.ts'
import { obstaclesInMeetings, obstaclesInPreparation } from '../../domain/feedback/preparation.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { type CycleRow, cycleForDeed, cycleOfYear } from '../cycle/find.ts'
import { movePlan } from '../cycle/move-plan.ts'
import { tellHolders } from '../outbox.ts'
import { performs, type Stage } from '../performer.ts'
import { finishTasks } from '../tasks.ts'
import { layConsultation } from './calendar.ts'
import { invitedUnits } from '../feedback/invited.ts'
import { preparedFor } from '../feedback/prepared.ts'
import { obstaclesInPlans, plansOf, termAsked, termOf } from './consultation.ts'
import { type Frozen, openingFacts, openRound, roundsOf } from './open-round.ts'
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
        ...obstaclesInMeetings(form, { now: at, opensAt: term.opening, dueAt: term.dueAt }),
        ...term.obstacles,
      ])
      const roundsHeld = await roundsOf(tx, cycle.id)
      const frozen = await publishAll(stage, plans, roundsHeld)
      const number = roundsHeld + 1
      const round = await openRound(stage, cycle, { ...term, graceDays, frozen, number, form })
      await layConsultation(tx, cycle, term)
      await tellOffices(stage, cycle, term)
      const { opensAt, dueAt, graceUntil } = term
      return {
        reply: { roundId: round.id, opensAt, dueAt, graceUntil, plans: frozen.map(idAndVersion) },
        as,
        object: newRound(round, cycle),
        facts: {
          round: round.number,
          plans: frozen.length,
          ...openingFacts(opensAt),
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

const newRound = ({ id }: { id: string }, { id: cycleId, unitId }: CycleRow) => ({
  type: 'round',
  id,
  revision: 1,
  cycleId,
  unitId,
})

const idAndVersion = ({ planId, version }: Frozen) => ({ planId, version })

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

type Told = { opensAt: string | null; dueAt: string }

function tellOffices({ tx, key }: Stage, cycle: CycleRow, { opensAt, dueAt }: Told): Promise<void> {
  return tellHolders(
    tx,
    cycle.federationId,
    { roles: ['departmentDrafter', 'departmentHead'], unitIds: [cycle.unitId] },
    {
      eventKey: `draft.published/${key}`,
      textKey: opensAt ? 'draft.letters.planned' : 'draft.letters.published',
      params: {
        year: cycle.planYear,
        due: dayOfInstant(dueAt),
        ...(opensAt && { opens: dayOfInstant(opensAt) }),
      },
      link: `/cycles/${cycle.planYear}/feedback`,
    },
  )
}
