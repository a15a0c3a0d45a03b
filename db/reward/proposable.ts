import { day, dayOfInstant, daysBetween } from '../../domain/grammar/day.ts'
import { verdictOn } from '../../domain/grammar/deed.ts'
import { rewardDeeds } from '../../domain/reward/deeds.ts'
import type { ProposableView } from '../../domain/reward/views.contract.ts'
import type { Entered } from '../context.ts'
import { inspectionOf } from '../inspection/inspection-row.ts'
import { inspectionResults } from '../inspection/results.ts'

/** Where an inspected unit may be proposed on the ground of its result, and where it is already. */
export async function proposable(
  { tx, caller, at }: Entered,
  inspectionId: string,
): Promise<ProposableView> {
  const { planYear, unitId, cycleId } = await inspectionOf(tx, inspectionId)
  const results = await inspectionResults(tx, planYear)
  const result = results.find((each) => each.inspectionId === inspectionId)
  const mayPropose =
    result !== undefined && verdictOn(rewardDeeds.proposed, caller, { state: 'FILING' }).allowed
  const proposed = await tx
    .selectFrom('awardFile')
    .innerJoin('commendation', 'commendation.id', 'awardFile.commendationId')
    .select(['commendation.id as commendationId', 'commendation.title'])
    .where('commendation.cycleId', '=', cycleId)
    .where('awardFile.unitId', '=', unitId)
    .where('awardFile.officialId', 'is', null)
    .where('awardFile.state', '<>', 'REJECTED')
    .orderBy('awardFile.proposedAt')
    .executeTakeFirst()
  const rounds = await tx
    .selectFrom('commendation')
    .select(['id as commendationId', 'title', 'filesDueAt'])
    .where('cycleId', '=', cycleId)
    .where('state', '=', 'FILING')
    .where('filesDueAt', '>', at)
    .orderBy('openedAt')
    .execute()
  return {
    planYear,
    unitId,
    daysSinceResult: result ? daysBetween(day(result.issuedOn), dayOfInstant(at)) : null,
    mayPropose,
    proposed: proposed ?? null,
    rounds: mayPropose ? rounds : [],
  }
}
