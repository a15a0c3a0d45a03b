import { cyclePerformers } from '../db/cycle/deeds.ts'
import { mountDeed, type Mounting } from './mount.ts'

export function mountCycle(mounting: Mounting): void {
  for (const performer of cyclePerformers) mountDeed(mounting, performer)
}
