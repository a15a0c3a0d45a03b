import type { Relation } from '../../api/rights-policy.ts'
import { approvalArranged } from './approval.ts'
import { classesArranged } from './class-deeds.ts'
import { conferenceArranged } from './conference.ts'
import { cycleArranged } from './cycle.ts'
import { draftArranged } from './draft.ts'
import { federationArranged } from './federation.ts'
import { feedbackArranged } from './feedback.ts'
import { filesArranged } from './files.ts'
import { inspectionArranged } from './inspection.ts'
import { papersArranged } from './papers.ts'
import { rewardArranged } from './reward.ts'
import { photosArranged } from './photos.ts'
import { revisionArranged } from './revision.ts'
import { type Arrange, holders, otherTrainee, trainee } from './scene.ts'
import { tasksArranged } from './tasks.ts'
import { teachingArranged } from './teaching.ts'

/** How each deed of the house is made possible. */
export const arranged: Record<string, Arrange> = {
  ...federationArranged,
  ...filesArranged,
  ...cycleArranged,
  ...draftArranged,
  ...feedbackArranged,
  ...conferenceArranged,
  ...revisionArranged,
  ...tasksArranged,
  ...approvalArranged,
  ...papersArranged,
  ...teachingArranged,
  ...classesArranged,
  ...inspectionArranged,
  ...photosArranged,
  ...rewardArranged,
}

export type Principal = { role: string; relation: Relation; who: string }

/** Everybody whose rights are judged, and how each stands to what a deed is about. */
export const principals: readonly Principal[] = [
  ...Object.entries(holders).map(([role, who]): Principal => ({
    role,
    who,
    relation: role === 'lecturer' ? 'none' : 'federation',
  })),
  { role: 'trainee', relation: 'self', who: trainee },
  { role: 'trainee', relation: 'none', who: otherTrainee },
  ...(['unitDrafter', 'unitHead'] as const).flatMap((role): Principal[] => {
    const name = role === 'unitHead' ? 'head' : 'drafter'
    return [
      { role, relation: 'own', who: `unit1.${name}` },
      { role, relation: 'other', who: `unit2.${name}` },
    ]
  }),
]
