import { z } from 'zod'
import { OUTCOMES, SEVERITIES } from '../../domain/inspection/finding.ts'
import type { Tx } from '../database.ts'

/** What both sides sign: everything that was found, as it stood when the minutes were drawn up. */
export const minutesContent = z.object({
  unitName: z.string(),
  subject: z.string(),
  periodFrom: z.string(),
  periodTo: z.string(),
  decisionNumber: z.string(),
  decisionOn: z.string(),
  visitFrom: z.string(),
  visitTo: z.string(),
  team: z.array(z.object({ fullName: z.string(), position: z.string(), role: z.string() })),
  findings: z.array(
    z.object({
      number: z.int(),
      section: z.string(),
      criterion: z.string(),
      outcome: z.enum(OUTCOMES),
      note: z.string(),
      points: z.int().nullable(),
      maxScore: z.int(),
      severity: z.enum(SEVERITIES).nullable(),
      photos: z
        .array(
          z.object({ caption: z.string(), name: z.string(), size: z.int(), sha256: z.string() }),
        )
        .exactOptional(),
    }),
  ),
  scorePercent: z.number().nullable(),
  summary: z.object({
    strengths: z.string(),
    shortcomings: z.string(),
    causes: z.string(),
    recommendations: z.string(),
  }),
})
export type MinutesContent = z.output<typeof minutesContent>

/** The minutes drawn up last, with who has signed them; null before they are. */
export async function latestMinutes(tx: Tx, inspectionId: string) {
  const minutes = await tx
    .selectFrom('inspectionMinutes as minutes')
    // @NOTE the unit sees the team's names, not the federation's people
    .innerJoin('inspectionMember as drawer', (join) =>
      join
        .onRef('drawer.inspectionId', '=', 'minutes.inspectionId')
        .onRef('drawer.officialId', '=', 'minutes.drawnBy'),
    )
    .select([
      'minutes.number',
      'minutes.content',
      'minutes.contentSha256',
      'minutes.drawnAt',
      'drawer.fullName as drawnBy',
    ])
    .where('minutes.inspectionId', '=', inspectionId)
    .orderBy('minutes.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!minutes) return null
  const signatures = await tx
    .selectFrom('inspectionSignature')
    .select(['side', 'officialId', 'signerName', 'signerPosition', 'signedAt'])
    .where('inspectionId', '=', inspectionId)
    .where('minutesNumber', '=', minutes.number)
    .orderBy('side')
    .execute()
  return {
    ...minutes,
    content: minutesContent.parse(minutes.content),
    signatures: signatures.map((signature) => ({
      ...signature,
      side: signature.side === 'TEAM' ? ('TEAM' as const) : ('UNIT' as const),
    })),
  }
}
export type Minutes = NonNullable<Awaited<ReturnType<typeof latestMinutes>>>
