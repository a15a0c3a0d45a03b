import { approvalPerformers } from './approval/deeds.ts'
import { teachingPerformers } from './classes/teaching.ts'
import { classPerformers } from './classes/deeds.ts'
import { cyclePerformers } from './cycle/deeds.ts'
import { draftPerformers } from './draft/deeds.ts'
import { federationPerformers } from './federation/deeds.ts'
import { feedbackPerformers } from './feedback/deeds.ts'
import { filesPerformers } from './files/deeds.ts'
import { inspectionPerformers } from './inspection/deeds.ts'
import { papersPerformers } from './papers/deeds.ts'
import { revisionPerformers } from './revision/deeds.ts'
import { rewardPerformers } from './reward/deeds.ts'
import type { Performer } from './performer.ts'

/** Every deed of the house with its hands, in the order of the year. */
export const performers: readonly Performer[] = [
  ...federationPerformers,
  ...filesPerformers,
  ...cyclePerformers,
  ...draftPerformers,
  ...feedbackPerformers,
  ...revisionPerformers,
  ...approvalPerformers,
  ...papersPerformers,
  ...teachingPerformers,
  ...classPerformers,
  ...inspectionPerformers,
  ...rewardPerformers,
]

const byName = new Map(performers.map((performer) => [performer.route.deed.name, performer]))

export function performerOf(deed: string): Performer {
  const performer = byName.get(deed)
  if (!performer) throw new Error(`nobody knows how to do ${deed}`)
  return performer
}
