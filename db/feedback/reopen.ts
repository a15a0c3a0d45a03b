import { obstaclesToReopening, plansToReopen } from '../../domain/feedback/reopening.ts'
import {
  type ReopeningPreview,
  reopeningRoutes as routes,
} from '../../domain/feedback/reopening.contract.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { type CycleRow, cycleForDeed, cycleOfYear } from '../cycle/find.ts'
import { movePlan } from '../cycle/move-plan.ts'
import type { Tx } from '../database.ts'
import { layConsultation } from '../draft/calendar.ts'
import { type Asked, termAt, type Wished } from '../draft/consultation.ts'
import { type Frozen, openingFacts, openRound, roundsOf } from '../draft/open-round.ts'
import { freezeVersion } from '../draft/version.ts'
import { tellHolders } from '../outbox.ts'
import { performs, type Stage } from '../performer.ts'
import { endTasks } from '../tasks.ts'
import { unitsAskedAgain } from './asked-again.ts'
import { mustBePossible } from './office.ts'
import { formAskedAgain } from './form-asked-again.ts'
import { linkOf } from './round-link.ts'
import { roundById, roundForClosing, type RoundRow } from './round.ts'

export const reopen = performs(
  routes.reopen,
  async (stage, { params, body }) => {
    const { tx, caller, at } = stage
    const round = await roundForClosing(tx, params.roundId)
    const of = { unitId: round.unitId, state: round.state }
    const as = mustAllow(routes.reopen.deed, caller, of)
    await plansOfRound(tx, round.id).forUpdate('plan').execute()
    const cycle = await cycleForDeed(tx, round.planYear)
    const { term, again, invited, obstacles } = await groundOf(tx, { round, cycle, at }, body)
    mustBePossible(obstacles)
    const { reason, graceDays } = body
    const { opensAt, dueAt, graceUntil } = term
    const frozen = await freezeAll(stage, again, { reason, roundsHeld: round.number })
    const opened = await openRound(stage, cycle, {
      opensAt,
      dueAt,
      graceUntil,
      graceDays,
      frozen,
      number: round.number + 1,
      form: await formAskedAgain(tx, round),
      again: { reopens: round.id, reopenedBecause: reason },
    })
    await layConsultation(tx, cycle, { ...term, isAgain: true })
    await tellOffices(stage, round, { opensAt, dueAt, reason, draft: draftOf(frozen) })
    const { id, number } = opened
    return {
      reply: { roundId: id, opensAt, dueAt, graceUntil, plans: frozen.map(idAndVersion) },
      as,
      object: { type: 'round', id, revision: 1, cycleId: cycle.id, unitId: cycle.unitId },
      facts: {
        planYear: round.planYear,
        round: number,
        draft: draftOf(frozen),
        reason,
        ...openingFacts(opensAt),
        dueAt,
        dueOn: dayOfInstant(dueAt),
        graceDays,
        units: invited.count,
      },
      content: { plans: frozen, reopens: round.id },
      process: { state: 'CONSULTING', id },
    }
  },
  async (tx, { params }) => {
    const { planYear } = await roundById(tx, params.roundId)
    return (await cycleOfYear(tx, planYear)).processId
  },
)

/** What reopening would bring, for the dialog that asks; and why it cannot be, where it cannot. */
export async function reopeningPreviewOf(
  { tx, at }: { tx: Tx; at: string },
  { roundId, graceDays = 2, ...wished }: Wished & { roundId: string },
): Promise<ReopeningPreview> {
  const round = await roundById(tx, roundId)
  const cycle = await cycleOfYear(tx, round.planYear)
  const on = { round, cycle, at }
  const { term, again, invited, obstacles } = await groundOf(tx, on, { ...wished, graceDays })
  const { opensAt, dueAt, graceUntil, workingDays } = term
  return {
    roundId,
    plans: again.map(({ id, title, publishedVersion }) => ({
      planId: id,
      title,
      version: publishedVersion + 1,
    })),
    unitCount: invited.count,
    unitNames: invited.units.map(({ unitName }) => unitName),
    opensAt,
    dueAt,
    graceUntil,
    workingDays,
    openComments: await openCommentsOf(tx, roundId),
    obstacles,
  }
}

