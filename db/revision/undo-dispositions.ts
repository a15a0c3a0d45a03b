import { sql } from 'kysely'
import { z } from 'zod'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { obstaclesInDisposition } from '../../domain/revision/disposition.ts'
import type { Tx } from '../database.ts'
import { type AppliedWish, appliedWish, applyWish, takeBackWish } from './applied-wish.ts'
import { askDepartment, commentForChange, endForwarding } from './disposition-rows.ts'
import type { PlanRow } from './plan.ts'
import { ledgerAround, refuse } from './standing.ts'

/**
 * By the number of the answer: what stands now is not what the act left. Taking back a later act
 * moves the revision on and writes the draft anew, but leaves who decided what and when.
 */
export async function commentsGoneOn(tx: Tx, actId: string): Promise<string[]> {
  await sql`
    select from disposition where comment_id in (select row_id from revision_act_row where act_id = ${actId})
    order by comment_id for update`.execute(tx)
  const { rows } = await sql<{ number: string }>`
    select a.number from revision_act_row r join comment c on c.id = r.row_id
    join answer a on a.id = c.answer_id left join disposition d on d.comment_id = r.row_id
    where r.act_id = ${actId} and to_jsonb(d) - 'revision' - 'applied' is distinct from
      -- an instant is the same one whatever zone it was written down in
      to_jsonb(jsonb_populate_record(null::disposition, r.after)) - 'revision' - 'applied'`.execute(
    tx,
  )
  return rows.map(({ number }) => number)
}

/**
 * Each disposition as the act found it, with what hung on it: the words in the draft, and the question
 * to another department. The draft comes first, because a disposition remembers what it wrote there.
 */
export async function bringBackDispositions(
  tx: Tx,
  plan: PlanRow,
  actId: string,
): Promise<string[]> {
  const rows = await rowsOf(tx, actId)
  const ids = rows.map(({ rowId }) => rowId)
  for (const { after } of rows) if (after?.applied) await takeBackWish(tx, plan, after.applied)
  await writeAgain(tx, actId)
  await endForwarding(tx, ids)
  for (const { rowId, before } of rows) {
    if (before?.applied) await applyAgain(tx, plan, rowId, before.applied)
    if (before?.forwarded_to && !before.forwarded_answer)
      await askAgain(tx, plan, rowId, before.forwarded_to)
  }
  await mustHoldTogether(tx, plan, ids)
  return ids
}

const stood = z.object({
  applied: appliedWish.nullable(),
  forwarded_to: z.uuid().nullable(),
  forwarded_answer: z.string().nullable(),
})

async function rowsOf(tx: Tx, actId: string) {
  const rows = await tx
    .selectFrom('revisionActRow')
    .select(['rowId', 'before', 'after'])
    .where('actId', '=', actId)
    .orderBy('rowId')
    .execute()
  return rows.map(({ rowId, before, after }) => ({
    rowId,
    before: stood.nullable().parse(before),
    after: stood.nullable().parse(after),
  }))
}

/** Revisions go on, so that whoever has the undone one before the eyes cannot write over it. */
async function writeAgain(tx: Tx, actId: string): Promise<void> {
  await sql`
    delete from disposition where comment_id in (
      select row_id from revision_act_row where act_id = ${actId})`.execute(tx)
  await sql`
    insert into disposition
    select d.* from revision_act_row r, jsonb_populate_record(null::disposition, r.before
      || jsonb_build_object('revision', 1 + greatest((r.before ->> 'revision')::integer,
        coalesce((r.after ->> 'revision')::integer, 0)))) d
    where r.act_id = ${actId} and r.before is not null`.execute(tx)
}

async function applyAgain(
  tx: Tx,
  plan: PlanRow,
  commentId: string,
  { facts }: AppliedWish,
): Promise<void> {
  const { comment } = await commentForChange(tx, commentId)
  if (!comment.wish) return
  const { placeCode, wish } = comment
  const applied = await applyWish(tx, plan, { placeCode, wish, facts })
  await tx
    .updateTable('disposition')
    .set({ applied: JSON.stringify(applied) })
    .where('commentId', '=', commentId)
    .execute()
}

/** With the day that was given for it. */
async function askAgain(
  tx: Tx,
  plan: PlanRow,
  commentId: string,
  forwardedTo: string,
): Promise<void> {
  const { comment } = await commentForChange(tx, commentId)
  const asked = await tx
    .selectFrom('task')
    .select('dueAt')
    .where('kind', '=', 'revision.answerForwarded')
    .where('objectId', '=', commentId)
    .where('departmentId', '=', forwardedTo)
    .orderBy('openedAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  const dueOn = asked?.dueAt ? dayOfInstant(asked.dueAt) : null
  await askDepartment(tx, plan, comment, { forwardedTo, dueOn })
}

/** Others may have been merged meanwhile: no chain of answers comes back. */
async function mustHoldTogether(tx: Tx, plan: PlanRow, ids: readonly string[]): Promise<void> {
  const own = await ledgerAround(tx, plan.id, ids)
  const heads = [...own.values()].flatMap((each) => (each?.mergedInto ? [each.mergedInto] : []))
  const ledger = heads.length > 0 ? await ledgerAround(tx, plan.id, [...ids, ...heads]) : own
  const wrong = ids.filter((id) => {
    const disposition = ledger.get(id)
    return disposition && obstaclesInDisposition(id, disposition, ledger).length > 0
  })
  const numbers = await numbersOf(tx, wrong)
  refuse(
    'revision.not-undone',
    numbers.map((names) => ({ code: 'revision.gone-on-since', params: { names } })),
  )
}

async function numbersOf(tx: Tx, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('comment')
    .innerJoin('answer', 'answer.id', 'comment.answerId')
    .select('answer.number')
    .where('comment.id', 'in', [...ids])
    .orderBy('answer.number')
    .execute()
  return rows.map(({ number }) => number)
}
