import { randomUUID } from 'node:crypto'
import { sha256Of } from '../../../db/canonical.ts'
import { processIds } from '../../../domain/cycle/process-ids.ts'
import { planYear } from '../year-walk.ts'
import type { Arrange, Scene } from './scene.ts'

type Round = { commendationId: string; processId: string }
let theme = 0

/** A round of the year in the state asked for, with its process waiting for whatever comes next. */
export async function roundIn(scene: Scene, state: string): Promise<Round> {
  const { federation, first } = scene
  theme += 1
  const number = 100 + theme
  const processId = processIds.commendation(federation.top.code, planYear, `THEMATIC-${number}`)
  const row = await first(
    `insert into commendation (federation_id, cycle_id, unit_id, body_id, kind, number, title, state, process_id,
       files_due_at, council_due_at, signer_name, signer_position, signed_at)
     select c.federation_id, c.id, c.unit_id, b.id, 'THEMATIC', $2, $5, $3, $4,
       now() + interval '5 days', now() + interval '9 days', 'Đặng Hữu Nghĩa', 'PRESIDENT', now()
     from cycle c join body b on b.kind = 'EMULATION_COUNCIL' and b.federation_id = c.federation_id
     where c.plan_year = $1 returning id`,
    [planYear, number, state, processId, `Chuyên đề ${number}`],
  )
  const commendationId = String(row.id)
  await scene.run('commendation', processId, { commendationId })
  return { commendationId, processId }
}

type File = Round & { fileId: string; contentSha256: string }

/** One file of the first unit, reported on and checked as its state says. */
export async function fileIn(scene: Scene, state: string, round?: Round): Promise<File> {
  const { commendationId, processId } = round ?? (await roundIn(scene, 'FILING'))
  const unit = scene.federation.units[0]
  const fileId = await scene.idFrom(
    `insert into award_file (federation_id, commendation_id, number, unit_id, unit_path, subject_name, form,
       citation, origin, state, handed_over_on, proposed_by)
     values ($1, $2, 1, $3, $4::ltree, $5, 'CERTIFICATE', 'Tổ chức lớp tốt', 'FIGURES', $6,
       case when $6::text = 'AWARDED' then current_date end, $7) returning id`,
    [
      scene.federation.federationId,
      commendationId,
      unit?.id,
      unit?.path,
      unit?.name,
      state,
      scene.federation.person('drafter').officialId,
    ],
  )
  await scene.sql(
    `insert into award_report (federation_id, file_id, unit_path, text, reported_by)
     values ($1, $2, $3::ltree, 'Đã mở 2 lớp', $4)`,
    [
      scene.federation.federationId,
      fileId,
      unit?.path,
      scene.federation.person('unit1.head').officialId,
    ],
  )
  if (state !== 'PROPOSED')
    await scene.sql(
      `insert into award_check (file_id, federation_id, outcome, remark, checked_by) values ($1, $2, $3, 'x', $4)`,
      [
        fileId,
        scene.federation.federationId,
        state === 'REJECTED' ? 'REJECTED' : 'PASSED',
        scene.federation.person('secretary').officialId,
      ],
    )
  const content = {
    id: fileId,
    number: 1,
    subjectName: unit?.name,
    unitName: unit?.name,
    form: 'CERTIFICATE',
    citation: 'Tổ chức lớp tốt',
    figures: {},
    report: 'Đã mở 2 lớp',
  }
  const contentSha256 = sha256Of([content])
  await scene.sql('update commendation set content_sha256 = $2 where id = $1', [
    commendationId,
    contentSha256,
  ])
  return { commendationId, processId, fileId, contentSha256 }
}

const fileStateOf: Record<string, string> = { VOTED: 'COUNCIL_VOTED', SIGNED: 'COUNCIL_VOTED' }

/** A round with its one file, both as the state of the round says. */
const before = async (scene: Scene, state: string): Promise<File> =>
  fileIn(scene, fileStateOf[state] ?? 'CHECKED', await roundIn(scene, state))

const onRound =
  (body: unknown = {}): Arrange =>
  async ({ scene, state }) => {
    const { commendationId } = await before(scene, state)
    return { params: { commendationId }, body }
  }

