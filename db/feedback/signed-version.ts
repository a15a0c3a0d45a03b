import { sql } from 'kysely'
import type { AnswerForm } from '../../domain/feedback/answer-form.contract.ts'
import type { ConsultedPlan } from '../../domain/feedback/feedback.contract.ts'
import { placesOf } from '../../domain/feedback/places.ts'
import { sha256Of } from '../canonical.ts'
import type { Tx } from '../database.ts'
import type { Answering } from './answering.ts'

type Signing = {
  form: AnswerForm
  plans: readonly ConsultedPlan[]
  signedBy: string
  signedFor: string | null
}

type Part = {
  answerId: string
  version: number
  federationId: string
  unitId: string
}

/** Keeps what was signed: the form whole with its hash, and its parts as rows to be answered. */
export async function writeVersion(tx: Tx, held: Answering, signing: Signing) {
  const { answer, round } = held
  const version = answer.version + 1
  const part: Part = {
    answerId: answer.id,
    version,
    federationId: round.federationId,
    unitId: answer.unitId,
  }
  const content = contentOf(held, signing)
  const contentSha256 = sha256Of(content)
  await tx
    .insertInto('answerVersion')
    .values({
      ...part,
      form: JSON.stringify(signing.form),
      contentSha256,
      signedBy: signing.signedBy,
      signedFor: signing.signedFor,
      signedAt: held.clock,
      isLate: held.isLate,
    })
    .execute()
  await writeStances(tx, part, signing)
  const commentCount = await writeComments(tx, part, { roundId: round.id, ...signing })
  await writeRequests(tx, part, { roundId: round.id, ...signing })
  return { version, contentSha256, content, commentCount }
}

/** What the hash stands for: the words, under which number, about which versions. */
function contentOf({ answer }: Answering, { form, plans }: Signing) {
  return {
    number: answer.number,
    unit: answer.unitName,
    drafts: plans.map(({ planId, version, title }) => ({ planId, version, title })),
    form,
  }
}

async function writeStances(tx: Tx, part: Part, { form }: Signing): Promise<void> {
  const rows = Object.entries(form.stances).flatMap(([planId, { stance, remark }]) =>
    stance ? [{ ...part, planId, stance, remark: remark.trim() || null }] : [],
  )
  if (rows.length > 0) await tx.insertInto('stance').values(rows).execute()
}

type Placed = Signing & { roundId: string }

/** In the order of the paper, so that comment 4 of an answer stays its fourth. */
async function writeComments(
  tx: Tx,
  part: Part,
  { form, plans, roundId }: Placed,
): Promise<number> {
  const places = plans.flatMap(placesOf)
  const order = new Map(places.map(({ key }, index) => [key, index]))
  const comments = Object.entries(form.comments).sort(
    ([a], [b]) => (order.get(a) ?? -1) - (order.get(b) ?? -1) || (a < b ? -1 : 1),
  )
  const rows = comments.map(([key, { text, suggestedText, ...comment }], index) => ({
    ...part,
    ...comment,
    roundId,
    position: index + 1,
    text: text.trim(),
    suggestedText: newWording(suggestedText, places[order.get(key) ?? -1]?.text),
  }))
  if (rows.length > 0) await tx.insertInto('comment').values(rows).execute()
  return rows.length
}

/** A wording left as it stands in the draft is no suggestion. */
function newWording(suggested: string | null, draft: string | undefined): string | null {
  const wording = suggested?.trim()
  return !wording || wording === draft?.trim() ? null : wording
}

async function writeRequests(tx: Tx, part: Part, { form, plans, roundId }: Placed): Promise<void> {
  const rows = Object.values(form.targetRequests).flatMap(({ requested, reason, ...request }) => {
    const assigned = assignedTo(request, plans)
    if (requested === null || reason === null || assigned === null) return []
    const { particularity, feasibility, commitment } = request
    return [
      {
        ...part,
        roundId,
        planId: request.planId,
        targetCode: request.targetCode,
        assigned,
        requested,
        reason,
        particularity: particularity.trim(),
        feasibility: feasibility.trim(),
        commitment: commitment.trim() || null,
      },
    ]
  })
  if (rows.length > 0) await tx.insertInto('targetRequest').values(rows).execute()
}

function assignedTo(
  request: { planId: string; targetCode: string },
  plans: readonly ConsultedPlan[],
): number | null {
  const plan = plans.find(({ planId }) => planId === request.planId)
  return plan?.targets.find(({ code }) => code === request.targetCode)?.allocation?.value ?? null
}

/** Taken back: the version stays as it was signed, its parts no longer count. */
export async function withdrawVersion(tx: Tx, answerId: string, by: string): Promise<void> {
  await tx
    .updateTable('answerVersion')
    .set({ withdrawnAt: sql`clock_timestamp()`, withdrawnBy: by })
    .where('answerId', '=', answerId)
    .where('withdrawnAt', 'is', null)
    .execute()
  for (const table of ['comment', 'targetRequest'] as const)
    await tx
      .updateTable(table)
      .set({ withdrawnAt: sql`clock_timestamp()` })
      .where('answerId', '=', answerId)
      .where('withdrawnAt', 'is', null)
      .execute()
}
