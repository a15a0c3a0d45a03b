import { draftPerformers } from '../db/draft/deeds.ts'
import { mountDeed, type Mounting } from './mount.ts'

export function mountDraft(mounting: Mounting): void {
  for (const performer of draftPerformers) mountDeed(mounting, performer)
}
