import { mountFederation } from './federation.ts'
import type { Mounting } from './mount.ts'

/** Every slice behind the door, in the order of the year. */
export function mountSlices(mounting: Mounting): void {
  mountFederation(mounting)
}
