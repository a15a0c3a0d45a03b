import { ISSUED_STATES } from '../../domain/cycle/plan-state.ts'
import type { Caller } from '../../domain/grammar/deed.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { versionContent } from './version.ts'

/** A frozen version, for the offices; for others, once it was sent to them or issued. */
export async function readVersion(
  tx: Tx,
  caller: Caller,
  { planId, version }: { planId: string; version: number },
) {
  if (!caller.grants.some((grant) => grant.ofFederation))
    found(await shownToUnits(tx, planId, version))
  return { planId, version, ...(await versionContent(tx, planId, version)) }
}

/** The fence hides what a round that is not open yet will lay before them. */
function shownToUnits(tx: Tx, planId: string, version: number) {
  const consulted = tx
    .selectFrom('roundPlan')
    .select('planId')
    .where('planId', '=', planId)
    .where('version', '=', version)
  const issued = tx
    .selectFrom('plan')
    .select('id as planId')
    .where('id', '=', planId)
    .where('publishedVersion', '=', version)
    .where('state', 'in', ISSUED_STATES)
  return consulted.union(issued).executeTakeFirst()
}
