import { randomUUID } from 'node:crypto'
import { INSPECTION_STATES } from '../../../domain/inspection/states.ts'
import { addDays, type Day, dayOfInstant } from '../../../domain/grammar/day.ts'
import { planYear } from '../year-walk.ts'
import { holders, type Scene } from './scene.ts'

export const today = (): Day => dayOfInstant(new Date())

/** States in which the unit knows nothing yet, and those after both signatures. */
const before = ['PLANNED']
/** The unit knows, and its process will open the visit on its day. */
export const awaited = ['ANNOUNCED', 'SELF_REPORT_IN']
const issued = ['NOTICE_ISSUED', 'FOLLOW_UP', 'CLOSED']
const afterMinutes: readonly string[] = INSPECTION_STATES.slice(
  INSPECTION_STATES.indexOf('MINUTES_SIGNED'),
  INSPECTION_STATES.indexOf('CANCELLED'),
)

/** An inspection of the first unit in any state, with two findings and its process waiting. */
export async function inspectionIn(scene: Scene, state: string): Promise<string> {
  const { sql, federation } = scene
  const [unit] = federation.units
  const id = randomUUID()
  const isAnnounced = !before.includes(state)
  const isSigned = afterMinutes.includes(state)
  const daysAhead = isAnnounced ? (awaited.includes(state) ? 15 : 0) : 30
  const visitFrom = addDays(today(), daysAhead)
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

export function resultWith(remedies: unknown[]) {
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

export const firstCriterion = (scene: Scene, inspectionId: string) =>
  scene.idFrom('select id from inspection_criterion where inspection_id = $1 and number = 1', [
    inspectionId,
  ])
