import { sql } from 'kysely'
import type { AccountDetailView } from '../../domain/federation/accounts.contract.ts'
import { federationDeeds as deeds } from '../../domain/federation/deeds.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { allowedActions } from '../../domain/grammar/deed.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'

type Row = Omit<AccountDetailView, 'allowedActions'>

/** An account with its roles, past and present, in one statement. */
export async function accountOf(
  { tx, caller, at }: Entered,
  accountId: string,
): Promise<AccountDetailView> {
  const today = dayOfInstant(at)
  const inForce = sql`(g.since <= ${today}::date and (g.until is null or g.until >= ${today}::date))`
  const { rows } = await sql<Row>`
    select a.user_id as account_id, a.official_id, a.username, o.full_name, o.position, u.id as unit_id,
      u.code as unit_code, u.name as unit_name, a.must_change_password, a.suspended_at,
      a.suspended_at is not null as is_suspended,
      array(select distinct g.role from role_grant g
        where g.official_id = a.official_id and ${inForce} order by g.role) as roles,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'grantId', g.id, 'role', g.role, 'unitId', g.unit_id, 'unitName', gu.name, 'departmentName', d.name,
          'since', g.since, 'until', g.until, 'isInForce', ${inForce},
          'substituteFor', (select s.full_name from official s where s.id = g.substitute_for))
          order by ${inForce} desc, g.since desc, g.id)
        from role_grant g join unit gu on gu.id = g.unit_id left join department d on d.id = g.department_id
        where g.official_id = a.official_id), '[]'::jsonb) as grants
    from account a join official o on o.id = a.official_id join unit u on u.id = o.unit_id
    where a.user_id = ${accountId}`.execute(tx)
  const row = found(rows[0])
  const state = row.isSuspended ? 'SUSPENDED' : 'ACTIVE'
  return {
    ...row,
    allowedActions: allowedActions(
      [
        deeds.passwordReset,
        deeds.accountSuspended,
        deeds.accountResumed,
        deeds.roleGranted,
        deeds.roleWithdrawn,
        deeds.substituteNamed,
      ],
      caller,
      { state },
    ),
  }
}

export type AccountRow = {
  accountId: string
  officialId: string
  username: string
  fullName: string
  unitId: string
  unitName: string
  suspendedAt: string | null
}

const accountRows = (tx: Tx) =>
  tx
    .selectFrom('account')
    .innerJoin('official', 'official.id', 'account.officialId')
    .innerJoin('unit', 'unit.id', 'official.unitId')
    .select([
      'account.userId as accountId',
      'account.officialId',
      'account.username',
      'account.suspendedAt',
      'official.fullName',
      'unit.id as unitId',
      'unit.name as unitName',
    ])

export async function accountForDeed(tx: Tx, accountId: string): Promise<AccountRow> {
  const row = await accountRows(tx)
    .where('account.userId', '=', accountId)
    .forUpdate('account')
    .executeTakeFirst()
  return found(row)
}

export async function accountOfOfficial(tx: Tx, officialId: string): Promise<AccountRow | null> {
  const row = await accountRows(tx).where('account.officialId', '=', officialId).executeTakeFirst()
  return row ?? null
}
