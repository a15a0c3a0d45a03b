import { sql } from 'kysely'
import type { AnswerForm, CommentForm } from '../../domain/feedback/answer-form.contract.ts'
import type { ConsultedPlan } from '../../domain/feedback/feedback.contract.ts'
import { isNewLine, onlyAsked } from '../../domain/feedback/line-wish.ts'
import { placesOf } from '../../domain/feedback/places.ts'
import { countedAnswers, type OwnQuestion } from '../../domain/feedback/own-questions.ts'
import { sha256Of } from '../canonical.ts'
import type { Tx } from '../database.ts'
import type { Answering } from './answering.ts'
import { ownAnswerRows } from './own-answer-rows.ts'

type Signing = {
  form: AnswerForm
  plans: readonly ConsultedPlan[]
  questions: readonly OwnQuestion[]
  signedBy: string
  signedFor: string | null
  /** On paper, by whom entered for the unit. */
  enteredFrom?: { by: string; paper: string; scans: readonly string[] }
}

/** What was signed: the form whole with its hash, and its parts as rows to be answered. */
export function signedVersion(held: Answering, written: Signing) {
  const signing = { ...written, form: asItCounts(written) }
  const version = held.answer.version + 1
  const content = contentOf(held, signing)
  const contentSha256 = sha256Of(content)
  const comments = commentsOf(signing)
  const signed = { ...signing, version, contentSha256, commentCount: comments.length }
  return {
    version,
    contentSha256,
    content,
    commentCount: comments.length,
    writes: [
      keptVersion(held, signed),
      submittedAnswer(held, signed),
      keptFiles(held, signed),
      ...keptParts(held, version, {
        stances: stancesOf(signing),
        comments,
        requests: requestsOf(signing),
      }),
      ownAnswerRows(held, version, signing),
    ],
  }
}

/** What is not asked, or not any more, stays in the draft and is not signed. */
function asItCounts({ form, questions }: Signing): AnswerForm {
  return { ...form, ownAnswers: countedAnswers(questions, form.ownAnswers) }
}

type Signed = Signing & { version: number; contentSha256: string; commentCount: number }

function keptVersion({ answer, round, clock, isLate }: Answering, signed: Signed) {
  return sql`
    insert into answer_version (answer_id, version, federation_id, unit_id, form, content_sha256, signed_by,
      signed_for, signed_at, is_late, form_version)
    values (${answer.id}, ${signed.version}, ${round.federationId}, ${answer.unitId},
      ${JSON.stringify(signed.form)}, ${signed.contentSha256}, ${signed.signedBy}, ${signed.signedFor},
      ${clock}, ${isLate}, ${signed.form.questionsVersion})`
}

function submittedAnswer({ answer, clock, isLate }: Answering, signed: Signed) {
  return sql`
    update answer set state = 'SUBMITTED', submitted_at = ${clock}, is_late = ${isLate},
      version = ${signed.version}, comment_count = ${signed.commentCount}, revision = ${answer.revision + 1}
    where id = ${answer.id}`
}

function keptFiles({ answer, round, files }: Answering, { version }: Signed) {
  return sql`
    insert into answer_version_file (answer_id, version, file_id, federation_id)
    select ${answer.id}::uuid, ${version}::integer, file_id, ${round.federationId}::uuid
    from unnest(${files.map(({ fileId }) => fileId)}::uuid[]) as file_id`
}

type Parts = Record<'stances' | 'comments' | 'requests', readonly object[]>

/** Lists go as one value each: the statement is the same however much a unit has written. */
function keptParts({ answer, round }: Answering, version: number, parts: Parts) {
  const of = sql`${answer.id}::uuid, ${version}::integer, ${round.federationId}::uuid, ${answer.unitId}::uuid`
  const ofColumns = sql`answer_id, version, federation_id, unit_id`
  const listed = (list: readonly object[]) =>
    sql`jsonb_to_recordset(${JSON.stringify(list)}::jsonb)`
  return [
    sql`insert into stance (${ofColumns}, plan_id, stance, remark)
      select ${of}, s."planId", s.stance, s.remark
      from ${listed(parts.stances)} as s ("planId" uuid, stance text, remark text)`,
    sql`insert into comment (${ofColumns}, round_id, plan_id, position, place_kind, place_code, kind, text,
        suggested_text, line_wish)
      select ${of}, ${round.id}::uuid, c."planId", c.position, c."placeKind", c."placeCode", c.kind, c.text,
        c."suggestedText", c.line
      from ${listed(parts.comments)} as c ("planId" uuid, position integer, "placeKind" text,
        "placeCode" text, kind text, text text, "suggestedText" text,
        line jsonb)`,
    sql`insert into target_request (${ofColumns}, round_id, plan_id, target_code, assigned, requested, reason,
        particularity, feasibility, commitment)
      select ${of}, ${round.id}::uuid, r."planId", r."targetCode", r.assigned, r.requested, r.reason,
        r.particularity, r.feasibility, r.commitment
      from ${listed(parts.requests)} as r ("planId" uuid, "targetCode" text, assigned numeric,
        requested numeric, reason text, particularity text, feasibility text, commitment text)`,
  ]
}

