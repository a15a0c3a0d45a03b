import { sql } from 'kysely'
import {
  ownAccountRoutes as routes,
  type SessionView,
} from '../../domain/federation/own-account.contract.ts'
import type { Tx } from '../database.ts'
import { type Performer, performs, type Stage } from '../performer.ts'
import { found } from '../subject.ts'
import { hashOf } from './account-deeds.ts'

/** Where I am signed in; `sessionId` is the one that asks. */
export async function sessionsOfMine(
  tx: Tx,
  sessionId: string,
): Promise<{ sessions: SessionView[] }> {
  const { rows } = await sql<Omit<SessionView, 'isThisOne'>>`
    select session_id, since, last_seen_at, address, browser from my_sessions()`.execute(tx)
  return { sessions: rows.map((row) => ({ ...row, isThisOne: row.sessionId === sessionId })) }
}

const changePassword = performs(routes.changePassword, async (stage) => {
  const { accountId } = stage.caller
  const { rows } = await sql<{ ended: number }>`select set_password(${accountId}::uuid,
    ${hashOf(stage)}, false, ${stage.apart?.sessionId ?? null}::uuid) as ended`.execute(stage.tx)
  const otherSessionsEnded = rows[0]?.ended ?? 0
  return { ...mine(stage), reply: { otherSessionsEnded }, facts: { otherSessionsEnded } }
})

const endSession = performs(routes.endSession, async (stage, { params }) => {
  const ended = await endMine(stage, params.sessionId)
  found(ended === 1 ? ended : undefined)
  return { ...mine(stage), reply: { ended }, facts: { ended } }
})

const endSessions = performs(routes.endSessions, async (stage) => {
  const ended = await endMine(stage, null)
  return { ...mine(stage), reply: { ended }, facts: { ended } }
})

async function endMine({ tx, caller }: Stage, only: string | null): Promise<number> {
  const { rows } = await sql<{ ended: number }>`
    select end_sessions(${caller.accountId}::uuid, ${only}::uuid, null) as ended`.execute(tx)
  return rows[0]?.ended ?? 0
}

/** One's own account is everybody's to look after, also without a role. */
function mine({ caller }: Stage) {
  return {
    as: caller.grants[0] ?? null,
    object: { type: 'account', id: caller.accountId },
  }
}

export const ownAccountPerformers: Performer[] = [changePassword, endSession, endSessions]
