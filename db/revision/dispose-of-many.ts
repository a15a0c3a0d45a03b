import { z } from 'zod'
import { isBeingRevised } from '../../domain/cycle/plan-state.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { BULK_KINDS, obstacleInBulk } from '../../domain/revision/bulk.ts'
import type { Tx } from '../database.ts'
import { enterSystemDeed } from '../register.ts'
import { addToAct, dispositionsNow } from './acts.ts'
import {
  askDepartment,
  commentForChange,
  dispositionForChange,
  endForwarding,
  objectOf,
  writeDisposition,
} from './disposition-rows.ts'
import { handToHeadWhenFinished } from './finished.ts'

const asked = z.object({
  disposition: z.enum(BULK_KINDS),
  explanation: z.string().nullable(),
  forwardedTo: z.uuid().nullable(),
  dueOn: z.string().nullable(),
  seen: z.record(z.string(), z.int()),
})

/** One comment of a job: judged by the same rules as if it were decided alone. */
export async function disposeOfMany(tx: Tx, jobId: string, commentId: string): Promise<void> {
  const { actId, askedBy, askedAt, input } = await jobOf(tx, jobId)
  const { comment, plan } = await commentForChange(tx, commentId)
  if (!isBeingRevised(plan.state)) throw new Refusal('revision.not-revised-any-more', 'wrong-state')
  const now = await dispositionForChange(tx, commentId)
  const { seen, ...wanted } = input
  const revision = now?.revision ?? 0
  const obstacle = obstacleInBulk(wanted.disposition, seen[commentId] ?? 0, {
    revision,
    asksFigures: comment.wish !== null,
    isApplied: (now?.applied ?? null) !== null,
  })
  if (obstacle) throw new Refusal(obstacle.code, 'wrong-state')
  const before = await dispositionsNow(tx, [commentId])
  const decided = { ...wanted, mergedInto: null, changedPlaces: [], applied: null }
  await writeDisposition(tx, comment, { ...decided, decidedBy: askedBy, at: askedAt, revision })
  const after = await dispositionsNow(tx, [commentId])
  await addToAct(tx, { actId, federationId: comment.federationId, before, after })
  if (wanted.forwardedTo) await askDepartment(tx, plan, comment, wanted)
  else await endForwarding(tx, [commentId])
  await handToHeadWhenFinished(tx, plan)
  await enterSystemDeed(tx, comment.federationId, {
    deed: 'comment.disposed',
    object: objectOf(plan, comment, revision + 1),
    facts: { number: comment.number, disposition: wanted.disposition },
    content: { jobId, ...decided },
    trace: '',
    key: `job/${jobId}/${commentId}`,
  })
}

async function jobOf(tx: Tx, jobId: string) {
  const row = await tx
    .selectFrom('job')
    .innerJoin('revisionAct', 'revisionAct.jobId', 'job.id')
    .select(['job.input', 'job.askedAt', 'revisionAct.id as actId', 'revisionAct.doneBy'])
    .where('job.id', '=', jobId)
    .executeTakeFirstOrThrow()
  return {
    actId: row.actId,
    askedBy: row.doneBy,
    askedAt: row.askedAt,
    input: asked.parse(row.input),
  }
}
