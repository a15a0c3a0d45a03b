import { type Client, WorkflowNotFoundError } from '@temporalio/client'
import type { Logger } from 'pino'
import type { Db } from '../db/database.ts'
import { inEachFederation } from '../db/federations.ts'
import { askAgain, type OpenProcess, openProcesses } from '../db/open-processes.ts'
import { keepDoing } from './loop.ts'

type Reconciling = { db: Db; client: Client; log: Logger }

/**
 * Compares the rows that wait for a process with the processes that run. PostgreSQL is right: a
 * process that is missing (a lost Temporal database) or has lost its way is asked for again and
 * finds its place by reading how things stand.
 */
export function startReconciler({ db, client, log }: Reconciling) {
  return keepDoing({
    name: 'reconciler',
    everyMs: 20_000,
    log,
    async once() {
      await inEachFederation(db, 'reconciler', async (tx) => {
        for (const open of await openProcesses(tx)) {
          const standing = await standingOf(client, open)
          if (standing === 'running') continue
          log.warn({ process: open.workflowId, standing }, 'asked for again')
          if (standing === 'lost') await end(client, open)
          await askAgain(tx, open)
        }
      })
    },
  })
}

/** Tasks that failed one after the other, of a process that cannot be read again as it went. */
const failures = 4

async function standingOf(client: Client, { workflowId }: OpenProcess) {
  try {
    const { status, raw } = await client.workflow.getHandle(workflowId).describe()
    if (status.name !== 'RUNNING') return 'missing'
    return (raw.pendingWorkflowTask?.attempt ?? 0) > failures ? 'lost' : 'running'
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return 'missing'
    throw error
  }
}

async function end(client: Client, { workflowId }: OpenProcess): Promise<void> {
  await client.workflow.getHandle(workflowId).terminate('it has lost its way and is begun anew')
}
