import { accountsOf } from '../db/federation/accounts.ts'
import { federationPerformers } from '../db/federation/deeds.ts'
import { whoAmI } from '../db/federation/me.ts'
import { federationRoutes as routes } from '../domain/federation/federation.contract.ts'
import { mountDeed, type Mounting, mountReading } from './mount.ts'

export function mountFederation(mounting: Mounting): void {
  mountReading(mounting, routes.me, (entered) => whoAmI(entered))
  mountReading(mounting, routes.accounts, ({ tx }) => accountsOf(tx))
  for (const performer of federationPerformers) mountDeed(mounting, performer)
}
