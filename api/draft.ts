import { readAllocations } from '../db/draft/allocations.ts'
import { unfinishedFor } from '../db/draft/carry.ts'
import { previewConsultation } from '../db/draft/consultation.ts'
import { draftPerformers } from '../db/draft/deeds.ts'
import { plansOfCycle } from '../db/draft/plans.ts'
import { readVersion } from '../db/draft/published-version.ts'
import { readWorkingPlan } from '../db/draft/working-plan.ts'
import { draftRoutes as routes } from '../domain/draft/draft.contract.ts'
import { linesSheet, sharesSheet } from './draft-sheets.ts'
import { mountExport } from './export.ts'
import { mountDeed, type Mounting, mountReading } from './mount.ts'

export function mountDraft(mounting: Mounting): void {
  mountReading(mounting, routes.plansOfCycle, ({ tx, caller }, { params }) =>
    plansOfCycle(tx, caller, params.planYear),
  )
  mountReading(mounting, routes.workingPlan, ({ tx, caller }, { params }) =>
    readWorkingPlan(tx, caller, params.planId),
  )
  mountExport(mounting, routes.workingPlan, async ({ tx, caller }, { params }, language) =>
    linesSheet(await readWorkingPlan(tx, caller, params.planId), language),
  )
  mountReading(mounting, routes.allocations, ({ tx, caller }, { params }) =>
    readAllocations(tx, caller, params.targetId),
  )
  mountExport(mounting, routes.allocations, async ({ tx, caller }, { params }, language) =>
    sharesSheet(await readAllocations(tx, caller, params.targetId), language),
  )
  mountReading(mounting, routes.version, ({ tx, caller }, { params }) =>
    readVersion(tx, caller, params),
  )
  mountReading(mounting, routes.consultationPreview, ({ tx, at }, { params, query }) =>
    previewConsultation(tx, at, params.planYear, query),
  )
  mountReading(mounting, routes.unfinished, (entered, { params }) =>
    unfinishedFor(entered, params.planId),
  )
  for (const performer of draftPerformers) mountDeed(mounting, performer)
}
