import { randomUUID } from 'node:crypto'
import {
  ApplicationFailure,
  Client,
  Connection,
  ServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  defaultGrpcRetryOptions,
  makeGrpcRetryInterceptor,
} from '@temporalio/client'
import type { Db } from '../db/database.ts'
import { askProcess, type Command, replyOf } from '../db/perform.ts'
import type { Performer } from '../db/performer.ts'
import { wouldRefuse } from '../db/would-refuse.ts'
import { Refusal } from '../domain/grammar/refusal.ts'
import { type Asked, doDeed } from '../workflows/messages.ts'
import { cappedPerKey } from './capped.ts'
import { refusalFrom } from './refusal-from-failure.ts'

/** The server takes ten updates at once of one workflow; two are left for other API processes. */
const inFlightPerProcess = 8
/** A second is left of the five in which we answer, for all else that a request does. */
const patienceMs = 4_000

/** The only place of the API that speaks to Temporal. */
export type RunningCycle = {
  /** Has a process do a deed and returns its reply; 503 when the outcome is not known in time. */
  move(performer: Performer, command: Command): Promise<unknown>
  /** Rejects when the server does not answer. */
  mustAnswer(): Promise<void>
  close(): Promise<void>
}

type Settings = { db: Db; address: string; namespace: string }

export function openRunningCycle({ db, address, namespace }: Settings): RunningCycle {
  const connection = Connection.lazy({ address, interceptors: [retryingButNotWhenFull()] })
  const client = new Client({ connection, namespace })
  const capped = cappedPerKey(inFlightPerProcess)

  const update = (processId: string, asked: Asked, updateId: string) =>
    capped(processId, () =>
      client.workflow
        .getHandle(processId)
        .executeUpdate<void, [Asked]>(doDeed, { updateId, args: [asked] }),
    )

  /**
   * Asked under its key, so that asking again adds nothing while it is under way. But a process keeps
   * the outcome of an update for ever: one that failed for want of a database is asked under another
   * id, and the key in PostgreSQL sees to it that the deed is done once.
   */
  const tell = (processId: string, asked: Asked) =>
    update(processId, asked, asked.key).catch((error: unknown) => {
      if (!(error instanceof WorkflowUpdateFailedError) || refusalIn(error)) throw error
      return update(processId, asked, `${asked.key}:${randomUUID()}`)
    })

  return {
    async move(performer, command) {
      const asked = await askProcess(db, performer, command)
      if (asked.isDone) return asked.reply
      const { forAllUnits } = performer.route
      const told = { key: command.key, ...(forAllUnits && { forAllUnits }) }
      const failure = await withinPatience(tell(asked.processId, told))
      const done = await replyOf(db, command.accountId, command.key)
      if (done?.isDone) return done.reply
      const refusal =
        failure instanceof WorkflowNotFoundError && (await wouldRefuse(db, performer, command))
      throw refusal || refusalOf(failure)
    },
    async mustAnswer() {
      await connection.withDeadline(Date.now() + 1_800, () =>
        connection.workflowService.getSystemInfo({}),
      )
    },
    close: () => connection.close(),
  }
}

/** Code 8 means "ten are waiting already": asking again at once only makes it worse. */
function retryingButNotWhenFull() {
  const usual = defaultGrpcRetryOptions()
  return makeGrpcRetryInterceptor({
    ...usual,
    retryableDecider: (attempt, status) =>
      Number(status.code) !== 8 && usual.retryableDecider(attempt, status),
  })
}

/** The failure of a call, or null; a call without an answer in time counts as unanswered. */
async function withinPatience(call: Promise<unknown>): Promise<unknown> {
  const slow = new Promise((resolve) => setTimeout(() => resolve('unanswered'), patienceMs).unref())
  return Promise.race([call.then(() => null), slow]).catch((error: unknown) => error)
}

function refusalIn({ cause }: WorkflowUpdateFailedError): Refusal | null {
  return cause instanceof ApplicationFailure ? refusalFrom(cause) : null
}

/** No error of an update proves that nothing happened: only a refusal of ours is a "no". */
function refusalOf(failure: unknown): Refusal {
  const refusal = failure instanceof WorkflowUpdateFailedError && refusalIn(failure)
  if (refusal) return refusal
  if (
    failure instanceof WorkflowNotFoundError ||
    (failure instanceof ServiceError && isUnreachable(failure))
  )
    return new Refusal('grammar.process-unreachable', 'unavailable', { retryAfterSeconds: 2 })
  return new Refusal('grammar.outcome-unknown', 'unavailable', { retryAfterSeconds: 2 })
}

function isUnreachable({ cause }: ServiceError): boolean {
  return Object(cause).code === 14
}
