import { randomUUID } from 'node:crypto'
import { addDays, type Day, dayOfInstant } from '../../../domain/grammar/day.ts'
import { inspectionRoutes as routes } from '../../../domain/inspection/inspection.contract.ts'
import { planYear } from '../year-walk.ts'
import { type Arrange, holders, type Scene } from './scene.ts'

const today = (): Day => dayOfInstant(new Date())

/** States in which the unit knows nothing yet, and those after both signatures. */
const before = ['PLANNED']
const issued = ['NOTICE_ISSUED', 'FOLLOW_UP', 'CLOSED']
const afterMinutes = [
  'MINUTES_SIGNED',
  'RESULT_DRAFT',
  'COMMITTEE_PASSED',
  'NOTICE_ISSUED',
  'FOLLOW_UP',
  'CLOSED',
]

/** An inspection of the first unit in any state, with two findings and its process waiting. */
export async function inspectionIn(scene: Scene, state: string): Promise<string> {
  const { sql, federation } = scene
  const [unit] = federation.units
  const id = randomUUID()
  const isAnnounced = !before.includes(state)
  const isSigned = afterMinutes.includes(state)
  const visitFrom = isAnnounced ? today() : addDays(today(), 30)
  await sql(
    `insert into inspection (id, federation_id, cycle_id, unit_id, unit_path, unit_name, kind, subject, period_from,
       period_to, decision_number, decision_on, visit_from, visit_to, state, process_id, self_report_due_on,
       announced_at, minutes_signed_at, reply_due_at, result_due_at, planned_by, result, rating, passed_at, passed_by,
       issued_at)
     select $1, c.federation_id, c.id, $2, $3::ltree, $4, 'TRAINING', 'Công tác đào tạo', '2024-01-01', '2024-12-31',
       '05/QĐ-UBKT', '2025-01-05', $5, $5, $6, $7, $5, $8, $9, $9::timestamptz + interval '5 days',
       $9::timestamptz + interval '15 days', $10, $11, $12, $13, $14, $16
     from cycle c where c.plan_year = $15`,
    [
      id,
      unit?.id,
      unit?.path,
      unit?.name,
      visitFrom,
      state,
      `inspection/${id}`,
      isAnnounced ? new Date(Date.now() - 20 * 86_400_000) : null,
      ...signedFacts(scene, isSigned),
      planYear,
      issued.includes(state) ? new Date() : null,
    ],
  )
  await seat(scene, id)
  await lay(scene, id)
  if (isSigned) await drawUp(scene, id)
  await scene.run('inspection', `inspection/${id}`, { inspectionId: id })
  return id
}

function signedFacts({ federation }: Scene, isSigned: boolean): unknown[] {
  const { officialId } = federation.person('inspectionHead')
  return isSigned
    ? [new Date(), officialId, JSON.stringify(resultWith([])), 'GOOD', new Date(), officialId]
    : [null, officialId, null, null, null, null]
}

async function seat({ sql, federation }: Scene, id: string): Promise<void> {
  for (const [who, role] of [
    [holders.inspector ?? '', 'LEAD'],
    ['inspector1', 'MEMBER'],
  ] as const)
    await sql(
      `insert into inspection_member (inspection_id, official_id, federation_id, role, full_name, position)
       select $1, id, federation_id, $3, full_name, position from official where id = $2`,
      [id, federation.person(who).officialId, role],
    )
}

async function lay({ sql, federation }: Scene, id: string): Promise<void> {
  for (const number of [1, 2]) {
    const [criterion] = await sql(
      `insert into inspection_criterion (inspection_id, federation_id, number, section, criterion, evidence, max_score)
       values ($1, $2, $3::integer, 'Kế hoạch', 'Tiêu chí ' || $3::integer, 'Hồ sơ', 10) returning id`,
      [id, federation.federationId, number],
    )
    await sql(
      `insert into finding (criterion_id, inspection_id, federation_id, outcome, written_by)
       values ($1, $2, $3, 'PASSED', $4)`,
      [criterion?.id, id, federation.federationId, federation.person('inspector1').officialId],
    )
  }
}

async function drawUp({ sql, federation }: Scene, id: string): Promise<void> {
  const empty = { strengths: '', shortcomings: '', causes: '', recommendations: '' }
  const content = {
    unitName: 'Công đoàn phường Số 1',
    subject: 'Công tác đào tạo',
    periodFrom: '2024-01-01',
    periodTo: '2024-12-31',
    decisionNumber: '05/QĐ-UBKT',
    decisionOn: '2025-01-05',
    visitFrom: today(),
    visitTo: today(),
    team: [],
    findings: [],
    scorePercent: 100,
    summary: empty,
  }
  await sql(
    `insert into inspection_minutes (inspection_id, number, federation_id, content, content_sha256, drawn_by)
     values ($1, 1, $2, $3, $4, $5)`,
    [
      id,
      federation.federationId,
      JSON.stringify(content),
      'a'.repeat(64),
      federation.person('inspector1').officialId,
    ],
  )
}

function resultWith(remedies: unknown[]) {
  return { rating: 'GOOD', conclusion: 'Đơn vị làm tốt công tác này.', answers: [], remedies }
}

export async function remedyIn(scene: Scene, state: string): Promise<string> {
  const inspectionId = await inspectionIn(scene, 'FOLLOW_UP')
  const remedyId = await scene.idFrom(
    `insert into remedy (inspection_id, federation_id, number, measure, owner_unit_id, due_on, due_at, state)
     select id, federation_id, 1, 'Bổ sung hồ sơ lớp', unit_id, current_date + 30, now() + interval '30 days', $2
     from inspection where id = $1 returning id`,
    [inspectionId, state],
  )
  if (state === 'ANSWERED')
    await scene.sql(
      `insert into remedy_answer (remedy_id, federation_id, words, answered_by)
       select id, federation_id, 'Đã bổ sung.', $2 from remedy where id = $1`,
      [remedyId, scene.federation.person('unit1.head').officialId],
    )
  return remedyId
}

const onInspection =
  (body: unknown = {}): Arrange =>
  async ({ scene, state }) => ({ params: { inspectionId: await inspectionIn(scene, state) }, body })

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

export const firstCriterion = (scene: Scene, inspectionId: string) =>
  scene.idFrom('select id from inspection_criterion where inspection_id = $1 and number = 1', [
    inspectionId,
  ])

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
  'visit.begun': onInspection(),
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
