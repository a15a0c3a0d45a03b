import { whoAmI } from '../db/federation/me.ts'
import { federationRoutes as routes } from '../domain/federation/federation.contract.ts'
import { type Mounting, mountReading } from './mount.ts'

export function mountFederation(mounting: Mounting): void {
  mountReading(mounting, routes.me, (entered) => whoAmI(entered))
}
