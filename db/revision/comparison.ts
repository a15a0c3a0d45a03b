import { isBeingRevised } from '../../domain/cycle/plan-state.ts'
import { planContent } from '../../domain/draft/plan-content.ts'
import { changedPlaces } from '../../domain/revision/changed-places.ts'
import type { ComparisonView } from '../../domain/revision/views.contract.ts'
import { sha256Of } from '../canonical.ts'
import type { Tx } from '../database.ts'
import { workingContent } from '../draft/working-content.ts'
import { found } from '../subject.ts'
import { withComments } from './changed-for.ts'
import { planOf, planOfCycle, plansOfCycle, roundOfPlan } from './plan.ts'
import { lastReadingOf } from './reading.ts'

/**
 * What changed between two versions and for which comment. Without a second version it is the text
 * as it stands now; without a first one, the version that was consulted on.
 */
export async function comparisonOf(
  tx: Tx,
  planId: string,
  wish: {
    since?: 'read' | undefined
    from?: number | undefined
    to?: number | undefined
  },
): Promise<ComparisonView> {
  const plan = await planOf(tx, planId)
  const plans = await plansOfCycle(tx, plan.cycleId)
  const round = await roundOfPlan(tx, planId)
  const versions = await versionsOf(tx, planId)
  const last = await lastReadingOf(tx, planId)
  const contentOf = (version: number) =>
    found(versions.find((each) => each.version === version)).content
  const start = startOf(wish, last, round?.version ?? 1)
  const to = wish.to ?? (isBeingRevised(plan.state) ? null : plan.publishedVersion)
  const before = 'content' in start ? start.content : contentOf(start.version)
  const after = to === null ? await workingContent(tx, planId) : contentOf(to)
  const places = await withComments(tx, planId, changedPlaces(before, after))
  return {
    plan: planOfCycle(plan),
    plans,
    versions: versions.map(({ version, publishedAt }) => ({ version, publishedAt })),
    from: start.version,
    lastRead: last && { version: last.version, readAt: last.readAt },
    sha256: sha256Of(after),
    to,
    changed: places.length,
    places,
  }
}

type Reading = NonNullable<Awaited<ReturnType<typeof lastReadingOf>>>
type Start = { version: number } | Reading

/** Where the reader last was, a version that was asked for, or the one that was consulted on. */
function startOf(
  { since, from }: { since?: 'read' | undefined; from?: number | undefined },
  last: Reading | null,
  consulted: number,
): Start {
  return since === 'read' && last ? last : { version: from ?? consulted }
}

async function versionsOf(tx: Tx, planId: string) {
  const rows = await tx
    .selectFrom('planVersion')
    .select(['version', 'publishedAt', 'content'])
    .where('planId', '=', planId)
    .orderBy('version')
    .execute()
  return rows.map((row) => ({ ...row, content: planContent.parse(row.content) }))
}
