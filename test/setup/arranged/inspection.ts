import { addDays } from '../../../domain/grammar/day.ts'
import { inspectionRoutes as routes } from '../../../domain/inspection/inspection.contract.ts'
import { untilItWaits } from '../temporal.ts'
import { planYear } from '../year-walk.ts'
import {
  awaited,
  firstCriterion,
  inspectionIn,
  remedyIn,
  resultWith,
  today,
} from './inspection-rows.ts'
import type { Arrange, Asking, Scene } from './scene.ts'

const onInspection =
  (body: unknown = {}) =>
  async ({ scene, state }: Asking) => ({
    params: { inspectionId: await inspectionIn(scene, state) },
    body,
  })

/** The edit is made on the revision that stands there now. */
const onRevision =
  (body: unknown): Arrange =>
  async ({ scene, state }) => ({
    params: { inspectionId: await inspectionIn(scene, state) },
    body,
    revision: 1,
  })

const onRemedy =
  (body: unknown = {}): Arrange =>
  async ({ scene, state }) => ({ params: { remedyId: await remedyIn(scene, state) }, body })

function planOf({ federation }: Scene) {
  const visit = addDays(today(), 30)
  return {
    kind: 'TRAINING',
    subject: 'Công tác đào tạo',
    periodFrom: '2024-01-01',
    periodTo: '2024-12-31',
    decisionNumber: '05/QĐ-UBKT',
    decisionOn: '2025-01-05',
    visitFrom: visit,
    visitTo: visit,
    team: [{ officialId: federation.person('inspector1').officialId, role: 'LEAD' }],
  }
}

const withCriterion =
  (
    bodyOf: (criterionId: string) => { body: unknown; params?: object; revision?: number },
  ): Arrange =>
  async ({ scene, state }) => {
    const inspectionId = await inspectionIn(scene, state)
    const { params, ...given } = bodyOf(await firstCriterion(scene, inspectionId))
    return { params: { inspectionId, ...params }, ...given }
  }

/** Minutes as the team draws them up, so that what is signed is what was found. */
const drawn: Arrange = async ({ scene, state }) => {
  const inspectionId = await inspectionIn(scene, state)
  const params = { inspectionId }
  if (state !== 'ON_SITE') return { params, body: { number: 1, contentSha256: 'a'.repeat(64) } }
  const body = await scene.walk.does('inspector1', routes.drawMinutes, { params, body: {} })
  return { params, body }
}

const passable: Arrange = async ({ scene, state }) => {
  const inspectionId = await inspectionIn(scene, state)
  await scene.sql(
    `insert into finding_reply (criterion_id, inspection_id, unit_id, federation_id, stance, replied_by)
     select c.id, i.id, i.unit_id, i.federation_id, 'AGREE', $2 from inspection_criterion c
     join inspection i on i.id = c.inspection_id where i.id = $1`,
    [inspectionId, scene.federation.person('unit1.head').officialId],
  )
  return { params: { inspectionId }, body: {} }
}

const criterionForm = {
  section: 'Kế hoạch',
  criterion: 'Có kế hoạch',
  evidence: 'Kế hoạch của đơn vị',
  maxScore: 10,
  figure: null,
}

export const inspectionArranged: Record<string, Arrange> = {
  'inspection.planned': async ({ scene }) => ({
    body: { ...planOf(scene), planYear, unitId: scene.federation.units[0]?.id },
  }),
  'inspection.edited': async ({ scene, state, who }) =>
    onRevision(planOf(scene))({ scene, state, who }),
  'checklist.edited': async ({ scene, state, who }) => {
    const given = await onRevision({ criteria: [criterionForm] })({ scene, state, who })
    await scene.sql('delete from finding where inspection_id = $1', [given.params?.inspectionId])
    return given
  },
  'inspection.announced': onInspection({ selfReportDueOn: addDays(today(), 20) }),
  'inspection.cancelled': onInspection({ reason: 'Đơn vị đang sáp nhập' }),
  'visit.putOff': onInspection({
    visitFrom: addDays(today(), 30),
    visitTo: addDays(today(), 31),
    selfReportDueOn: addDays(today(), 25),
    reason: 'Đơn vị bận đại hội',
  }),
  'team.changed': async ({ scene, state, who }) =>
    onRevision({ team: planOf(scene).team, reason: 'Đồng chí cũ nhận chức vụ mới' })({
      scene,
      state,
      who,
    }),
  'visit.consented': onInspection({ words: 'Đơn vị nhất trí' }),
  'selfReport.written': async ({ scene, state, who }) => ({
    ...(await onInspection({ text: 'Báo cáo của đơn vị' })({ scene, state, who })),
    revision: 0,
  }),
  'selfReport.sent': async ({ scene, state, who }) => {
    const given = await onInspection()({ scene, state, who })
    await scene.sql(
      `insert into self_report (inspection_id, unit_id, federation_id, text, written_by)
       select id, unit_id, federation_id, 'Báo cáo', $2 from inspection where id = $1`,
      [given.params?.inspectionId, scene.federation.person('unit1.drafter').officialId],
    )
    return given
  },
  'visit.begun': async ({ scene, state, who }) => {
    const given = await onInspection()({ scene, state, who })
    if (!awaited.includes(state)) return given
    const { inspectionId } = given.params
    // on the day itself its process would be quicker than any person
    await untilItWaits(`inspection/${inspectionId}`)
    await scene.sql(
      'update inspection set visit_from = $2, visit_to = $2, self_report_due_on = $2 where id = $1',
      [inspectionId, today()],
    )
    return given
  },
  'finding.written': withCriterion((criterionId) => ({
    params: { criterionId },
    body: { outcome: 'PARTLY', note: 'Thiếu một chữ ký', score: null, severity: null },
    revision: 1,
  })),
  'visit.summed': async ({ scene, state, who }) => ({
    ...(await onInspection({
      strengths: 'Có kế hoạch sớm',
      shortcomings: '',
      causes: '',
      recommendations: '',
    })({ scene, state, who })),
    revision: 0,
  }),
  'minutes.drawn': onInspection(),
  'minutes.signed': drawn,
  'minutes.countersigned': drawn,
  'replies.written': withCriterion((criterionId) => ({
    body: { said: { [criterionId]: { stance: 'OBJECT', words: 'Đã có' } } },
    revision: 0,
  })),
  'findings.answered': withCriterion((criterionId) => ({
    body: { replies: [{ criterionId, stance: 'AGREE', words: '' }] },
  })),
  'result.written': async ({ scene, state, who }) => ({
    ...(await onInspection({ rating: 'GOOD', conclusion: 'Đang', answers: {}, remedies: [] })({
      scene,
      state,
      who,
    })),
    revision: 0,
  }),
  'result.drafted': onRevision(resultWith([])),
  'result.returned': onInspection({ reason: 'Chưa rõ nguyên nhân' }),
  'result.passed': passable,
  'result.issued': onInspection(),
  'remedy.answered': onRemedy({ words: 'Đã bổ sung đủ hồ sơ' }),
  'remedy.accepted': onRemedy(),
  'remedy.sentBack': onRemedy({ reason: 'Chưa có xác nhận' }),
}
