import { consolidationOf } from '../db/revision/consolidation.ts'
import { everyCommentOf } from '../db/revision/opinions.ts'
import type { Entered } from '../db/context.ts'
import { partsOfWish } from '../domain/feedback/line-wish.ts'
import type {
  CommentRow,
  PlaceView,
  RequestRow,
  TargetRequests,
} from '../domain/revision/views.contract.ts'
import { isAt } from '../domain/revision/comments-in-places.ts'
import { day, writeDay } from '../domain/grammar/day.ts'
import { type Language, say } from '../domain/text/say.ts'
import type { Sheet } from './xlsx.ts'

type Line = CommentRow & { wish: string[]; place: string; currentText: string | null }

/** The form officials know: place, comment, disposition, explanation, the words as they now are. */
export async function consolidationSheet(
  entered: Entered,
  planId: string,
  language: Language,
): Promise<Sheet<Line>> {
  const { plan, places } = await consolidationOf(entered, planId)
  const text = (key: string) => say(language, `revision.sheet.${key}`)
  const lineOf = (comment: CommentRow): Line => {
    const place = places.find((each) => isAt(each, comment))
    const named = [comment.placeCode, place?.heading].filter(Boolean).join('. ')
    const unplaced = text(comment.line ? 'newLines' : 'general')
    const wish = wishIn(language, comment, place)
    return { ...comment, wish, place: named || unplaced, currentText: place?.current ?? null }
  }
  return {
    fileName: `${text('name')} ${plan.title}`,
    sheet: text('name'),
    columns: [
      { head: text('place'), width: 30, cell: (row) => row.place },
      { head: text('unit'), width: 28, cell: (row) => row.unitName },
      { head: text('number'), width: 16, cell: (row) => row.number },
      { head: text('round'), width: 8, cell: (row) => row.round },
      { head: text('origin'), width: 26, cell: (row) => originIn(language, row) },
      { head: text('comment'), width: 50, cell: (row) => [...row.wish, row.text].join('\n') },
      { head: text('suggested'), width: 40, cell: (row) => row.suggestedText },
      {
        head: text('disposition'),
        width: 20,
        cell: (row) =>
          say(language, `revision.dispositions.${row.disposition?.disposition ?? 'OPEN'}`),
      },
      {
        head: text('explanation'),
        width: 50,
        cell: ({ disposition }) => disposition?.explanation ?? disposition?.forwardedAnswer ?? null,
      },
      { head: text('current'), width: 50, cell: (row) => row.currentText },
      { head: text('decidedBy'), width: 22, cell: (row) => row.disposition?.decidedBy ?? null },
    ],
    rows: linesOf(everyCommentOf(entered, planId), lineOf),
  }
}

/** Page by page, as they are read. */
async function* linesOf(
  comments: AsyncIterable<CommentRow>,
  lineOf: (comment: CommentRow) => Line,
): AsyncGenerator<Line> {
  for await (const comment of comments) yield lineOf(comment)
}

function originIn(language: Language, { origin }: CommentRow): string {
  if (!origin) return say(language, 'revision.sheet.written')
  const { kind, heldOn } = origin
  return say(language, `feedback.spokenAt.${kind}`, { heldOn: writeDay(day(heldOn)) })
}

/** What is asked of a class line, in the words of the reader. */
function wishIn(language: Language, { line }: CommentRow, place: PlaceView | undefined): string[] {
  if (!line) return []
  const parts = partsOfWish(line, place?.line?.consulted ?? undefined)
  return parts.map(({ key, params }) => say(language, key, params))
}

/** What each unit asks about its target, why, and what was decided. */
export function requestsSheet(
  { plan, requests }: TargetRequests,
  language: Language,
): Sheet<RequestRow> {
  const text = (key: string) => say(language, `revision.requestsSheet.${key}`)
  return {
    fileName: `${text('name')} ${plan.title}`,
    sheet: text('name'),
    columns: [
      { head: text('target'), width: 10, cell: (row) => row.targetCode },
      { head: text('unit'), width: 36, cell: (row) => row.unitName },
      { head: text('number'), width: 16, cell: (row) => row.number },
      { head: text('round'), width: 8, cell: (row) => row.round },
      { head: text('assigned'), width: 12, cell: (row) => row.assigned },
      { head: text('requested'), width: 12, cell: (row) => row.requested },
      {
        head: text('reason'),
        width: 22,
        cell: (row) => say(language, `revision.reasons.${row.reason}`),
      },
      { head: text('particularity'), width: 40, cell: (row) => row.particularity },
      { head: text('feasibility'), width: 40, cell: (row) => row.feasibility },
      { head: text('commitment'), width: 30, cell: (row) => row.commitment },
      {
        head: text('outcome'),
        width: 20,
        cell: ({ decision }) =>
          decision
            ? say(language, `revision.outcomes.${decision.outcome}`)
            : say(language, 'revision.requestsSheet.open'),
      },
      { head: text('granted'), width: 14, cell: (row) => row.decision?.granted ?? null },
      { head: text('explanation'), width: 40, cell: (row) => row.decision?.explanation ?? null },
      { head: text('decidedBy'), width: 22, cell: (row) => row.decision?.decidedBy ?? null },
    ],
    rows: requests,
  }
}
