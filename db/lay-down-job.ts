import { sql } from 'kysely'
import { processIds } from '../domain/cycle/process-ids.ts'
import type { Stage } from './performer.ts'
import { requestProcess } from './process-requests.ts'

type NewJob = {
  federationId: string
  /** One of those that jobs.ts knows the work of. */
  kind: string
  objectId: string
  input?: object
}

/** A job with one item for each id, and the process that will do it page by page; returns its id. */
export async function layDownJob(
  { tx, caller, key }: Stage,
  { federationId, kind, objectId, input = {} }: NewJob,
  itemIds: readonly string[],
): Promise<string> {
  const { id: jobId } = await tx
    .insertInto('job')
    .values({
      federationId,
      kind,
      objectId,
      askedBy: caller.officialId,
      input: JSON.stringify(input),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql`insert into job_item (job_id, item_id, federation_id)
    select ${jobId}, unnest(${[...itemIds]}::uuid[]), ${federationId}`.execute(tx)
  await requestProcess(tx, {
    federationId,
    workflowType: 'bulkJob',
    workflowId: processIds.job(jobId),
    message: 'start',
    name: 'bulkJob',
    input: { jobId },
    key: `${key}/job`,
  })
  return jobId
}
