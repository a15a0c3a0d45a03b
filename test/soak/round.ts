import { randomUUID } from 'node:crypto'
import { withClient } from '../../local/postgres-client.ts'
import type { DatabaseUrls } from '../../local/postgres-roles.ts'
import type { PlanIds } from '../bench/consultation-content.ts'
import { hasOpened, startRoundProcess } from '../bench/round-process.ts'
import { insertRound } from '../bench/waiting-answers.ts'
import type { SmallFederation } from '../setup/small-federation.ts'
import { untilTrue } from '../setup/year-walk.ts'
import type { President } from './many-presidents.ts'

export type SoakedRound = { roundId: string; plans: PlanIds; planYear: number }
/** When it is due, and until when a late answer is still taken (ms as of `Date.now()`). */
type Deadline = { dueAt: number; graceUntil: number }

/** A round over two drafts that share their targets out to every unit, opened by its own process. */
export async function openRound(
  urls: DatabaseUrls,
  { federation, units }: { federation: SmallFederation; units: readonly President[] },
  { dueAt, graceUntil }: Deadline,
): Promise<SoakedRound> {
  const plans: PlanIds = { TRAINING: randomUUID(), MEMBERSHIP_DEVELOPMENT: randomUUID() }
  const { federationId } = federation
  const { roundId, processId } = await withClient(urls.ownerUrl, async (client) => {
    const id = await insertRound(client, { ...federation, units: [...units] }, plans)
    const { rows } = await client.query<{ processId: string }>(
      `update round set due_at = to_timestamp($2), grace_until = to_timestamp($3) where id = $1
       returning process_id as "processId"`,
      [id, dueAt / 1_000, graceUntil / 1_000],
    )
    return { roundId: id, processId: rows[0]?.processId ?? '' }
  })
  await startRoundProcess(urls, { federationId, roundId, processId })
  await untilTrue(() => hasOpened(urls.ownerUrl, roundId), 60_000)
  return { roundId, plans, planYear: 2027 }
}

export function untilClosed(ownerUrl: string, roundId: string, withinMs: number): Promise<void> {
  return untilTrue(
    () =>
      withClient(ownerUrl, async (client) => {
        const { rowCount } = await client.query(
          `select from round where id = $1 and state = 'CLOSED'`,
          [roundId],
        )
        return rowCount === 1
      }),
    withinMs,
  )
}
