import { sql } from 'kysely'
import type { ClosurePreview, ReminderPreview } from '../../domain/feedback/board.contract.ts'
import type { Tx } from '../database.ts'
import { statusOfAnswer } from './board-rows.ts'
import { remindable } from './chosen-units.ts'
import { closingInstant, roundById } from './round.ts'

/** What a reminder would say, to whom, and who may not be reminded now. */
export async function reminderPreviewOf(
  tx: Tx,
  roundId: string,
  answerIds: readonly string[],
): Promise<ReminderPreview> {
  const { to, refused } = await remindable(tx, await roundById(tx, roundId), answerIds)
  return { to: to.map(({ unitId: _, params: __, ...unit }) => unit), refused }
}

/** Whom a close now would cut off, by name: grace and extensions end with it (settled 7). */
export async function closurePreviewOf(tx: Tx, roundId: string): Promise<ClosurePreview> {
  const round = await roundById(tx, roundId)
  const { rows: cutOff } = await sql<ClosurePreview['cutOff'][number]>`
    select u.name as "unitName", ${statusOfAnswer} as status, a.comment_count as "commentCount",
      (select max(e.due_at) from extension e
        where e.round_id = a.round_id and e.unit_id = a.unit_id) as "extendedTo"
    from answer a join unit u on u.id = a.unit_id
    where a.round_id = ${roundId}
      and a.state not in ('SUBMITTED', 'COUNTED', 'NO_ANSWER', 'EXCUSED')
    order by u.name collate vi_natural, a.id`.execute(tx)
  const { rows } = await sql<{ answered: number }>`
    select count(*)::integer as answered from answer
    where round_id = ${roundId} and state in ('SUBMITTED', 'COUNTED')`.execute(tx)
  return {
    answered: rows[0]?.answered ?? 0,
    cutOff,
    closesAt: await closingInstant(tx, round),
  }
}
