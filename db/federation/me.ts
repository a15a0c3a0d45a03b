import type { MeView } from '../../domain/federation/federation.contract.ts'
import type { Grant } from '../../domain/grammar/deed.ts'
import type { Entered } from '../context.ts'

/** The person behind the session, as the shell shows it. */
export async function whoAmI({ tx, caller }: Entered): Promise<MeView> {
  const row = await tx
    .selectFrom('official')
    .innerJoin('unit', 'unit.id', 'official.unitId')
    .innerJoin('federation', 'federation.id', 'official.federationId')
    .innerJoin('account', 'account.officialId', 'official.id')
    .select([
      'account.username',
      'account.mustChangePassword',
      'official.position',
      'unit.name as unitName',
      'federation.name',
      'federation.shortName',
      'federation.place',
      'federation.symbol',
      'federation.helpName',
      'federation.helpPhone',
      'federation.isDemo',
    ])
    .where('official.id', '=', caller.officialId)
    .executeTakeFirstOrThrow()
  const { username, mustChangePassword, position, unitName, ...federation } = row
  return {
    accountId: caller.accountId,
    officialId: caller.officialId,
    fullName: caller.fullName,
    username,
    mustChangePassword,
    position,
    unitName,
    grants: caller.grants.map(withoutPath),
    federation,
  }
}

/** Where a unit stands in the tree is for the fence, not for the screen. */
function withoutPath(grant: Grant): MeView['grants'][number] {
  const { unitPath: _unitPath, ...shown } = grant
  return shown
}
