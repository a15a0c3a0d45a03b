import type { Tx } from './database.ts'

/** Asks for a process, or for a word to one, in the transaction of the deed it belongs to. */
export type ProcessRequest = {
  federationId: string
  workflowType: 'trainingCycle' | 'consultation' | 'approval' | 'bulkJob'
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
