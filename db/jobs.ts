import { sql } from 'kysely'
import { issueCertificate } from './classes/issue-certificate.ts'
import type { Tx } from './database.ts'
import { disposeOfMany } from './revision/dispose-of-many.ts'
import { answerLetterFor } from './papers/answer-letters.ts'

type ItemWork = (tx: Tx, jobId: string, itemId: string) => Promise<void>

/** What each kind of job does to one item; the same code as the single act. */
const kinds: Record<string, ItemWork> = {
  ANSWER_LETTERS: answerLetterFor,
  CERTIFICATES: issueCertificate,
  DISPOSITIONS: disposeOfMany,
}

const perPage = 100

/**
 * Does the next page of a job. An item that fails is noted with its reason; the others go on. The
 * job is held: where a worker was only thought dead, the next one waits for it instead of finding
 * nothing left to do.
 */
export async function doJobPage(tx: Tx, jobId: string): Promise<{ left: number }> {
  const { kind, state } = await tx
    .selectFrom('job')
    .select(['kind', 'state'])
    .where('id', '=', jobId)
    .forUpdate()
    .executeTakeFirstOrThrow()
  const work = kinds[kind]
  if (!work) throw new Error(`no such kind of job: ${kind}`)
  if (state === 'CANCELLED') return { left: 0 }
  const items = await tx
    .selectFrom('jobItem')
    .select('itemId')
    .where('jobId', '=', jobId)
    .where('state', '=', 'WAITING')
    .orderBy('itemId')
    .limit(perPage)
    .execute()
  for (const { itemId } of items) await doItem(tx, jobId, itemId, work)
  return finishPage(tx, jobId, items.length === perPage)
}

async function doItem(tx: Tx, jobId: string, itemId: string, work: ItemWork): Promise<void> {
  await sql`savepoint item`.execute(tx)
  const error = await work(tx, jobId, itemId).then(
    () => null,
    (reason: unknown) => (reason instanceof Error ? reason.message : String(reason)),
  )
  if (error !== null) await sql`rollback to savepoint item`.execute(tx)
  await tx
    .updateTable('jobItem')
    .set({ state: error === null ? 'DONE' : 'FAILED', error, doneAt: sql`clock_timestamp()` })
    .where('jobId', '=', jobId)
    .where('itemId', '=', itemId)
    .execute()
}

async function finishPage(tx: Tx, jobId: string, isFull: boolean): Promise<{ left: number }> {
  await tx
    .updateTable('job')
    .set(isFull ? { state: 'RUNNING' } : { state: 'DONE', finishedAt: sql`clock_timestamp()` })
    .where('id', '=', jobId)
    .execute()
  return { left: isFull ? 1 : 0 }
}
