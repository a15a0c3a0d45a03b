import { type RawBuilder, sql } from 'kysely'
import type { ConsultedPlan } from '../../domain/feedback/feedback.contract.ts'
import type { Tx } from '../database.ts'
import { draftAsConsulted, type FrozenDraft, keepDraft, keptDraft } from './frozen-drafts.ts'

/**
 * As a part of a larger statement: which drafts a round lays before its units, training before
 * membership. Asked in each transaction, so that the fence judges each time.
 */
export function draftsOfRound(roundId: string): RawBuilder<readonly FrozenDraft[]> {
  return sql`(
    select coalesce(jsonb_agg(jsonb_build_object('planId', v.plan_id, 'version', v.version,
      'contentSha256', v.content_sha256, 'publishedAt',
      to_char(v.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by p.plan_type desc), '[]')
    from round_plan rp
    join plan_version v on v.plan_id = rp.plan_id and v.version = rp.version
    join plan p on p.id = v.plan_id
    where rp.round_id = ${roundId}::uuid)`
}

/** The drafts as they were frozen, with the unit's own shares. Their words are read once a process. */
export async function consultedPlans(
  tx: Tx,
  { drafts, answer }: { drafts: readonly FrozenDraft[]; answer: { unitId: string } },
): Promise<ConsultedPlan[]> {
  const plans: ConsultedPlan[] = []
  for (const draft of drafts)
    plans.push(
      draftAsConsulted(keptDraft(draft) ?? (await readDraft(tx, draft)), draft, answer.unitId),
    )
  return plans
}

/** The drafts of a round as every unit has them, without anybody's own shares. */
export async function plansConsulted(tx: Tx, roundId: string): Promise<ConsultedPlan[]> {
  const { rows } = await sql<{ drafts: readonly FrozenDraft[] }>`
    select ${draftsOfRound(roundId)} as drafts`.execute(tx)
  return consultedPlans(tx, { drafts: rows[0]?.drafts ?? [], answer: { unitId: '' } })
}

async function readDraft(tx: Tx, draft: FrozenDraft) {
  const { content } = await tx
    .selectFrom('planVersion')
    .select('content')
    .where('planId', '=', draft.planId)
    .where('version', '=', draft.version)
    .executeTakeFirstOrThrow()
  return keepDraft(draft, content)
}
