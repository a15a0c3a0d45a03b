import { comparisonOf } from '../db/revision/comparison.ts'
import { consolidationPaperOf } from '../db/revision/consolidation-paper.ts'
import { consolidationOf } from '../db/revision/consolidation.ts'
import { revisionPerformers } from '../db/revision/deeds.ts'
import { groupableWith, membersOf } from '../db/revision/grouping.ts'
import { opinionsOf } from '../db/revision/opinions.ts'
import { plansOfYear } from '../db/revision/plan.ts'
import { readingOf } from '../db/revision/reading.ts'
import { shareFactsOf } from '../db/revision/share-facts.ts'
import { taskFileById } from '../db/revision/task-files.ts'
import { targetRequestsOf } from '../db/revision/target-requests.ts'
import { revisionRoutes as routes } from '../domain/revision/revision.contract.ts'
import { mountExport } from './export.ts'
import { mountDeed, type Mounting, mountReading } from './mount.ts'
import { mountStoredFile } from './stored-file.ts'
import { consolidationSheet, requestsSheet } from './revision-sheets.ts'

export function mountRevision(mounting: Mounting): void {
  mountReading(mounting, routes.consolidationOfYear, async ({ tx }, { params }) => ({
    plans: await plansOfYear(tx, params.planYear),
  }))
  mountReading(mounting, routes.consolidation, (entered, { params }) =>
    consolidationOf(entered, params.planId),
  )
  mountExport(mounting, routes.consolidation, (entered, { params }, language) =>
    consolidationSheet(entered, params.planId, language),
  )
  mountReading(mounting, routes.consolidationPaper, (entered, { params }) =>
    consolidationPaperOf(entered, params.planId),
  )
  mountReading(mounting, routes.opinions, (entered, { params, query }) =>
    opinionsOf(entered, params.planId, query),
  )
  mountReading(mounting, routes.group, ({ tx }, { params }) => membersOf(tx, params.commentId))
  mountReading(mounting, routes.groupable, ({ tx }, { params, query }) =>
    groupableWith(tx, params.commentId, query.q),
  )
  mountReading(mounting, routes.targetRequests, ({ tx }, { params }) =>
    targetRequestsOf(tx, params.planId),
  )
  mountExport(mounting, routes.targetRequests, async ({ tx }, { params }, language) =>
    requestsSheet(await targetRequestsOf(tx, params.planId), language),
  )
  mountReading(mounting, routes.shareFacts, ({ tx }, { params }) =>
    shareFactsOf(tx, params.targetId),
  )
  mountReading(mounting, routes.reading, (entered, { params }) => readingOf(entered, params.planId))
  mountReading(mounting, routes.comparison, ({ tx }, { params, query }) =>
    comparisonOf(tx, params.planId, query),
  )
  mountStoredFile(mounting, routes.taskFile, ({ tx }, { params }) => taskFileById(tx, params))
  for (const performer of revisionPerformers) mountDeed(mounting, performer)
}
