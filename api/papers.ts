import { papersPerformers } from '../db/papers/deeds.ts'
import { mountDeed, type Mounting } from './mount.ts'

export function mountPapers(mounting: Mounting): void {
  for (const performer of papersPerformers) mountDeed(mounting, performer)
}
