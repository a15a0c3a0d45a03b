import { revisionPerformers } from '../db/revision/deeds.ts'
import { mountDeed, type Mounting } from './mount.ts'

export function mountRevision(mounting: Mounting): void {
  for (const performer of revisionPerformers) mountDeed(mounting, performer)
}
