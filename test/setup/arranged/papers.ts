import { approvalIn } from './approval.ts'
import type { Arrange, Scene } from './scene.ts'

async function signed(scene: Scene, state: string): Promise<string> {
  const approvalId = await approvalIn(scene, state)
  await scene.sql(
    `update paper set state = 'VOID', void_because = 'thử lại', issued_at = null where approval_id = $1`,
    [approvalId],
  )
  await scene.sql(
    `insert into signature (approval_id, federation_id, official_id, signer_name, signer_position, capacity, content_sha256)
     select id, federation_id, $2, 'Đặng Hữu Nghĩa', 'Chủ tịch', 'ON_BEHALF_OF_COLLECTIVE', content_sha256
     from approval where id = $1 on conflict do nothing`,
    [approvalId, scene.federation.person('leader').officialId],
  )
  return approvalId
}

let number = 900

export async function paperIn(scene: Scene, state: string): Promise<string> {
  const approvalId = await signed(scene, 'SIGNED')
  return scene.idFrom(
    `insert into paper (federation_id, issuing_body, doc_type, series_year, number, symbol, abstract, signer,
       signing_capacity, issued_on, state, void_because, cycle_id, plan_id, approval_id, content, content_sha256)
     select a.federation_id, 'LĐLĐ', 'KH', 1999, $2, 'KH-LĐLĐ', p.title, 'Đặng Hữu Nghĩa',
       'ON_BEHALF_OF_COLLECTIVE', current_date, $3::text, case when $3::text = 'VOID' then 'thử' end, a.cycle_id, p.id, a.id,
       (select jsonb_build_object('plan', v.content, 'signer', jsonb_build_object(
         'name', 'Đặng Hữu Nghĩa', 'position', 'PRESIDENT', 'capacity', 'ON_BEHALF_OF_COLLECTIVE')) from plan_version v
        where v.plan_id = p.id and v.version = a.version), a.content_sha256
     from approval a join plan p on p.id = a.plan_id where a.id = $1 returning id`,
    [approvalId, (number += 1), state],
  )
}

const onPaper =
  (body: unknown): Arrange =>
  async ({ scene, state }) => {
    await scene.sql('delete from receipt')
    return { params: { paperId: await paperIn(scene, state) }, body }
  }

const received: Arrange = async ({ scene, state }) => {
  const paperId = await paperIn(scene, 'ISSUED')
  const unitId = scene.federation.units[0]?.id
  await scene.sql(
    'insert into receipt (paper_id, unit_id, federation_id, received_at) values ($1, $2, $3, $4)',
    [paperId, unitId, scene.federation.federationId, state === 'RECEIVED' ? new Date() : null],
  )
  return { params: { paperId, unitId }, body: {} }
}

export const papersArranged: Record<string, Arrange> = {
  'paper.numbered': async ({ scene, state }) => ({
    params: { approvalId: await signed(scene, state) },
    body: {},
  }),
  'paper.issued': onPaper({}),
  'paper.voided': onPaper({ reason: 'Sai thể thức' }),
  'series.opened': async ({ scene }) => {
    const seriesYear = new Date().getFullYear() + 1
    await scene.sql('delete from number_series where series_year = $1', [seriesYear])
    return { body: { seriesYear } }
  },
  'receipt.acknowledged': received,
}
