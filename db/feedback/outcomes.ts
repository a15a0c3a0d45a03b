import { sql } from 'kysely'
import { z } from 'zod'
import { wordsOfLine } from '../../domain/draft/line-words.ts'
import { type PlanContent, planContent } from '../../domain/draft/plan-content.ts'
import {
  type CommentOutcome,
  commentOutcome,
  type OutcomesView,
  requestOutcome,
} from '../../domain/feedback/outcomes.contract.ts'
import type { Tx } from '../database.ts'
import { found } from '../subject.ts'
import { answers } from './obligation.ts'
import { roundById } from './round.ts'

/** The two texts between which the unit's opinions made a difference. */
type Versions = {
  planId: string
  before: PlanContent
  after: PlanContent | null
  version: number
  /** What was decided by then is given out; what came after waits for the next version. */
  givenOutAt: string | null
}

/** Each comment and request of a unit with the federation's answer, and what changed for it. */
export async function outcomesOf(tx: Tx, answerId: string): Promise<OutcomesView> {
  const answer = found(await answers(tx).where('answer.id', '=', answerId).executeTakeFirst())
  const round = await roundById(tx, answer.roundId)
  const versions = await versionsOf(tx, round.id)
  return {
    answerId,
    number: answer.number,
    unitName: answer.unitName,
    planYear: round.planYear,
    comments: await commentOutcomes(tx, answerId, versions),
    requests: await requestOutcomes(tx, answerId, versions),
  }
}

async function versionsOf(tx: Tx, roundId: string): Promise<Versions[]> {
  const rows = await tx
    .selectFrom('roundPlan')
    .innerJoin('plan', 'plan.id', 'roundPlan.planId')
    .innerJoin('planVersion as read', (join) =>
      join
        .onRef('read.planId', '=', 'roundPlan.planId')
        .onRef('read.version', '=', 'roundPlan.version'),
    )
    .leftJoin('planVersion as now', (join) =>
      join
        .onRef('now.planId', '=', 'plan.id')
        .onRef('now.version', '=', 'plan.publishedVersion')
        .onRef('now.version', '>', 'roundPlan.version'),
    )
    .select([
      'plan.id as planId',
      'plan.publishedVersion as version',
      'read.content as before',
      'now.content as after',
      'now.publishedAt as givenOutAt',
    ])
    .where('roundPlan.roundId', '=', roundId)
    .execute()
  return rows.map((row) => ({
    ...row,
    before: planContent.parse(row.before),
    after: row.after === null ? null : planContent.parse(row.after),
  }))
}

type CommentRow = Omit<CommentOutcome, 'placeName' | 'lineInDraft' | 'answer'> & {
  disposition: string | null
  explanation: string | null
  changedPlaces: string[]
  decidedAt: string
  forwardedToName: string | null
  forwardedAnswer: string | null
}

async function commentOutcomes(
  tx: Tx,
  answerId: string,
  versions: readonly Versions[],
): Promise<CommentOutcome[]> {
  const { rows } = await sql<CommentRow>`
    select c.id as "commentId", c.plan_id as "planId", c.place_kind as "placeKind",
      c.place_code as "placeCode", c.kind, c.text, c.suggested_text as "suggestedText",
      c.line_wish as line,
      case when f.id is not null then jsonb_build_object('kind', f.kind,
        'heldOn', (f.starts_at at time zone 'Asia/Ho_Chi_Minh')::date) end as origin,
      d.disposition, coalesce(d.explanation, head.explanation) as explanation,
      coalesce(head.changed_places, d.changed_places, '{}') as "changedPlaces",
      d.decided_at as "decidedAt", office.name as "forwardedToName",
      d.forwarded_answer as "forwardedAnswer"
    from comment c
    left join disposition d on d.comment_id = c.id
    left join conference_opinion o on o.id = c.opinion_id
    left join conference f on f.id = o.conference_id
    left join lateral head_disposition(c.id) head on d.disposition = 'MERGED'
    left join department office on office.id = d.forwarded_to
    where c.answer_id = ${answerId} and c.withdrawn_at is null
    order by c.position`.execute(tx)
  return z.array(commentOutcome).parse(rows.map((row) => withAnswer(row, versions)))
}

function withAnswer(row: CommentRow, versions: readonly Versions[]): unknown {
  const texts = versions.find(({ planId }) => planId === row.planId)
  const isGivenOut = row.disposition !== null && isOut(row.decidedAt, texts)
  return {
    ...row,
    placeName: texts && row.placeCode ? nameOf(texts.before, row.placeCode) : null,
    lineInDraft: (texts && row.line && lineOf(texts.before, row.placeCode)) ?? null,
    answer: isGivenOut && texts ? { ...row, changes: changesOf(row, texts) } : null,
  }
}

/** Answers go out together, with the version that was published after they were decided. */
function isOut(decidedAt: string | null, texts: Versions | undefined): boolean {
  const givenOutAt = texts?.givenOutAt ?? null
  return (
    decidedAt !== null && givenOutAt !== null && Date.parse(decidedAt) <= Date.parse(givenOutAt)
  )
}

/** Where the place itself, or what the answer names, reads differently now. */
function changesOf(row: CommentRow, { before, after, version }: Versions) {
  const codes = new Set([...(row.placeCode ? [row.placeCode] : []), ...row.changedPlaces])
  return [...codes].flatMap((placeCode) => {
    const [was, is] = [wordsOf(before, placeCode), after && wordsOf(after, placeCode)]
    return was === is ? [] : [{ placeCode, before: was ?? '', after: is ?? '', version }]
  })
}

function wordsOf(content: PlanContent, code: string): string | null {
  const line = lineOf(content, code)
  const place = [...content.clauses, ...content.targets].find((each) => each.code === code)
  return place?.text ?? (line ? wordsOfLine(line) : null)
}

function lineOf(content: PlanContent, code: string | null) {
  return content.classLines.find((each) => each.code === code)
}

function nameOf(content: PlanContent, code: string): string | null {
  const heading = content.clauses.find((each) => each.code === code)?.heading
  return heading ?? lineOf(content, code)?.topic ?? wordsOf(content, code)
}

async function requestOutcomes(tx: Tx, answerId: string, versions: readonly Versions[]) {
  const rows = await tx
    .selectFrom('targetRequest')
    .leftJoin('requestDecision', 'requestDecision.targetRequestId', 'targetRequest.id')
    .select([
      'targetRequest.id as targetRequestId',
      'targetRequest.planId',
      'targetRequest.targetCode',
      'targetRequest.assigned',
      'targetRequest.requested',
      'targetRequest.reason',
      'requestDecision.outcome',
      'requestDecision.granted',
      'requestDecision.explanation',
      'requestDecision.decidedAt',
    ])
    .where('targetRequest.answerId', '=', answerId)
    .where('targetRequest.withdrawnAt', 'is', null)
    .orderBy('targetRequest.targetCode')
    .execute()
  return z.array(requestOutcome).parse(
    rows.map((row) => {
      const texts = versions.find(({ planId }) => planId === row.planId)
      const target = texts?.before.targets.find(({ code }) => code === row.targetCode)
      return {
        ...row,
        targetText: target?.text ?? null,
        answer: row.outcome !== null && isOut(row.decidedAt, texts) ? row : null,
      }
    }),
  )
}
