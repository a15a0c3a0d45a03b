import { type Client, WorkflowNotFoundError } from '@temporalio/client'
import type { Logger } from 'pino'
import type { Db } from '../db/database.ts'
import { inEachFederation } from '../db/federations.ts'
import { askAgain, type OpenProcess, openProcesses } from '../db/open-processes.ts'
import { keepDoing } from './loop.ts'

type Reconciling = { db: Db; client: Client; log: Logger }

/**
 * Compares the rows that wait for a process with the processes that run. PostgreSQL is right: a
 * process that is missing (a lost Temporal database) is asked for again and finds its place by
 * reading how things stand.
 */
export function startReconciler({ db, client, log }: Reconciling) {
  return keepDoing({
    name: 'reconciler',
    everyMs: 20_000,
    log,
    async once() {
      await inEachFederation(db, 'reconciler', async (tx) => {
        for (const open of await openProcesses(tx)) {
          if (await isRunning(client, open)) continue
          log.warn({ process: open.workflowId }, 'not running, asked for again')
          await askAgain(tx, open)
        }
      })
    },
  })
}

async function isRunning(client: Client, { workflowId }: OpenProcess): Promise<boolean> {
  try {
    const { status } = await client.workflow.getHandle(workflowId).describe()
    return status.name === 'RUNNING'
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false
    throw error
  }
}
