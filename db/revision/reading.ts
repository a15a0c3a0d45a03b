import { sql } from 'kysely'
import { isBeingRevised, ISSUED_STATES } from '../../domain/cycle/plan-state.ts'
import { planContent, type PlanContent } from '../../domain/draft/plan-content.ts'
import { type Caller, mustAllow } from '../../domain/grammar/deed.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { changedPlaces } from '../../domain/revision/changed-places.ts'
import { revisionDeeds as deeds } from '../../domain/revision/deeds.ts'
import {
  type LastReading,
  readers,
  type ReadingView,
} from '../../domain/revision/reading.contract.ts'
import { revisionRoutes as routes } from '../../domain/revision/revision.contract.ts'
import { sha256Of } from '../canonical.ts'
import type { Entered } from '../context.ts'
import type { Tx } from '../database.ts'
import { workingContent } from '../draft/working-content.ts'
import { performs } from '../performer.ts'
import { found } from '../subject.ts'
import { planOf, type PlanRow } from './plan.ts'

/** What has changed since the caller last read the plan; the first time nothing has. */
export async function readingOf(
  { tx, caller }: Pick<Entered, 'tx' | 'caller'>,
  planId: string,
): Promise<ReadingView> {
  const plan = await planOf(tx, planId)
  const { version, content } = await readable(tx, caller, plan)
  const last = await lastReadingOf(tx, planId)
  const places = last ? changedPlaces(asSeenBy(caller, last.content), content) : []
  return {
    planId,
    title: plan.title,
    lastRead: last && { version: last.version, readAt: last.readAt },
    version,
    sha256: sha256Of(content),
    changed: places.length,
    places,
  }
}

export const markRead = performs(routes.markRead, async ({ tx, caller, at }, { params, body }) => {
  const plan = await planOf(tx, params.planId)
  const as = mustAllow(deeds.planRead, caller, { officialId: caller.officialId })
  const { version, content } = await readable(tx, caller, plan)
  if (sha256Of(content) !== body.sha256)
    throw new Refusal('revision.written-meanwhile', 'wrong-state')
  const read = {
    version,
    content: version === null ? JSON.stringify(content) : null,
    readAt: at,
  }
  await tx
    .insertInto('planReading')
    .values({
      ...read,
      planId: plan.id,
      officialId: caller.officialId,
      federationId: caller.federationId,
    })
    .onConflict((conflict) => conflict.columns(['planId', 'officialId']).doUpdateSet(read))
    .execute()
  return {
    reply: { version, readAt: at },
    as,
    object: { type: 'plan', id: plan.id, revision: plan.revision, cycleId: plan.cycleId },
  }
})

/** Where the caller has last read, with the words that stood there. */
export async function lastReadingOf(
  tx: Tx,
  planId: string,
): Promise<(LastReading & { content: PlanContent }) | null> {
  const row = await tx
    .selectFrom('planReading')
    .leftJoin('planVersion', (join) =>
      join
        .onRef('planVersion.planId', '=', 'planReading.planId')
        .onRef('planVersion.version', '=', 'planReading.version'),
    )
    .select([
      'planReading.version',
      'planReading.readAt',
      'planReading.content',
      'planVersion.content as frozen',
    ])
    .where('planReading.planId', '=', planId)
    .executeTakeFirst()
  if (!row) return null
  const { version, readAt, content, frozen } = row
  return { version, readAt, content: planContent.parse(content ?? frozen) }
}

/** The offices read the words as they are written, everybody else what was given out. */
async function readable(
  tx: Tx,
  caller: Caller,
  plan: PlanRow,
): Promise<{ version: number | null; content: PlanContent }> {
  const isOfOffice = reads(caller)
  if (isOfOffice && (isBeingRevised(plan.state) || plan.publishedVersion === 0))
    return { version: null, content: await workingContent(tx, plan.id) }
  const version = isOfOffice ? plan.publishedVersion : await givenOut(tx, plan)
  const row = found(
    await tx
      .selectFrom('planVersion')
      .select('content')
      .where('planId', '=', plan.id)
      .where('version', '=', version)
      .executeTakeFirst(),
  )
  return { version, content: asSeenBy(caller, planContent.parse(row.content)) }
}

/** The issued plan, else the last draft on which this unit, or one below it, was consulted. */
async function givenOut(tx: Tx, plan: PlanRow): Promise<number> {
  if (ISSUED_STATES.some((state) => state === plan.state)) return plan.publishedVersion
  const { rows } = await sql<{ version: number | null }>`
    select max(p.version) as version from round_plan p
    where p.plan_id = ${plan.id} and exists (select from answer a where a.round_id = p.round_id)`.execute(
    tx,
  )
  return rows[0]?.version ?? 0
}

function reads({ grants }: Caller): boolean {
  return grants.some(({ role }) => readers.some((each) => each === role))
}

/** Of each target's shares a unit sees its own. */
function asSeenBy(caller: Caller, content: PlanContent): PlanContent {
  if (reads(caller)) return content
  const own = new Set(caller.grants.map(({ unitId }) => unitId))
  return {
    ...content,
    targets: content.targets.map((target) => ({
      ...target,
      allocations: target.allocations.filter(({ unitId }) => own.has(unitId)),
    })),
  }
}
