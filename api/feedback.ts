import { feedbackPerformers } from '../db/feedback/deeds.ts'
import { mountDeed, type Mounting } from './mount.ts'

export function mountFeedback(mounting: Mounting): void {
  for (const performer of feedbackPerformers) mountDeed(mounting, performer)
}