/** Why a closed round cannot be reopened now, whatever its new term; undefined where it can. */
export async function obstacleToReopening(tx: Tx, round: RoundRow): Promise<string | undefined> {
  const { phase } = await cycleOfYear(tx, round.planYear)
  const plans = await plansOfRound(tx, round.id).execute()
  const roundsHeld = await roundsOf(tx, round.cycleId)
  const { count: units } = await unitsAskedAgain(tx, round.id, 1)
  return obstaclesToReopening({ roundsHeld, phase, plans, units })[0]?.code
}

type On = { round: RoundRow; cycle: CycleRow; at: string }

async function groundOf(tx: Tx, { round, cycle, at }: On, asked: Asked) {
  const plans = await plansOfRound(tx, round.id).execute()
  const invited = await unitsAskedAgain(tx, round.id)
  const term = await termAt(tx, at, asked)
  const roundsHeld = await roundsOf(tx, cycle.id)
  const { phase } = cycle
  return {
    term,
    invited,
    again: plansToReopen(phase, plans),
    obstacles: [
      ...obstaclesToReopening({ roundsHeld, phase, plans, units: invited.count }),
      ...term.obstacles,
    ],
  }
}

function plansOfRound(tx: Tx, roundId: string) {
  return tx
    .selectFrom('roundPlan')
    .innerJoin('plan', 'plan.id', 'roundPlan.planId')
    .select(['plan.id', 'plan.title', 'plan.state', 'plan.publishedVersion'])
    .where('roundPlan.roundId', '=', roundId)
    .orderBy('plan.planType', 'desc')
}

const idAndVersion = ({ planId, version }: Frozen) => ({ planId, version })

/** The number that units read: of the training draft, or of the one that goes out alone. */
const draftOf = (frozen: readonly Frozen[]) => Math.max(...frozen.map(({ version }) => version))

const revisionTasks = ['revision.consolidate', 'revision.revise', 'revision.submit']

async function freezeAll(
  { tx, caller }: Stage,
  plans: readonly { id: string; state: string }[],
  { reason, roundsHeld }: { reason: string; roundsHeld: number },
): Promise<Frozen[]> {
  const frozen: Frozen[] = []
  for (const plan of plans) {
    const { version, contentSha256 } = await freezeVersion(tx, plan.id, caller.officialId)
    await movePlan(tx, plan, { to: 'CONSULTING', reason, roundsHeld })
    frozen.push({ planId: plan.id, version, contentSha256 })
  }
  const objectIds = plans.map(({ id }) => id)
  await endTasks(tx, { kinds: revisionTasks, objectIds, because: 'feedback.round-reopened' })
  return frozen
}

async function openCommentsOf(tx: Tx, roundId: string): Promise<number> {
  const { open } = await tx
    .selectFrom('comment')
    .leftJoin('disposition', 'disposition.commentId', 'comment.id')
    .select(({ fn }) => fn.countAll<bigint>().as('open'))
    .where('comment.roundId', '=', roundId)
    .where('comment.withdrawnAt', 'is', null)
    .where('disposition.commentId', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(open)
}

type Told = { opensAt: string | null; dueAt: string; reason: string; draft: number }

function tellOffices({ tx, key }: Stage, round: RoundRow, told: Told) {
  const { opensAt, dueAt, reason, draft } = told
  return tellHolders(
    tx,
    round.federationId,
    { roles: ['departmentDrafter', 'departmentHead'], unitIds: [round.unitId] },
    {
      eventKey: `round.reopened/${key}`,
      textKey: opensAt ? 'feedback.letters.reopeningPlanned' : 'feedback.letters.reopened',
      params: {
        planYear: round.planYear,
        dueOn: dayOfInstant(dueAt),
        ...(opensAt && { opensOn: dayOfInstant(opensAt) }),
        reason,
        draft,
      },
      link: linkOf(round),
    },
  )
}
