import { sql } from 'kysely'
import type { EarlierAnswer } from '../../domain/feedback/feedback.contract.ts'
import type { Tx } from '../database.ts'

/** What the same unit said in the round that its round asks again; null where it asks first. */
export async function earlierAnswerOf(
  tx: Tx,
  { roundId, unitId }: { roundId: string; unitId: string },
): Promise<EarlierAnswer | null> {
  const { rows } = await sql<EarlierAnswer>`
    select a.id as answer_id, a.number, a.state, a.submitted_at,
      (select max(p.version) from round_plan p where p.round_id = a.round_id) as draft
    from round r join answer a on a.round_id = r.reopens and a.unit_id = ${unitId}::uuid
    where r.id = ${roundId}::uuid`.execute(tx)
  return rows[0] ?? null
}
