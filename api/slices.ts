import { mountApproval } from './approval.ts'
import { mountClasses } from './classes.ts'
import { mountCycle } from './cycle.ts'
import { mountDraft } from './draft.ts'
import { mountFederation } from './federation.ts'
import { mountFeedback } from './feedback.ts'
import { mountFiles } from './files.ts'
import { mountInspection } from './inspection.ts'
import { mountPapers } from './papers.ts'
import { mountReward } from './reward.ts'
import { mountRevision } from './revision.ts'
import { mountTeaching } from './teaching.ts'
import type { Mounting } from './mount.ts'

/** Every slice behind the door, in the order of the year. */
export function mountSlices(mounting: Mounting): void {
  mountFederation(mounting)
  mountFiles(mounting)
  mountCycle(mounting)
  mountDraft(mounting)
  mountFeedback(mounting)
  mountRevision(mounting)
  mountApproval(mounting)
  mountPapers(mounting)
  mountTeaching(mounting)
  mountClasses(mounting)
  mountInspection(mounting)
  mountReward(mounting)
}
