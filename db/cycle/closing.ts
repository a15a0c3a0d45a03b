import { sql } from 'kysely'
import { cycleRoutes as routes } from '../../domain/cycle/cycle.contract.ts'
import { cycleDeeds as deeds } from '../../domain/cycle/deeds.ts'
import { FOLLOWS } from '../../domain/cycle/phases.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { classesNotBegun } from '../classes/not-run.ts'
import { endRatingTasks } from '../classes/rate.ts'
import type { Tx } from '../database.ts'
import { tellHolders } from '../outbox.ts'
import { performs } from '../performer.ts'
import { endTasks } from '../tasks.ts'
import { askToClose } from './ask-to-close.ts'
import { type CycleRow, cycleForDeed, cycleOfYear } from './find.ts'
import { obstaclesToClosing } from './obstacles.ts'

/**
 * Classes or inspections end before their day; what runs in them goes on (settled 4). A class that
 * has not begun keeps its days, which only its own deeds move, and is offered to the next draft.
 */
export const endStation = performs(
  routes.endStation,
  async ({ tx, caller }, { params, body }) => {
    const cycle = await cycleForDeed(tx, params.planYear)
    const as = mustAllow(deeds.stationEnded, caller, { state: stateOf(cycle) })
    // Somebody else has ended it a moment ago: this reason was given for another station.
    if (cycle.phase !== body.phase) throw new Refusal('grammar.wrong-state', 'wrong-state')
    const [next = cycle.phase] = FOLLOWS[cycle.phase]
    const revision = cycle.revision + 1
    await tx
      .updateTable('cycle')
      .set({ phase: next, revision })
      .where('id', '=', cycle.id)
      .execute()
    if (next === 'reward') await askToClose(tx, { ...cycle, cycleId: cycle.id })
    const left = cycle.phase === 'classes' ? await classesNotBegun(tx, cycle.id) : []
    await tellOrganisers(tx, { ...cycle, revision }, { left, reason: body.reason })
    return {
      reply: { planYear: cycle.planYear, phase: next },
      as,
      object: { type: 'cycle', id: cycle.id, revision, cycleId: cycle.id },
      facts: {
        phase: cycle.phase,
        planYear: cycle.planYear,
        reason: body.reason,
        left: left.map(({ code }) => code).join(', '),
      },
      process: { state: next },
    }
  },
  async (tx, { params }) => (await cycleOfYear(tx, params.planYear)).processId,
)

type Left = { left: Awaited<ReturnType<typeof classesNotBegun>>; reason: string }

async function tellOrganisers(tx: Tx, cycle: CycleRow, { left, reason }: Left): Promise<void> {
  if (left.length === 0) return
  const unitIds = [...new Set(left.map(({ organiserUnitId }) => organiserUnitId))]
  const { id, federationId, planYear, revision } = cycle
  await tellHolders(
    tx,
    federationId,
    { roles: ['classOrganiser'], unitIds },
    {
      eventKey: `station-ended/${id}/${revision}`,
      textKey: 'cycle.letters.classesEnded',
      params: { planYear, count: left.length, reason },
      link: '/classes',
    },
  )
}

/** The leader closes the year; where something is unfinished, the register keeps the reason. */
export const closeCycle = performs(
  routes.closeCycle,
  async ({ tx, caller }, { params, body }) => {
    const cycle = await cycleForDeed(tx, params.planYear)
    const as = mustAllow(deeds.closed, caller, { state: stateOf(cycle) })
    const unfinished = await obstaclesToClosing(tx, cycle.id)
    if (unfinished.length > 0 && body.reason === null)
      throw new Refusal('cycle.unfinished-needs-reason', 'invalid', {
        faults: [
          { code: 'cycle.reason-needed', at: '/reason' },
          ...unfinished.map(({ code, params: given }) => ({
            code,
            at: '',
            ...(given && { params: given }),
          })),
        ],
      })
    await closeBooks(tx, cycle.id)
    return {
      reply: { planYear: cycle.planYear },
      as,
      object: { type: 'cycle', id: cycle.id, revision: cycle.revision + 1, cycleId: cycle.id },
      facts: { planYear: cycle.planYear, reason: body.reason, unfinished: unfinished.length },
      process: { state: 'CLOSED' },
    }
  },
  async (tx, { params }) => (await cycleOfYear(tx, params.planYear)).processId,
)

function stateOf({ phase, closedAt }: CycleRow): string {
  return closedAt ? 'CLOSED' : phase
}

/** The year with its plans: neither is in execution any more, nor is anybody asked for them. */
export async function closeBooks(tx: Tx, cycleId: string): Promise<number | null> {
  const closed = await tx
    .updateTable('cycle')
    .set((row) => ({ closedAt: sql<string>`clock_timestamp()`, revision: row('revision', '+', 1) }))
    .where('id', '=', cycleId)
    .where('closedAt', 'is', null)
    .returning('revision')
    .executeTakeFirst()
  if (!closed) return null
  await tx
    .updateTable('plan')
    .set((row) => ({ state: 'CLOSED', revision: row('revision', '+', 1) }))
    .where('cycleId', '=', cycleId)
    .where('state', 'in', ['ISSUED', 'IN_EXECUTION', 'AMENDING'])
    .execute()
  await endTasks(tx, {
    kinds: ['cycle.close', 'cycle.openNext'],
    objectIds: [cycleId],
    because: 'year-closed',
  })
  await endRatingTasks(tx, cycleId)
  return closed.revision
}