/** What the hash stands for: the words and files, under which number, about which versions. */
function contentOf({ answer, files }: Answering, { form, plans, questions, enteredFrom }: Signing) {
  return {
    ...(enteredFrom && { enteredFrom }),
    number: answer.number,
    unit: answer.unitName,
    drafts: plans.map(({ planId, version, title }) => ({ planId, version, title })),
    // an answer means nothing without the words of its question
    questions: questions.filter(({ id }) => form.ownAnswers[id] !== undefined),
    form,
    files: files.map(({ place, name, size, sha256 }) => ({ place, name, size, sha256 })),
  }
}

function stancesOf({ form }: Signing) {
  return Object.entries(form.stances).flatMap(([planId, { stance, remark }]) =>
    stance ? [{ planId, stance, remark: remark.trim() || null }] : [],
  )
}

/** In the order of the paper, so that comment 4 of an answer stays its fourth. */
function commentsOf({ form, plans }: Signing) {
  const places = plans.flatMap(placesOf)
  const order = new Map(places.map(({ key }, index) => [key, index]))
  // of the whole draft first, lines of one's own behind the annex
  const rank = (key: string, { placeKind }: CommentForm) =>
    order.get(key) ?? (placeKind === 'GENERAL' ? -1 : places.length)
  const comments = Object.entries(form.comments).sort(
    ([a, one], [b, other]) => rank(a, one) - rank(b, other) || (a < b ? -1 : 1),
  )
  return comments.map(([key, { text, suggestedText, line, ...comment }], index) => ({
    ...comment,
    ...(line && { line: onlyAsked(line, places[order.get(key) ?? -1]?.line) }),
    // a class that the annex lacks has no place in it yet
    placeCode: isNewLine(comment.placeCode) ? null : comment.placeCode,
    position: index + 1,
    text: text.trim(),
    suggestedText: newWording(suggestedText, places[order.get(key) ?? -1]?.text),
  }))
}

/** A wording left as it stands in the draft is no suggestion. */
function newWording(suggested: string | null, draft: string | undefined): string | null {
  const wording = suggested?.trim()
  return !wording || wording === draft?.trim() ? null : wording
}

function requestsOf({ form, plans }: Signing) {
  return Object.values(form.targetRequests).flatMap(({ requested, reason, ...request }) => {
    const assigned = assignedTo(request, plans)
    if (requested === null || reason === null || assigned === null) return []
    const { planId, targetCode, particularity, feasibility, commitment } = request
    return [
      {
        planId,
        targetCode,
        assigned,
        requested,
        reason,
        particularity: particularity.trim(),
        feasibility: feasibility.trim(),
        commitment: commitment.trim() || null,
      },
    ]
  })
}

function assignedTo(
  request: { planId: string; targetCode: string },
  plans: readonly ConsultedPlan[],
): number | null {
  const plan = plans.find(({ planId }) => planId === request.planId)
  return plan?.targets.find(({ code }) => code === request.targetCode)?.allocation?.value ?? null
}

/** Taken back: the version stays as it was signed, its parts count no longer. */
export async function withdrawVersion(tx: Tx, answerId: string, by: string): Promise<void> {
  await tx
    .updateTable('answerVersion')
    .set({ withdrawnAt: sql`clock_timestamp()`, withdrawnBy: by })
    .where('answerId', '=', answerId)
    .where('withdrawnAt', 'is', null)
    .execute()
  // what was said at a conference is of no signed version and stays
  await sql`
    update comment set withdrawn_at = clock_timestamp()
    where answer_id = ${answerId} and withdrawn_at is null and version is not null`.execute(tx)
  await sql`
    update target_request set withdrawn_at = clock_timestamp()
    where answer_id = ${answerId} and withdrawn_at is null`.execute(tx)
}
