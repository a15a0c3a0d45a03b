import { asSystem } from '../../db/context.ts'
import type { Tx } from '../../db/database.ts'
import { holidaysOf } from '../../db/federation/holidays.ts'
import { openObligations } from '../../db/feedback/open.ts'
import { draftRoutes } from '../../domain/draft/draft.contract.ts'
import { preparationRoutes, USUAL_PREPARATION } from '../../domain/feedback/preparation.contract.ts'
import { type Day, dayOfInstant } from '../../domain/grammar/day.ts'

import { addWorkingDays } from '../../domain/grammar/working-days.ts'
import type { publishForm } from '../../domain/draft/forms.contract.ts'
import type { z } from 'zod'
import { openDesk } from './draft-desk.ts'
import { writeSmallPlan } from './small-plan.ts'

const planYear = 2027
type Wish = z.input<typeof publishForm>

/** A draft that lies before the leader, prepared for a conference as well; nobody has agreed yet. */
export async function openPlannedDesk() {
  const desk = await openDesk({ unitCount: 4 })
  await desk.openYear(planYear)
  const today = dayOfInstant(new Date())
  const holidays = await desk.reads('admin', ({ tx }) => holidaysOf(tx))
  const form = { ...USUAL_PREPARATION, kinds: ['WRITTEN' as const, 'CONFERENCE' as const] }
  const prepared = { params: { planYear }, body: { form } }
  await desk.does('drafter', preparationRoutes.prepare, prepared, { revision: 0 })
  const planId = await writeSmallPlan(desk, planYear)
  await desk.does('drafter', draftRoutes.sendOn, { params: { planId } })
  await desk.does('head', draftRoutes.forward, { params: { planId } })
  const inSystem = <T>(work: (tx: Tx) => Promise<T>) =>
    asSystem(desk.db, { federationId: desk.federation.federationId, process: 'test' }, work)
  return {
    ...desk,
    planYear,
    planId,
    today,
    /** The n-th working day from today. */
    workingDay: (days: number): Day => addWorkingDays(today, days, holidays),
    inSystem,
    row: async (statement: string, values: unknown[] = []) =>
      (await desk.asOwner(statement, values))[0] ?? {},
    agree: (body: Wish) => desk.does('leader', draftRoutes.publish, { params: { planYear }, body }),
    /** What the process of the round does when it looks. */
    open: (roundId: string) => inSystem((tx) => openObligations(tx, roundId)),
    /** The planned moment has come. */
    comeToOpening: () => desk.asOwner(`update round set opens_at = now() - interval '1 second'`),
  }
}
export type PlannedDesk = Awaited<ReturnType<typeof openPlannedDesk>>
