import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { invitationForm } from '../../domain/feedback/preparation.contract.ts'
import { type Invited, invitedUnits } from './invited.ts'

/**
 * Of a unit `u`: a closed round asked it and it is still there, or it has taken the place of one that
 * was asked and is no more.
 */
export function isAskedAgain(reopens: string): RawBuilder<boolean> {
  return sql<boolean>`(u.id in (
      with recursive asked (unit_id) as (
        select a.unit_id from answer a where a.round_id = ${reopens}::uuid
        union
        select s.successor_id from asked join unit_succession s on s.unit_id = asked.unit_id
      ) select unit_id from asked)
    and u.valid_from <= current_date and (u.valid_to is null or u.valid_to >= current_date))`
}

/** Who would be asked once more: how many, and the names of as many as one looks through. */
export async function unitsAskedAgain(tx: Tx, reopens: string, most = 500): Promise<Invited> {
  const { rows } = await sql<{ unitId: string; unitName: string; count: number }>`
    select u.id as unit_id, u.name as unit_name, count(*) over ()::integer as count
    from unit u where ${isAskedAgain(reopens)}
    order by u.name collate vi_natural, u.id limit ${most}`.execute(tx)
  return {
    count: rows[0]?.count ?? 0,
    units: rows.map(({ unitId, unitName }) => ({ unitId, unitName })),
  }
}

export type Reopened = { reopens: string; reason: string; draft: number }

/** Whom a round was stated to ask; where it asks again, whom after, why, and on which draft. */
export async function askedBy(
  tx: Tx,
  roundId: string,
): Promise<{ invited: unknown; again: Reopened | null }> {
  const { rows } = await sql<{ invited: unknown; draft: number } & Partial<Reopened>>`
    select r.invited, r.reopens, r.reopened_because as reason, max(p.version) as draft
    from round r join round_plan p on p.round_id = r.id
    where r.id = ${roundId}::uuid group by r.id`.execute(tx)
  const { invited, reopens, reason, draft } = found(rows[0])
  return { invited, again: reopens && reason ? { reopens, reason, draft } : null }
}

/** How many units a planned round will ask, as they are now. */
export async function countToAsk(tx: Tx, round: { id: string; cycleId: string }): Promise<number> {
  const { invited, again } = await askedBy(tx, round.id)
  const { count } = again
    ? await unitsAskedAgain(tx, again.reopens, 1)
    : await invitedUnits(tx, round.cycleId, invitationForm.parse(invited), 1)
  return count
}
