import {
  type Client,
  WorkflowExecutionAlreadyStartedError,
  WorkflowNotFoundError,
} from '@temporalio/client'
import type { Logger } from 'pino'
import type { Db, Tx } from '../db/database.ts'
import { inEachFederation } from '../db/federations.ts'
import { markAsked, markTried, type OpenRequest, takeRequests } from '../db/process-requests.ts'
import { keepDoing } from './loop.ts'

type Relaying = { db: Db; client: Client; taskQueue: string; log: Logger }

/** Tells Temporal what deeds have asked for, again and again until it has heard. */
export function startRelay({ db, client, taskQueue, log }: Relaying) {
  return keepDoing({
    name: 'relay',
    everyMs: 300,
    log,
    async once() {
      const told = await inEachFederation(db, 'relay', (tx) => tellAll(tx, client, taskQueue))
      return told.some((count) => count > 0)
    },
  })
}

async function tellAll(tx: Tx, client: Client, taskQueue: string): Promise<number> {
  const requests = await takeRequests(tx)
  for (const request of requests) {
    try {
      await tellTemporal(client, taskQueue, request)
      await markAsked(tx, request.id)
    } catch (error) {
      await markTried(tx, request.id, error instanceof Error ? error.message : String(error))
    }
  }
  return requests.length
}

async function tellTemporal(
  client: Client,
  taskQueue: string,
  request: OpenRequest,
): Promise<void> {
  const { workflowId, workflowType, message, name, input } = request
  if (message === 'signal') return signal(client, workflowId, name, input)
  try {
    // A deed waits for its process: a lost worker must be noticed in seconds (temporal.md 0.4).
    await client.workflow.start(workflowType, {
      workflowId,
      taskQueue,
      args: [input],
      workflowTaskTimeout: '3s',
    })
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error
  }
}

async function signal(
  client: Client,
  workflowId: string,
  name: string,
  input: unknown,
): Promise<void> {
  try {
    await client.workflow.getHandle(workflowId).signal(name, input)
  } catch (error) {
    // A process that has ended has nothing left to hear.
    if (!(error instanceof WorkflowNotFoundError)) throw error
  }
}
