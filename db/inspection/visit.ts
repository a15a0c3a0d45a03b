import { dayOfInstant } from '../../domain/grammar/day.ts'
import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { inspectionDeeds as deeds } from '../../domain/inspection/deeds.ts'
import { findingForm } from '../../domain/inspection/forms.contract.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import { obstaclesToVisit } from '../../domain/inspection/notice.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { found, mustBeCurrent } from '../subject.ts'
import { endTasks } from '../tasks.ts'
import { inspectionForChange, objectOf, visitOf } from './inspection-row.ts'
import { latestMinutes } from './minutes-row.ts'
import { moveInspection, processOf, told } from './move.ts'
import { mustBeInTeam } from './team.ts'

export const beginVisit = performs(
  routes.beginVisit,
  async ({ tx, caller, at }, { params }) => {
    const inspection = await inspectionForChange(tx, params.inspectionId)
    const as = mustAllow(deeds.visitBegun, caller, { state: inspection.state })
    await mustBeInTeam(tx, caller, inspection)
    const visit = found(visitOf(inspection) ?? undefined)
    const [obstacle] = obstaclesToVisit(visit, dayOfInstant(at))
    if (obstacle) throw new Refusal(obstacle.code, 'wrong-state', { params: obstacle.params ?? {} })
    await moveInspection(tx, inspection, { to: 'ON_SITE' })
    await endTasks(tx, {
      kinds: ['inspection.consent', 'inspection.selfReport'],
      objectIds: [inspection.id],
      because: 'visit-begun',
    })
    return told(inspection, 'ON_SITE', { as })
  },
  processOf,
)

/** Under a signature nothing moves any more: the other side reads what the first one signed. */
export async function mustBeUnsigned(tx: Tx, inspectionId: string): Promise<void> {
  const minutes = await latestMinutes(tx, inspectionId)
  if (minutes && minutes.signatures.length > 0)
    throw new Refusal('inspection.minutes-under-signature', 'wrong-state')
}

export const writeFinding = performs(
  routes.writeFinding,
  async ({ tx, caller, at }, { params, body, revision }) => {
    const inspection = await inspectionForChange(tx, params.inspectionId)
    const as = mustAllow(deeds.findingWritten, caller, { state: inspection.state })
    await mustBeInTeam(tx, caller, inspection)
    await mustBeUnsigned(tx, inspection.id)
    const { criterionId } = params
    const criterion = found(await criterionOf(tx, inspection.id, criterionId))
    if (body.score !== null && body.score > criterion.maxScore)
      throw new Refusal('inspection.score-too-high', 'invalid', {
        params: { most: criterion.maxScore },
        faults: [
          {
            code: 'inspection.score-too-high',
            at: '/score',
            params: { most: criterion.maxScore },
          },
        ],
      })
    const { revision: now, ...theirs } = criterion
    mustBeCurrent({ revision: now ?? 0 }, revision, findingForm.strip().parse(theirs))
    const { captions, ...form } = body
    const row = {
      ...form,
      ...(captions && { captions: JSON.stringify(captions) }),
      writtenBy: caller.officialId,
      writtenAt: at,
      revision: revision + 1,
    }
    const { id: inspectionId, federationId } = inspection
    await tx
      .insertInto('finding')
      .values({ ...row, criterionId, inspectionId, federationId })
      .onConflict((conflict) => conflict.column('criterionId').doUpdateSet(row))
      .execute()
    return {
      reply: { revision: revision + 1, savedAt: at },
      as,
      object: objectOf(inspection, inspection.revision),
    }
  },
)

/** A criterion of this inspection with what was written on it; empty before the first word. */
async function criterionOf(tx: Tx, inspectionId: string, criterionId: string) {
  const row = await tx
    .selectFrom('inspectionCriterion as criterion')
    .leftJoin('finding', 'finding.criterionId', 'criterion.id')
    .select([
      'criterion.maxScore',
      'finding.outcome',
      'finding.note',
      'finding.score',
      'finding.severity',
      'finding.captions',
      'finding.revision',
    ])
    .where('criterion.id', '=', criterionId)
    .where('criterion.inspectionId', '=', inspectionId)
    .executeTakeFirst()
  return row && { ...row, note: row.note ?? '', captions: row.captions ?? {} }
}

export const sumUp = performs(
  routes.sumUp,
  async ({ tx, caller, at }, { params, body, revision }) => {
    const inspection = await inspectionForChange(tx, params.inspectionId)
    const as = mustAllow(deeds.visitSummed, caller, { state: inspection.state })
    await mustBeInTeam(tx, caller, inspection)
    await mustBeUnsigned(tx, inspection.id)
    mustBeCurrent({ revision: inspection.summaryRevision }, revision, inspection.summary)
    await tx
      .updateTable('inspection')
      .set({ summary: JSON.stringify(body), summaryRevision: revision + 1 })
      .where('id', '=', inspection.id)
      .execute()
    return {
      reply: { revision: revision + 1, savedAt: at },
      as,
      object: objectOf(inspection, inspection.revision),
    }
  },
)
