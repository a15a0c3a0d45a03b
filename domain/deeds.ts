import { approvalDeeds } from './approval/deeds.ts'
import { certificateDeeds, teachingDeeds } from './classes/teaching-deeds.ts'
import { classDeeds } from './classes/deeds.ts'
import { cycleDeeds } from './cycle/deeds.ts'
import { draftDeeds } from './draft/deeds.ts'
import { federationDeeds } from './federation/deeds.ts'
import { feedbackDeeds } from './feedback/deeds.ts'
import { filesDeeds } from './files/deeds.ts'
import { inspectionDeeds, remedyDeeds } from './inspection/deeds.ts'
import { papersDeeds } from './papers/deeds.ts'
import { rewardDeeds } from './reward/deeds.ts'
import { revisionDeeds } from './revision/deeds.ts'
import type { Deed } from './grammar/deed.ts'

/** Who may do what: role × deed × state × scope, composed of the slices' own tables. */
export const deeds: readonly Deed[] = [
  federationDeeds,
  filesDeeds,
  cycleDeeds,
  draftDeeds,
  feedbackDeeds,
  revisionDeeds,
  approvalDeeds,
  papersDeeds,
  teachingDeeds,
  certificateDeeds,
  classDeeds,
  inspectionDeeds,
  remedyDeeds,
  rewardDeeds,
].flatMap((slice): Deed[] => Object.values(slice))
