import { sql } from 'kysely'
import type { MeetingKind } from '../../domain/feedback/conference.ts'
import { dayOfInstant } from '../../domain/grammar/day.ts'
import { lineWish } from '../../domain/feedback/answer-form.contract.ts'
import type { CommentRow, DispositionView } from '../../domain/revision/views.contract.ts'
import type { Tx } from '../database.ts'
import { appliedWish } from './applied-wish.ts'

export type CommentOfPlan = Omit<CommentRow, 'isDisposed'>

/** Every effective comment on a plan, of both its rounds, unit by unit, with its disposition. */
export async function commentsOnPlan(tx: Tx, planId: string): Promise<CommentOfPlan[]> {
  const rows = await comments(tx)
    .where('comment.planId', '=', planId)
    .where('comment.roundId', 'in', (query) =>
      query.selectFrom('roundPlan').select('roundId').where('planId', '=', planId),
    )
    .where('comment.withdrawnAt', 'is', null)
    .orderBy('round.number')
    .orderBy('answer.number')
    .orderBy('comment.position')
    .execute()
  return rows.map(commentOfRow)
}

export async function commentsByIds(
  tx: Tx,
  ids: readonly string[],
): Promise<Map<string, CommentOfPlan>> {
  const rows = await comments(tx)
    .where('comment.id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, commentOfRow(row)]))
}

export async function commentWithDisposition(tx: Tx, commentId: string) {
  const row = await comments(tx).where('comment.id', '=', commentId).executeTakeFirst()
  return row && commentOfRow(row)
}

function comments(tx: Tx) {
  return tx
    .selectFrom('comment')
    .innerJoin('answer', 'answer.id', 'comment.answerId')
    .innerJoin('round', 'round.id', 'comment.roundId')
    .leftJoin('answerVersion', (join) =>
      join
        .onRef('answerVersion.answerId', '=', 'comment.answerId')
        .onRef('answerVersion.version', '=', 'comment.version'),
    )
    .leftJoin('official as signer', 'signer.id', 'answerVersion.signedBy')
    .leftJoin('conferenceOpinion as spoken', 'spoken.id', 'comment.opinionId')
    .leftJoin('conference', 'conference.id', 'spoken.conferenceId')
    .innerJoin('unit', 'unit.id', 'comment.unitId')
    .leftJoin('disposition', 'disposition.commentId', 'comment.id')
    .leftJoin('official as decider', 'decider.id', 'disposition.decidedBy')
    .leftJoin('department', 'department.id', 'disposition.forwardedTo')
    .select([
      'comment.id',
      'answer.number',
      'round.number as round',
      'comment.unitId',
      'unit.name as unitName',
      ({ fn }) => fn.coalesce('signer.fullName', 'spoken.decidedName').as('signedBy'),
      'conference.kind as conferenceKind',
      'conference.startsAt',
      'comment.placeKind',
      'comment.placeCode',
      'comment.kind',
      'comment.text',
      'comment.suggestedText',
      'comment.lineWish',
      'disposition.disposition',
      'disposition.explanation',
      'disposition.mergedInto',
      'disposition.forwardedTo',
      'department.name as forwardedToName',
      'disposition.forwardedAnswer',
      'disposition.changedPlaces',
      'disposition.applied',
      'decider.fullName as decidedBy',
      'disposition.decidedAt',
      'disposition.revision',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof comments>['execute']>>[number]

function commentOfRow(row: Row): CommentOfPlan {
  const { id, number, round, unitId, unitName, signedBy, placeCode, text, suggestedText } = row
  return {
    id,
    number,
    round,
    unitId,
    unitName,
    signedBy: signedBy ?? '',
    origin: originOf(row),
    // Both are held to these words by a check of the table.
    placeKind: row.placeKind as CommentRow['placeKind'],
    placeCode,
    kind: row.kind as CommentRow['kind'],
    text,
    suggestedText,
    line: row.lineWish === null ? null : lineWish.parse(row.lineWish),
    disposition: dispositionOfRow(row),
  }
}

/** Where it was said, when it was not written. */
function originOf({ conferenceKind, startsAt }: Row): CommentRow['origin'] {
  if (conferenceKind === null || startsAt === null) return null
  return {
    // held to these words by a check of the table
    kind: conferenceKind as MeetingKind,
    heldOn: dayOfInstant(startsAt),
  }
}

function dispositionOfRow(row: Row): DispositionView | null {
  if (row.disposition === null) return null
  return {
    disposition: row.disposition as DispositionView['disposition'],
    explanation: row.explanation,
    mergedInto: row.mergedInto,
    forwardedTo: row.forwardedTo,
    forwardedToName: row.forwardedToName,
    forwardedAnswer: row.forwardedAnswer,
    changedPlaces: row.changedPlaces ?? [],
    applied: row.applied === null ? null : appliedWish.parse(row.applied).facts,
    decidedBy: row.decidedBy ?? '',
    decidedAt: row.decidedAt ?? '',
    revision: row.revision ?? 0,
  }
}