const onFile =
  (body: unknown): Arrange =>
  async ({ scene, state }) => ({ params: { fileId: (await fileIn(scene, state)).fileId }, body })

async function voted(scene: Scene, { commendationId, fileId }: File): Promise<void> {
  for (const who of ['leader', 'secretary', 'council1'])
    await scene.sql(
      `insert into award_ballot (federation_id, commendation_id, file_id, official_id, vote, content_sha256)
       values ($1, $2, $3, $4, 'AGREE', 'x')`,
      [
        scene.federation.federationId,
        commendationId,
        fileId,
        scene.federation.person(who).officialId,
      ],
    )
}

const form = { form: 'CERTIFICATE', citation: 'Mở lớp sớm, đủ học viên' }

export const rewardArranged: Record<string, Arrange> = {
  'award.registered': async ({ scene, state }) => {
    await scene.sql('delete from award_registration')
    await scene.sql('update cycle set closed_at = $2 where plan_year = $1', [
      planYear,
      state === 'CLOSED' ? new Date() : null,
    ])
    await scene.sql(
      `update cycle_moment set day = current_date + $2::integer, at = now() + make_interval(days => $2::integer)
       where moment = 'registrationDue' and cycle_id = (select id from cycle where plan_year = $1)`,
      [planYear, state === 'LATE' ? -2 : 5],
    )
    const unitId = scene.federation.units[0]?.id
    return { params: { planYear }, body: { unitId, form: 'FLAG', pledge: 'Mở 2 lớp' } }
  },
  'commendation.opened': async ({ scene, state }) => {
    await scene.sql('update cycle set closed_at = $2 where plan_year = $1', [
      planYear,
      state === 'CLOSED' ? new Date() : null,
    ])
    return { params: { planYear }, body: { kind: 'THEMATIC', title: `Đợt ${randomUUID()}` } }
  },
  'award.proposed': async ({ scene, state }) => {
    const { commendationId } = await roundIn(scene, state)
    return { params: { commendationId }, body: { ...form, unitId: scene.federation.units[0]?.id } }
  },
  'award.reported': onFile({ text: 'Đã mở hai lớp, 96% đạt.' }),
  'award.checked': onFile({ outcome: 'PASSED' }),
  'council.opened': onRound(),
  'award-ballot.cast': async ({ scene, state }) => {
    const { commendationId, fileId, contentSha256 } = await before(scene, state)
    return {
      params: { commendationId },
      body: { votes: [{ fileId, vote: 'AGREE' }], contentSha256 },
    }
  },
  'council.closed': async ({ scene, state }) => {
    const file = await before(scene, state)
    await voted(scene, file)
    return { params: { commendationId: file.commendationId }, body: { reason: 'Đã đủ phiếu' } }
  },
  'council.reopened': async (asking) => {
    const row = await asking.scene.first(
      `select to_char(d, 'YYYY-MM-DD') as day from generate_series(current_date + 3, current_date + 30, '1 day') d
       where extract(isodow from d) = 3 and not exists (select from holiday where day = d::date) limit 1`,
    )
    return onRound({ dueOn: row.day, reason: 'Nhiều uỷ viên đi công tác' })(asking)
  },
  'commendation.signed': async ({ scene, state }) => {
    const { commendationId, contentSha256 } = await before(scene, state)
    return { params: { commendationId }, body: { contentSha256 } }
  },
  'commendation.numbered': onRound({ issuedOn: null }),
  'award.handedOver': onFile({ handedOverOn: '2026-01-15', handedOverTo: 'Đ/c Chủ tịch' }),
}

/** A number of the year-end board can be opened only where its plan was issued. */
export async function issuedTargetIn({ sql }: Scene): Promise<void> {
  await sql(
    `with issued as (
       insert into plan (federation_id, cycle_id, unit_id, plan_type, plan_year, title, state)
       select federation_id, id, unit_id, 'MEMBERSHIP_DEVELOPMENT', plan_year, 'x', 'ISSUED' from cycle
       where plan_year = $1 returning id, federation_id
     )
     insert into target (federation_id, plan_id, code, position, text, kind, value, measured_in, measure, period)
     select federation_id, id, 'M1', 1, 'x', 'EXACT', 1, 'công đoàn cơ sở', 'count', 'YEAR' from issued`,
    [planYear],
  )
}
