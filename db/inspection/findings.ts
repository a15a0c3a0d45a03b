import { photoCaptions } from '../../domain/inspection/forms.contract.ts'
import type { PhotoView } from '../../domain/inspection/photos.contract.ts'
import type { Finding, Outcome } from '../../domain/inspection/finding.ts'
import { pointsOf, scorePercent } from '../../domain/inspection/finding.ts'
import type { Tx } from '../database.ts'
import type { InspectionRow } from './inspection-row.ts'
import type { MinutesContent } from './minutes-row.ts'
import { photosOfCriterion } from './photos.ts'
import type { Seat } from './team.ts'

export type FoundCriterion = Finding & {
  id: string
  section: string
  criterion: string
  evidence: string
  figure: string | null
  severity: 'LIGHT' | 'SERIOUS' | null
  captions: Readonly<Record<string, string>>
  photos: readonly PhotoView[]
  revision: number
  writtenBy: string | null
  writtenAt: string | null
  /** Whether the reader may see it at all: a unit only after the minutes. */
  isThere: boolean
}

/** Every criterion in order, with what was found on it: one statement. */
export async function criteriaOf(tx: Tx, inspectionId: string): Promise<FoundCriterion[]> {
  const rows = await tx
    .selectFrom('inspectionCriterion as criterion')
    .leftJoin('finding', 'finding.criterionId', 'criterion.id')
    .leftJoin('inspectionMember as writer', (join) =>
      join
        .onRef('writer.inspectionId', '=', 'finding.inspectionId')
        .onRef('writer.officialId', '=', 'finding.writtenBy'),
    )
    .select([
      'criterion.id',
      'criterion.number',
      'criterion.section',
      'criterion.criterion',
      'criterion.evidence',
      'criterion.maxScore',
      'criterion.figure',
      'finding.outcome',
      'finding.note',
      'finding.score',
      'finding.severity',
      'finding.captions',
      'finding.revision',
      'finding.writtenAt',
      'writer.fullName as writtenBy',
      photosOfCriterion.as('photos'),
    ])
    .where('criterion.inspectionId', '=', inspectionId)
    .orderBy('criterion.number')
    .execute()
  return rows.map(({ outcome, severity, captions, ...row }) => ({
    ...row,
    // Held to these words by checks of the table.
    outcome: outcome as Outcome | null,
    severity: severity as FoundCriterion['severity'],
    note: row.note ?? '',
    captions: photoCaptions.parse(captions ?? {}),
    isThere: row.revision !== null,
    revision: row.revision ?? 0,
  }))
}

/** Which pictures were signed, and what was said of them; minutes without any read as they always did. */
function photographed({ photos, captions }: FoundCriterion) {
  return photos.map(({ photoId, name, size, sha256 }) => ({
    caption: captions[photoId]?.trim() ?? '',
    name,
    size,
    sha256,
  }))
}

/** The minutes as they would read now; null while something is left open. */
export function contentOf(
  inspection: InspectionRow,
  team: readonly Seat[],
  criteria: readonly FoundCriterion[],
): MinutesContent | null {
  const findings = criteria.flatMap((each) => {
    const { number, section, criterion, outcome, note, maxScore, severity } = each
    const photos = photographed(each)
    const points = pointsOf(each)
    return outcome === null
      ? []
      : [
          {
            number,
            section,
            criterion,
            outcome,
            note: note.trim(),
            points,
            maxScore,
            severity,
            ...(photos.length > 0 && { photos }),
          },
        ]
  })
  if (findings.length < criteria.length) return null
  const { unitName, subject, periodFrom, periodTo, decisionNumber, decisionOn } = inspection
  const { visitFrom, visitTo, summary } = inspection
  return {
    unitName,
    subject,
    periodFrom,
    periodTo,
    decisionNumber,
    decisionOn,
    visitFrom,
    visitTo,
    team: team.map(({ fullName, position, role }) => ({ fullName, position, role })),
    findings,
    scorePercent: scorePercent(criteria),
    summary,
  }
}
