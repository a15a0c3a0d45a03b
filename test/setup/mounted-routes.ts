import { openMounting } from '../../api/mount.ts'
import { mountSlices } from '../../api/slices.ts'
import { type Doing, isDoing, type Reading, type Route } from '../../domain/grammar/route.ts'

/** Every route behind the door. Mounting only remembers the house, so none need stand. */
export function mountedRoutes(): Route[] {
  const mounting = openMounting({} as Parameters<typeof openMounting>[0])
  mountSlices(mounting)
  return mounting.mounted
}

export const mountedDoings = (): Doing[] => mountedRoutes().filter(isDoing)
export const mountedReadings = (): Reading[] =>
  mountedRoutes().filter((route): route is Reading => !isDoing(route))
