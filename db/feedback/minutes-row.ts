import { sql } from 'kysely'
import { z } from 'zod'
import { COMMENT_KINDS } from '../../domain/feedback/answer-form.ts'
import { ATTENDANCE, MEETING_KINDS, OPINION_STATES } from '../../domain/feedback/conference.ts'
import type { Tx } from '../database.ts'
import type { ConferenceRow } from './conference-row.ts'

/** What both sign: who was there and what was said, as it stood when the minutes were drawn up. */
const minutesContent = z.object({
  kind: z.enum(MEETING_KINDS),
  planYear: z.int(),
  startsAt: z.string(),
  endsAt: z.string(),
  place: z.string(),
  agenda: z.string(),
  chairName: z.string(),
  secretaryName: z.string(),
  drafts: z.array(z.object({ title: z.string(), version: z.int() })),
  attendance: z.array(
    z.object({
      unitName: z.string(),
      /** Null: nobody has said whether it came. */
      state: z.enum(ATTENDANCE).nullable(),
      representative: z.string().nullable(),
    }),
  ),
  opinions: z.array(
    z.object({
      unitName: z.string(),
      placeName: z.string(),
      kind: z.enum(COMMENT_KINDS),
      words: z.string(),
      unitWords: z.string().nullable(),
      state: z.enum(OPINION_STATES),
    }),
  ),
})
export type MinutesContent = z.output<typeof minutesContent>

/** The part that may not change under a signature; units go on saying what is their own. */
export function recordedIn({ opinions, ...content }: MinutesContent) {
  return {
    ...content,
    opinions: opinions.map(({ unitName, placeName, kind, words }) => ({
      unitName,
      placeName,
      kind,
      words,
    })),
  }
}

/** Everything as it stands now; what was taken back is left out. */
export async function contentOfMinutes(tx: Tx, conference: ConferenceRow): Promise<MinutesContent> {
  const { id, roundId } = conference
  const { rows } = await sql<Pick<MinutesContent, 'drafts' | 'attendance' | 'opinions'>>`
    select
      (select coalesce(jsonb_agg(jsonb_build_object('title', p.title, 'version', rp.version)
          order by p.plan_type desc), '[]')
        from round_plan rp join plan p on p.id = rp.plan_id where rp.round_id = ${roundId}::uuid) as drafts,
      (select coalesce(jsonb_agg(jsonb_build_object('unitName', u.name, 'state', t.state,
          'representative', t.representative) order by u.name collate vi_natural, u.id), '[]')
        from answer a join unit u on u.id = a.unit_id
        left join conference_attendance t on t.conference_id = ${id}::uuid and t.unit_id = a.unit_id
        where a.round_id = ${roundId}::uuid and (a.state <> 'EXCUSED' or t.state is not null)) as attendance,
      (select coalesce(jsonb_agg(jsonb_build_object('unitName', o.unit_name, 'placeName', o.place_name,
          'kind', o.kind, 'words', o.words, 'unitWords', o.unit_words, 'state', o.state)
          order by o.recorded_at, o.id), '[]')
        from conference_opinion o where o.conference_id = ${id}::uuid and o.state <> 'STRUCK') as opinions`.execute(
    tx,
  )
  return minutesContent.parse({ ...conference, ...rows[0] })
}

/** The minutes drawn up last, with who has signed them; null before they are. */
export async function latestMinutes(tx: Tx, conferenceId: string) {
  const minutes = await tx
    .selectFrom('conferenceMinutes as minutes')
    .innerJoin('official as drawer', 'drawer.id', 'minutes.drawnBy')
    .select([
      'minutes.number',
      'minutes.content',
      'minutes.contentSha256',
      'minutes.drawnAt',
      'drawer.fullName as drawnByName',
    ])
    .where('minutes.conferenceId', '=', conferenceId)
    .orderBy('minutes.number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!minutes) return null
  const signatures = await tx
    .selectFrom('conferenceSignature')
    .select(['officialId', 'side', 'signerName', 'signerPosition', 'signedAt'])
    .where('conferenceId', '=', conferenceId)
    .orderBy('side')
    .execute()
  return {
    ...minutes,
    content: minutesContent.parse(minutes.content),
    signatures: signatures.map((signature) => ({
      ...signature,
      side: signature.side === 'CHAIR' ? ('CHAIR' as const) : ('SECRETARY' as const),
    })),
  }
}
export type Minutes = NonNullable<Awaited<ReturnType<typeof latestMinutes>>>
