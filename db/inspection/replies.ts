import { mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { inspectionDeeds as deeds } from '../../domain/inspection/deeds.ts'
import { inspectionRoutes as routes } from '../../domain/inspection/inspection.contract.ts'
import type { Tx } from '../database.ts'
import { performs } from '../performer.ts'
import { finishTasks } from '../tasks.ts'
import { criteriaOf, type FoundCriterion } from './findings.ts'
import { factsOf, inspectionForChange, objectOf } from './inspection-row.ts'
import { teamOf } from './team.ts'
import { tellPeople } from './tell.ts'
import { writers } from './writers.ts'
import { spend } from './writing.ts'

/** What the unit said to each finding. */
export async function repliesOf(tx: Tx, inspectionId: string) {
  const rows = await tx
    .selectFrom('findingReply')
    .innerJoin(writers(inspectionId, 'writer'), 'writer.officialId', 'findingReply.repliedBy')
    .select([
      'findingReply.criterionId',
      'findingReply.stance',
      'findingReply.words',
      'findingReply.repliedAt',
      'writer.fullName as repliedBy',
    ])
    .where('findingReply.inspectionId', '=', inspectionId)
    .execute()
  return rows.map(({ stance, ...row }) => ({
    ...row,
    stance: stance === 'OBJECT' ? ('OBJECT' as const) : ('AGREE' as const),
  }))
}

/** A unit is asked about everything that applied to it. */
export function askedOf(criteria: readonly FoundCriterion[]): FoundCriterion[] {
  return criteria.filter(({ outcome }) => outcome !== null && outcome !== 'NOT_APPLICABLE')
}

export const answerFindings = performs(
  routes.answerFindings,
  async ({ tx, caller, at }, { params, body }) => {
    const inspection = await inspectionForChange(tx, params.inspectionId)
    const { id: inspectionId, federationId, unitId, unitPath, state } = inspection
    const as = mustAllow(deeds.findingsAnswered, caller, { unitId, unitPath, state })
    const asked = new Set(askedOf(await criteriaOf(tx, inspectionId)).map(({ id }) => id))
    if (body.replies.some(({ criterionId }) => !asked.has(criterionId)))
      throw new Refusal('grammar.not-found', 'not-found')
    // The last word on a finding counts where one is named twice.
    const replies = [...new Map(body.replies.map((each) => [each.criterionId, each])).values()]
    for (const { criterionId, stance, words } of replies) {
      const row = { stance, words, repliedBy: caller.officialId, repliedAt: at }
      await tx
        .insertInto('findingReply')
        .values({ ...row, criterionId, inspectionId, federationId, unitId })
        .onConflict((conflict) => conflict.column('criterionId').doUpdateSet(row))
        .execute()
    }
    await spend(tx, inspectionId, 'REPLIES')
    const given = await repliesOf(tx, inspectionId)
    const open = asked.size - given.length
    if (open === 0) {
      const done = { objectId: inspectionId, by: caller.officialId }
      await finishTasks(tx, { kinds: ['inspection.reply'], ...done })
      const team = await teamOf(tx, inspectionId)
      await tellPeople(
        tx,
        inspection,
        team.map(({ officialId }) => officialId),
        { event: 'replied', textKey: 'inspection.letters.replied' },
      )
    }
    return {
      reply: { replied: given.length, open },
      as,
      object: objectOf(inspection, inspection.revision),
      facts: { ...factsOf(inspection), replied: given.length },
      content: body,
    }
  },
)
