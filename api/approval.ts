import { approvalPerformers } from '../db/approval/deeds.ts'
import { mountDeed, type Mounting } from './mount.ts'

export function mountApproval(mounting: Mounting): void {
  for (const performer of approvalPerformers) mountDeed(mounting, performer)
}
