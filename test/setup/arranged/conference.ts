import { randomUUID } from 'node:crypto'
import { conferenceRoutes as routes } from '../../../domain/feedback/conference.contract.ts'
import { dayOfInstant } from '../../../domain/grammar/day.ts'
import { roundIn } from './feedback.ts'
import type { Arrange, Scene } from './scene.ts'

const hour = 3_600_000
const at = (hours: number) => new Date(Date.now() + hours * hour)

/** The round was held as a conference that has just ended; the leader was in the chair, the drafter wrote. */
export async function conferenceIn(scene: Scene, state = 'OPEN'): Promise<string> {
  await roundIn(scene, 'OPEN')
  const { sql, idFrom, roundId, federation } = scene
  await sql(`update round set kinds = '{WRITTEN,CONFERENCE,WORKSHOP}' where id = $1`, [roundId])
  const id = await idFrom(
    `insert into conference (federation_id, round_id, kind, starts_at, ends_at, place, agenda, chair_id,
       chair_name, secretary_id, secretary_name, minutes_due_at, ended_at, minutes_reminded_at)
     values ($1, $2, 'CONFERENCE', $3, $4, 'Hội trường', 'Góp ý', $5, 'Chủ trì', $6, 'Thư ký', $7, $4, $4)
     on conflict (round_id, kind) do update set state = 'OPEN', starts_at = excluded.starts_at,
       ends_at = excluded.ends_at returning id`,
    [
      federation.federationId,
      roundId,
      at(-3),
      at(-1),
      federation.person('leader').officialId,
      federation.person('drafter').officialId,
      at(48),
    ],
  )
  await sql('delete from conference_signature where conference_id = $1', [id])
  await sql('update conference set state = $2 where id = $1', [id, state])
  return id
}

/** What the first unit said, as far as it has come. */
export async function opinionIn(scene: Scene, state: string): Promise<string> {
  const conferenceId = await conferenceIn(scene)
  const isDecided = state !== 'RECORDED'
  const { answerId, planId, roundId, federation, idFrom } = scene
  return idFrom(
    `insert into conference_opinion (id, federation_id, conference_id, round_id, answer_id, unit_name,
       spoke_id, unit_id, unit_path, plan_id,
       place_kind, place_name, kind, words, state, struck_because, recorded_by, decided_by, decided_at)
     select $1, $2, $3, $4, a.id, 'Đơn vị 1', a.unit_id, a.unit_id, a.unit_path, $6::uuid, 'GENERAL',
       'Toàn dự thảo', 'PROPOSAL', 'Thêm lớp tối', $7, $8, $9::uuid, $10::uuid, $11::timestamptz
     from answer a where a.id = $5 returning id`,
    [
      randomUUID(),
      federation.federationId,
      conferenceId,
      roundId,
      answerId,
      planId,
      state,
      state === 'STRUCK' ? 'Ghi nhầm đơn vị' : null,
      federation.person('drafter').officialId,
      isDecided ? federation.person('unit1.head').officialId : null,
      isDecided ? at(0) : null,
    ],
  )
}

export async function minutesIn(scene: Scene, state = 'OPEN') {
  const conferenceId = await conferenceIn(scene)
  await scene.sql('delete from conference_minutes where conference_id = $1', [conferenceId])
  const drawn = await scene.walk.does('drafter', routes.drawConferenceMinutes, {
    params: { conferenceId },
    body: {},
  })
  await scene.sql('update conference set state = $2 where id = $1', [conferenceId, state])
  return { conferenceId, number: String(drawn.number), contentSha256: drawn.contentSha256 }
}

const onOpinion =
  (body: unknown): Arrange =>
  async ({ scene, state }) => ({ params: { opinionId: await opinionIn(scene, state) }, body })

const firstUnit = ({ federation }: Scene) => String(federation.units[0]?.id)

export const conferenceArranged: Record<string, Arrange> = {
  'conference.set': async ({ scene, state }) => {
    await conferenceIn(scene)
    await scene.sql(`delete from conference where kind = 'WORKSHOP' and round_id = $1`, [
      scene.roundId,
    ])
    await roundIn(scene, state)
    const body = {
      on: dayOfInstant(at(120).toISOString()),
      from: '08:00',
      to: '11:00',
      place: 'Hội trường',
      agenda: 'Góp ý dự thảo',
      chairId: scene.federation.person('leader').officialId,
      secretaryId: scene.federation.person('drafter').officialId,
    }
    return { params: { roundId: scene.roundId, kind: 'WORKSHOP' }, body, revision: 0 }
  },
  'conference.attended': async ({ scene, state }) => ({
    params: { conferenceId: await conferenceIn(scene, state) },
    body: { marks: [{ unitId: firstUnit(scene), state: 'PRESENT', representative: 'Bà Hoa' }] },
  }),
  'opinion.recorded': async ({ scene, state }) => ({
    params: { conferenceId: await conferenceIn(scene, state) },
    body: {
      unitId: firstUnit(scene),
      planId: scene.planId,
      placeKind: 'GENERAL',
      placeCode: null,
      kind: 'PROPOSAL',
      words: 'Thêm lớp buổi tối',
    },
  }),
  'opinion.struck': onOpinion({ reason: 'Ghi nhầm đơn vị' }),
  'opinion.confirmed': onOpinion({ words: 'Thêm một lớp buổi tối' }),
  'opinion.disowned': onOpinion({}),
  'conference.minutesDrawn': async ({ scene, state }) => ({
    params: { conferenceId: await conferenceIn(scene, state) },
    body: {},
  }),
  'conference.minutesSigned': async ({ scene, state }) => {
    const { conferenceId, number, contentSha256 } = await minutesIn(scene, state)
    return { params: { conferenceId }, body: { number: Number(number), contentSha256 } }
  },
}
