import { lineWish } from '../../domain/feedback/answer-form.contract.ts'
import type { LineWish } from '../../domain/feedback/line-wish.ts'
import type { DispositionView } from '../../domain/revision/views.contract.ts'
import type { Tx } from '../database.ts'
import { found, mustBeCurrent } from '../subject.ts'
import { endTasks, openTasks } from '../tasks.ts'
import { type AppliedWish, appliedWish } from './applied-wish.ts'
import { commentWithDisposition } from './comments.ts'
import { planForPart, type PlanRow } from './plan.ts'

type Form = {
  disposition: DispositionView['disposition']
  explanation: string | null
  mergedInto: string | null
  forwardedTo: string | null
  dueOn: string | null
  changedPlaces: string[]
  applied: AppliedWish | null
}

export type CommentHead = {
  id: string
  federationId: string
  roundId: string
  planId: string
  number: string
  placeCode: string | null
  wish: LineWish | null
}

/** The plan is held, so that it cannot go to the checks while somebody decides. */
export async function commentForChange(tx: Tx, commentId: string) {
  const { lineWish: wish, ...comment } = found(
    await tx
      .selectFrom('comment')
      .innerJoin('answer', 'answer.id', 'comment.answerId')
      .select([
        'comment.id',
        'comment.federationId',
        'comment.roundId',
        'comment.planId',
        'answer.number',
        'comment.placeCode',
        'comment.lineWish',
      ])
      .where('comment.id', '=', commentId)
      .where('comment.withdrawnAt', 'is', null)
      .executeTakeFirst(),
  )
  const head: CommentHead = { ...comment, wish: wish === null ? null : lineWish.parse(wish) }
  return { comment: head, plan: await planForPart(tx, comment.planId) }
}

export async function dispositionForChange(tx: Tx, commentId: string) {
  const row = await tx
    .selectFrom('disposition')
    .select(['disposition', 'mergedInto', 'forwardedTo', 'applied', 'revision'])
    .where('commentId', '=', commentId)
    .forUpdate()
    .executeTakeFirst()
  return row && { ...row, applied: row.applied === null ? null : appliedWish.parse(row.applied) }
}

export async function viewOf(tx: Tx, commentId: string): Promise<DispositionView | undefined> {
  return (await commentWithDisposition(tx, commentId))?.disposition ?? undefined
}

export function mergedForm(mergedInto: string): Form {
  return {
    disposition: 'MERGED',
    explanation: null,
    mergedInto,
    forwardedTo: null,
    dueOn: null,
    changedPlaces: [],
    applied: null,
  }
}

type Decided = Form & { decidedBy: string; at: string }

/** Made on the revision the person saw: of two who decide at once, the second is told. */
export async function writeDisposition(
  tx: Tx,
  comment: CommentHead,
  { revision, ...decided }: Decided & { revision: number },
): Promise<void> {
  if (revision > 0) return replaceDisposition(tx, comment, decided)
  const inserted = await tx
    .insertInto('disposition')
    .values(rowOf(comment, decided))
    .onConflict((conflict) => conflict.column('commentId').doNothing())
    .returning('commentId')
    .executeTakeFirst()
  if (!inserted) mustBeCurrent({ revision: 1 }, 0, await viewOf(tx, comment.id))
}

export async function replaceDisposition(
  tx: Tx,
  comment: CommentHead,
  decided: Decided,
): Promise<void> {
  const row = rowOf(comment, decided)
  await tx
    .insertInto('disposition')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .column('commentId')
        .doUpdateSet((update) => ({ ...row, revision: update('disposition.revision', '+', 1) })),
    )
    .execute()
}

function rowOf({ id, federationId, roundId }: CommentHead, decided: Decided) {
  const { disposition, explanation, mergedInto, forwardedTo, changedPlaces, decidedBy } = decided
  const what = { disposition, explanation, mergedInto, forwardedTo, changedPlaces, decidedBy }
  const where = { commentId: id, federationId, roundId }
  const applied = decided.applied && JSON.stringify(decided.applied)
  return { ...where, ...what, applied, forwardedAnswer: null, decidedAt: decided.at }
}

type Forwarding = Pick<Form, 'forwardedTo' | 'dueOn'>

export async function askDepartment(tx: Tx, plan: PlanRow, comment: CommentHead, form: Forwarding) {
  await endForwarding(tx, [comment.id])
  await openTasks(tx, [
    {
      federationId: plan.federationId,
      cycleId: plan.cycleId,
      kind: 'revision.answerForwarded',
      objectType: 'comment',
      objectId: comment.id,
      role: 'departmentHead',
      unitId: plan.unitId,
      departmentId: form.forwardedTo,
      params: { number: comment.number, planTitle: plan.title },
      link: `/cycles/${plan.planYear}/revision?plan=${plan.id}&comment=${comment.id}`,
      dueAt: form.dueOn ? `${form.dueOn}T17:00:00+07:00` : null,
    },
  ])
}

export function endForwarding(tx: Tx, objectIds: readonly string[]): Promise<void> {
  return endTasks(tx, { kinds: ['revision.answerForwarded'], objectIds, because: 'decided' })
}

/** Without a disposition they wait again, and so does the plan. */
export async function openAgain(tx: Tx, plan: PlanRow, ids: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('disposition')
    .where('commentId', 'in', [...ids])
    .execute()
  await endForwarding(tx, ids)
  await endTasks(tx, { kinds: ['revision.submit'], objectIds: [plan.id], because: 'reopened' })
}

export function objectOf(plan: PlanRow, comment: CommentHead, revision: number | null = null) {
  return { type: 'comment', id: comment.id, revision, cycleId: plan.cycleId, unitId: plan.unitId }
}
