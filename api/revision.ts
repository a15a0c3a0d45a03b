import type { Entered } from '../db/context.ts'
import { comparisonOf } from '../db/revision/comparison.ts'
import { consolidationOf } from '../db/revision/consolidation.ts'
import { revisionPerformers } from '../db/revision/deeds.ts'
import { plansOfYear } from '../db/revision/plan.ts'
import type { CommentRow } from '../domain/revision/revision.contract.ts'
import { revisionRoutes as routes } from '../domain/revision/revision.contract.ts'
import { type Language, say } from '../domain/text/say.ts'
import { mountExport } from './export.ts'
import { mountDeed, type Mounting, mountReading } from './mount.ts'
import type { Sheet } from './xlsx.ts'

export function mountRevision(mounting: Mounting): void {
  mountReading(mounting, routes.consolidationOfYear, async ({ tx }, { params }) => ({
    plans: await plansOfYear(tx, params.planYear),
  }))
  mountReading(mounting, routes.consolidation, (entered, { params }) =>
    consolidationOf(entered, params.planId),
  )
  mountExport(mounting, routes.consolidation, (entered, { params }, language) =>
    consolidationSheet(entered, params.planId, language),
  )
  mountReading(mounting, routes.comparison, ({ tx }, { params, query }) =>
    comparisonOf(tx, params.planId, query),
  )
  for (const performer of revisionPerformers) mountDeed(mounting, performer)
}

type Line = CommentRow & { place: string; currentText: string | null }

/** The form officials know: place, comment, disposition, explanation, the words as they now are. */
async function consolidationSheet(
  entered: Entered,
  planId: string,
  language: Language,
): Promise<Sheet<Line>> {
  const { plan, places, comments } = await consolidationOf(entered, planId)
  const text = (key: string) => say(language, `revision.sheet.${key}`)
  const placeOf = new Map(places.map((place) => [`${place.kind} ${place.code}`, place]))
  const rows = comments.map((comment): Line => {
    const place = placeOf.get(`${comment.placeKind} ${comment.placeCode}`)
    const named = [comment.placeCode, place?.heading].filter(Boolean).join('. ')
    return { ...comment, place: named || text('general'), currentText: place?.current ?? null }
  })
  return {
    fileName: `${text('name')} ${plan.title}`,
    sheet: text('name'),
    columns: [
      { head: text('place'), width: 30, cell: (row) => row.place },
      { head: text('unit'), width: 28, cell: (row) => row.unitName },
      { head: text('number'), width: 16, cell: (row) => row.number },
      { head: text('comment'), width: 50, cell: (row) => row.text },
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
    rows,
  }
}
