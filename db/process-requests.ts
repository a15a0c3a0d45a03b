import { sql } from 'kysely'
import type { Moves } from '../domain/grammar/route.ts'
import type { Tx } from './database.ts'

/** Asks for a process, or for a word to one, in the transaction of the deed it belongs to. */
export type ProcessRequest = {
  federationId: string
  workflowType: Moves | 'bulkJob'
  workflowId: string
  message: 'start' | 'signal'
  /** The signal's name; for a start, the workflow's type again. */
  name: string
  input: Record<string, unknown>
  /** Asking twice under one key asks once. */
  key: string
}

export async function requestProcess(tx: Tx, request: ProcessRequest): Promise<void> {
  await tx
    .insertInto('processRequest')
    .values({ ...request, input: JSON.stringify(request.input) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}

export type OpenRequest = {
  id: string
  workflowType: string
  workflowId: string
  message: string
  name: string
  input: unknown
}

/** The requests that Temporal has not heard yet, held for this transaction. */
export function takeRequests(tx: Tx): Promise<OpenRequest[]> {
  return tx
    .selectFrom('processRequest')
    .select(['id', 'workflowType', 'workflowId', 'message', 'name', 'input'])
    .where('doneAt', 'is', null)
    .orderBy('askedAt')
    .limit(50)
    .forUpdate()
    .skipLocked()
    .execute()
}

export async function markAsked(tx: Tx, id: string): Promise<void> {
  await tx
    .updateTable('processRequest')
    .set({ doneAt: sql`clock_timestamp()` })
    .where('id', '=', id)
    .execute()
}

export async function markTried(tx: Tx, id: string, error: string): Promise<void> {
  await tx
    .updateTable('processRequest')
    .set((row) => ({ tries: row('tries', '+', 1), lastError: error.slice(0, 500) }))
    .where('id', '=', id)
    .execute()
}
