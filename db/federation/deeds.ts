import type { Performer } from '../performer.ts'
import { accountPerformers } from './account-deeds.ts'
import { ownAccountPerformers } from './own-account-deeds.ts'
import { rolePerformers } from './role-deeds.ts'
import { officialPerformers } from './official-deeds.ts'
import { setUpPerformers } from './set-up-deeds.ts'
import { unitChangePerformers } from './unit-change-deeds.ts'
import { unitPerformers } from './unit-deeds.ts'

export const federationPerformers: Performer[] = [
  ...accountPerformers,
  ...rolePerformers,
  ...ownAccountPerformers,
  ...unitPerformers,
  ...unitChangePerformers,
  ...officialPerformers,
  ...setUpPerformers,
]
