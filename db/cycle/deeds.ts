import { cycleRoutes as routes } from '../../domain/cycle/cycle.contract.ts'
import { cycleDeeds as deeds } from '../../domain/cycle/deeds.ts'
import { nextYear } from '../../domain/cycle/next-year.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { type Performer, performs } from '../performer.ts'
import { finishTasks, openTasks } from '../tasks.ts'
import { retryAttention, skipAttention } from './attention.ts'
import { changeHoliday } from './change-holiday.ts'
import { closeCycle, endStation } from './closing.ts'
import { confirmHolidays } from './confirm-holidays.ts'
import { cycleForDeed, cycleOfYear, everyCycle } from './find.ts'
import { importPast } from './import-past.ts'
import { readLetters } from './letters.ts'
import { moveMoment } from './move-moment.ts'
import { correctMovement, sendMovement, writeMovement } from './movement.ts'
import { openCycle } from './open.ts'

const openNextYear = performs(routes.openCycle, async ({ tx, caller, at }, { body }) => {
  const as = mustAllow(deeds.opened, caller, {})
  const { planYear } = body
  const cycles = await everyCycle(tx)
  if (cycles.some((cycle) => cycle.planYear === planYear)) throw alreadyOpen(planYear)
  const next = nextYear(cycles, dayOfInstant(at))
  if (planYear !== next)
    throw new Refusal('cycle.not-the-next-year', 'invalid', {
      params: { planYear, next: next ?? '' },
      faults: [{ code: 'cycle.not-the-next-year', at: '/planYear', params: { next: next ?? '' } }],
    })
  const opened = await openCycle(tx, {
    federationId: caller.federationId,
    planYear,
    at,
    openedBy: caller.officialId,
  })
  // The calendar was quicker by a moment.
  if (!opened.isNew) throw alreadyOpen(planYear)
  const { cycleId: id } = opened
  return {
    reply: { planYear },
    as,
    object: { type: 'cycle', id, revision: 1, cycleId: id },
    facts: { planYear },
  }
})

function alreadyOpen(planYear: number): Refusal {
  return new Refusal('cycle.already-open', 'wrong-state', { params: { planYear } })
}

const skipNeeds = performs(
  routes.skipNeeds,
  async ({ tx, caller }, { params, body }) => {
    const cycle = await cycleForDeed(tx, params.planYear)
    const { id, federationId, unitId, planYear } = cycle
    const as = mustAllow(deeds.needsSkipped, caller, { unitId, state: cycle.phase })
    const revision = cycle.revision + 1
    await tx
      .updateTable('cycle')
      .set({ needsSurvey: 'SKIPPED', phase: 'draft', revision })
      .where('id', '=', id)
      .execute()
    await finishTasks(tx, { kinds: ['cycle.needs'], objectId: id, by: caller.officialId })
    const due = await tx
      .selectFrom('cycleMoment')
      .select('at')
      .where('cycleId', '=', id)
      .where('moment', '=', 'draftDue')
      .executeTakeFirst()
    await openTasks(tx, [
      {
        federationId,
        cycleId: id,
        kind: 'draft.start',
        objectType: 'cycle',
        objectId: id,
        role: 'departmentDrafter',
        unitId,
        params: { planYear },
        link: `/cycles/${planYear}/draft`,
        dueAt: due?.at ?? null,
      },
    ])
    return {
      reply: { planYear },
      as,
      object: { type: 'cycle', id, revision, cycleId: id },
      facts: { planYear, reason: body.reason },
      process: { state: 'draft' },
    }
  },
  async (tx, { params }) => (await cycleOfYear(tx, params.planYear)).processId,
)

export const cyclePerformers: Performer[] = [
  openNextYear,
  skipNeeds,
  moveMoment,
  changeHoliday,
  confirmHolidays,
  importPast,
  endStation,
  closeCycle,
  writeMovement,
  sendMovement,
  correctMovement,
  readLetters,
  retryAttention,
  skipAttention,
]
