import { sql } from 'kysely'
import type { ActKind } from '../../domain/revision/undoing.ts'
import type { Tx } from '../database.ts'
import type { Stage } from '../performer.ts'
import type { PlanRow } from './plan.ts'

type Row = Record<string, unknown> | null
/** Each row as an act found it; null where there was none. */
export type Rows = ReadonlyMap<string, Row>

/** The dispositions of some comments as they stand. */
export async function dispositionsNow(tx: Tx, ids: readonly string[]): Promise<Rows> {
  const { rows } = await sql<{ id: string; row: Row }>`
    select wanted.id, to_jsonb(d) as row
    from unnest(${[...ids]}::uuid[]) as wanted (id) left join disposition d on d.comment_id = wanted.id`.execute(
    tx,
  )
  return new Map(rows.map(({ id, row }) => [id, row]))
}

/** The shares of all units in a target as they stand. */
export async function sharesNow(tx: Tx, targetId: string): Promise<Rows> {
  const { rows } = await sql<{ id: string; row: Row }>`
    select unit_id as id, to_jsonb(a) as row from allocation a where target_id = ${targetId}`.execute(
    tx,
  )
  return new Map(rows.map(({ id, row }) => [id, row]))
}

type Acted = {
  kind: ActKind
  before: Rows
  after: Rows
  targetId?: string
  jobId?: string
}

/** Lays an act down with what it found and what it left; rows that it did not touch are left out. */
export async function layDownAct(
  { tx, caller, at }: Stage,
  plan: Pick<PlanRow, 'id' | 'federationId'>,
  { kind, before, after, targetId, jobId }: Acted,
): Promise<string> {
  const { id: actId } = await tx
    .insertInto('revisionAct')
    .values({
      federationId: plan.federationId,
      planId: plan.id,
      kind,
      targetId: targetId ?? null,
      jobId: jobId ?? null,
      doneBy: caller.officialId,
      doneAt: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await addToAct(tx, { actId, federationId: plan.federationId, before, after })
  return actId
}

type Added = { actId: string; federationId: string; before: Rows; after: Rows }

/** A job lays down each of its rows as it comes to it. */
export async function addToAct(
  tx: Tx,
  { actId, federationId, before, after }: Added,
): Promise<void> {
  const rows = [...after].flatMap(([id, now]) => {
    const was = before.get(id) ?? null
    return JSON.stringify(was) === JSON.stringify(now) ? [] : [{ id, was, now }]
  })
  if (rows.length === 0) return
  await sql`
    insert into revision_act_row (act_id, row_id, federation_id, before, after)
    select ${actId}, r.id, ${federationId}, r.was, r.now
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, was jsonb, now jsonb)`.execute(
    tx,
  )
}

/** Does something to the dispositions of some comments and lays it down as one act. */
export async function actOn(
  stage: Stage,
  plan: PlanRow,
  { kind, ids }: { kind: ActKind; ids: readonly string[] },
  doing: () => Promise<void>,
): Promise<void> {
  const before = await dispositionsNow(stage.tx, ids)
  await doing()
  const after = await dispositionsNow(stage.tx, ids)
  await layDownAct(stage, plan, { kind, before, after })
}
