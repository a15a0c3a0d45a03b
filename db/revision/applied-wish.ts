import { sql } from 'kysely'
import { z } from 'zod'
import { nextCode } from '../../domain/draft/codes.ts'
import { draftLine, lineFacts } from '../../domain/feedback/answer-form.contract.ts'
import {
  areSameFacts,
  askedFacts,
  type DraftLine,
  factsOfLine,
  type LineFacts,
  type LineWish,
} from '../../domain/feedback/line-wish.ts'
import { Refusal } from '../../domain/grammar/refusal.ts'
import type { Tx } from '../database.ts'
import type { PlanRow } from './plan.ts'

/** What was written into the draft for a wish: enough to take it back in one act. */
export const appliedWish = z.object({
  lineId: z.uuid(),
  code: z.string(),
  /** The row as it stood; null where the line is new. */
  before: z.record(z.string(), z.unknown()).nullable(),
  /** What was to be written: the wish, or what of it was taken over. */
  facts: lineFacts,
  /** The line's facts since then; null where it was dropped. */
  after: draftLine.nullable(),
})
export type AppliedWish = z.output<typeof appliedWish>

type Wanted = { placeCode: string | null; wish: LineWish; facts: LineFacts }

/** Writes a wish into the draft: the line's new figures, its end, or a line of its own. */
export async function applyWish(tx: Tx, plan: PlanRow, wanted: Wanted): Promise<AppliedWish> {
  const { placeCode, wish, facts } = wanted
  if (wish.wish === 'NEW') return addLine(tx, plan, facts)
  const line = await lineNow(tx, plan.id, { code: placeCode ?? '' })
  if (!line) throw lineChanged(placeCode)
  const { id: lineId, code, row: before } = line
  if (wish.wish === 'DROP') {
    await tx.deleteFrom('classLine').where('id', '=', lineId).execute()
    return { lineId, code, before, facts, after: null }
  }
  const after = { ...factsOfLine(line), ...askedFacts(facts, line) }
  await writeFacts(tx, lineId, after)
  return { lineId, code, before, facts, after }
}

/** Takes back what was written, unless somebody has gone on writing just there. */
export async function takeBackWish(tx: Tx, plan: PlanRow, applied: AppliedWish): Promise<void> {
  const { lineId, code, before, facts, after } = applied
  if (after === null) return bringBack(tx, plan, applied)
  const line = await lineNow(tx, plan.id, { id: lineId })
  if (!line) throw lineChanged(code)
  if (before === null) {
    if (!areSameFacts(line, after)) throw lineChanged(code)
    await tx.deleteFrom('classLine').where('id', '=', lineId).execute()
    return
  }
  // only what this wish had changed: other facts may be another unit's by now
  const was = draftLine.parse(before)
  const changed = askedFacts(facts, was)
  if (!areSameFacts({ ...line, ...changed }, line)) throw lineChanged(code)
  await writeFacts(tx, lineId, { ...line, ...onlyThose(was, changed) })
}

function onlyThose(line: DraftLine, facts: Partial<DraftLine>): Partial<DraftLine> {
  return Object.fromEntries(Object.entries(line).filter(([fact]) => fact in facts))
}

function lineChanged(code: string | null): Refusal {
  return new Refusal('revision.line-changed-since', 'wrong-state', { params: { code: code ?? '' } })
}

async function lineNow(tx: Tx, planId: string, by: { code: string } | { id: string }) {
  return tx
    .selectFrom('classLine')
    .select(['id', 'code', 'topic', 'audience', 'seats', 'month'])
    .select(sql<Record<string, unknown>>`to_jsonb(class_line)`.as('row'))
    .where('planId', '=', planId)
    .where(({ and }) => and(by))
    .forUpdate()
    .executeTakeFirst()
}

async function writeFacts(tx: Tx, lineId: string, facts: DraftLine): Promise<void> {
  await tx
    .updateTable('classLine')
    .set((set) => ({ ...factsOfLine(facts), revision: set('revision', '+', 1) }))
    .where('id', '=', lineId)
    .execute()
}

/** Behind the last line; what the unit did not say (days, who leads) is written in the draft. */
async function addLine(tx: Tx, plan: PlanRow, facts: LineFacts): Promise<AppliedWish> {
  const { topic, audience, seats, month } = askedFacts(facts, undefined)
  if (!topic || !audience || !seats || !month)
    throw new Refusal('revision.nothing-to-apply', 'invalid')
  const taken = await tx
    .selectFrom('classLine')
    .select(['code', 'position'])
    .where('planId', '=', plan.id)
    .execute()
  const code = nextCode(
    'L',
    taken.map((line) => line.code),
    2,
  )
  const after = { topic, audience, seats, month }
  const { id: lineId } = await tx
    .insertInto('classLine')
    .values({
      ...after,
      code,
      planId: plan.id,
      federationId: plan.federationId,
      position: Math.max(0, ...taken.map(({ position }) => position)) + 1,
      deliveryForm: 'DIRECT',
      days: 1,
      leadUnit: '',
      budgetDong: 0n,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { lineId, code, before: null, facts, after }
}

async function bringBack(tx: Tx, plan: PlanRow, { code, before }: AppliedWish): Promise<void> {
  const taken = await lineNow(tx, plan.id, { code })
  if (taken) throw lineChanged(code)
  await sql`
    insert into class_line
    select * from jsonb_populate_record(null::class_line, ${JSON.stringify(before)}::jsonb)`.execute(
    tx,
  )
}
