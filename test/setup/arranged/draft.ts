import { draftRoutes } from '../../../domain/draft/draft.contract.ts'
import { writeSmallPlan } from '../small-plan.ts'
import { openSecondYear, secondYear } from './cycle.ts'
import { planYear } from '../year-walk.ts'
import type { Arrange, Arranged, Asking, Scene } from './scene.ts'

export async function planIn({ sql, planId }: Scene, state: string): Promise<{ planId: string }> {
  await sql('update plan set state = $2 where id = $1', [planId, state])
  return { planId }
}

const onPlan =
  (body?: unknown): Arrange =>
  async ({ scene, state }) => ({ params: await planIn(scene, state), body })

/** A part of the plan that was written just now, at its first revision. */
function onNewPart(
  name: string,
  insert: (asking: Asking) => Promise<string>,
  body?: unknown,
): Arrange {
  return async (asking) => {
    await planIn(asking.scene, asking.state)
    return { params: { [name]: await insert(asking) }, body, revision: 1 }
  }
}

let count = 10
const code = (prefix: string) => `${prefix}${(count += 1)}`

const newBasis = ({ scene }: Asking) =>
  scene.idFrom(
    `insert into legal_basis (federation_id, plan_id, position, doc_type, abstract)
     values ($1, $2, $3, 'Luật', 'Luật Công đoàn') returning id`,
    [scene.federation.federationId, scene.planId, (count += 1)],
  )
const newClause = ({ scene }: Asking) =>
  scene.idFrom(
    `insert into clause (federation_id, plan_id, code, position, section, heading, text)
     values ($1, $2, $3, $4, 'IX. KHÁC', 'Khác', 'Nội dung.') returning id`,
    [scene.federation.federationId, scene.planId, `IX.${(count += 1)}`, count],
  )
const newTarget = ({ scene }: Asking) =>
  scene.idFrom(
    `insert into target (federation_id, plan_id, code, position, text, kind, value, measured_in, measure, is_allocated)
     values ($1, $2, $3, $4, 'Mở lớp', 'PERCENT', 90, 'người', 'attended', true) returning id`,
    [scene.federation.federationId, scene.planId, code('X'), count],
  )
const newLine = ({ scene }: Asking) =>
  scene.idFrom(
    `insert into class_line (federation_id, plan_id, code, position, topic, audience, delivery_form, days, seats,
       month, lead_unit, budget_dong)
     values ($1, $2, $3, $4, 'Chuyên đề', 'Cán bộ', 'DIRECT', 1, 50, 5, 'Ban', 0) returning id`,
    [scene.federation.federationId, scene.planId, code('Z'), count],
  )

/** A class that the year before did not run, new for each who decides on it. */
type Matter = { kind: string; origin: string }
const unfinished =
  (body: (matter: Matter) => object): Arrange =>
  async ({ scene, state }) => {
    const params = await planIn(scene, state)
    const before = await scene.first(
      `insert into cycle (federation_id, unit_id, plan_year, phase, process_id, opened_at, imported, closed_at)
       select federation_id, unit_id, plan_year - 1, 'reward', 'before', now(), true, now() from cycle where plan_year = $1
       on conflict (unit_id, plan_year) do update set imported = true returning id`,
      [planYear],
    )
    const number = (count += 1)
    await scene.sql(
      `insert into year_result (federation_id, cycle_id, kind, code, title, planned, done)
       values ($1, $2, 'CLASS', $3, 'Lớp chưa mở', 80, 0)`,
      [scene.federation.federationId, before.id, `L${number}`],
    )
    return { params, body: body({ kind: 'CLASS', origin: `L${number}-${planYear - 1}` }) }
  }

const basis = { docType: 'Luật', number: null, issuedOn: null, issuer: null, abstract: 'Luật khác' }
const clause = { heading: 'Khác', text: 'Nội dung mới.', finished: true }
const target = {
  clauseCode: null,
  text: 'Mở lớp mới',
  kind: 'EXACT',
  value: 3,
  minValue: null,
  maxValue: null,
  formula: null,
  measuredIn: 'lớp',
  measure: 'count',
  period: 'YEAR',
  population: {},
  isAllocated: false,
}
const line = {
  topic: 'Chuyên đề khác',
  audience: 'Cán bộ',
  deliveryForm: 'DIRECT',
  days: 1,
  seats: 40,
  month: 6,
  venue: null,
  leadUnit: 'Ban',
  coordinatingUnit: null,
  budgetDong: 0,
}

const headForm: Arrange = async ({ scene, state }) => {
  const params = await planIn(scene, state)
  const row = await scene.first('select revision from plan where id = $1', [scene.planId])
  const body = {
    title: 'Kế hoạch tập huấn',
    term: '2025–2030',
    headlineClasses: 2,
    headlineTrainees: 196,
    recipients: ['Công đoàn cấp trên trực tiếp cơ sở'],
    signingCapacity: 'ON_BEHALF_OF_COLLECTIVE',
  }
  return { params, body, revision: Number(row.revision) }
}

/** What other cases added would stand against sending it on. */
async function tidied({ sql, planId, federation }: Scene): Promise<void> {
  for (const table of ['clause', 'legal_basis', 'class_line'])
    await sql(
      `delete from ${table} t where plan_id = $1 and position > 2
         and not exists (select from target x where t.plan_id = x.plan_id and x.clause_code = to_jsonb(t)->>'code')`,
      [planId],
    )
  await sql(
    `delete from allocation a using target t where a.target_id = t.id and t.plan_id = $1 and t.position > 2`,
    [planId],
  )
  await sql('delete from target where plan_id = $1 and position > 2', [planId])
  await sharesAsWritten({ sql, planId, federation })
}

/** The one target that is shared out, as the draft shared it. */
export async function sharesAsWritten({
  sql,
  planId,
  federation,
}: Pick<Scene, 'sql' | 'planId' | 'federation'>): Promise<void> {
  await sql('delete from request_decision')
  for (const [unit, value] of [
    [federation.units[0], 100],
    [federation.units[1], 96],
  ] as const)
    await sql(
      `update allocation a set value = $3 from target t
       where a.target_id = t.id and t.plan_id = $1 and a.unit_id = $2`,
      [planId, unit?.id, value],
    )
}

const onTidyPlan =
  (body?: unknown): Arrange =>
  async ({ scene, state }) => {
    await tidied(scene)
    return { params: await planIn(scene, state), body }
  }

async function ready({ scene, state }: Asking): Promise<Arranged> {
  if (state !== 'WITH_LEADER') {
    await planIn(scene, state)
    return { params: { planYear }, body: { graceDays: 0 } }
  }
  await openSecondYear(scene, 'draft')
  const [known] = await scene.sql('select id from plan where plan_year = $1', [secondYear])
  if (known) await scene.sql(`update plan set state = 'WITH_LEADER' where id = $1`, [known.id])
  else {
    const planId = await writeSmallPlan(scene.walk, secondYear)
    await scene.walk.does('drafter', draftRoutes.sendOn, { params: { planId } })
    await scene.walk.does('head', draftRoutes.forward, { params: { planId } })
  }
  return { params: { planYear: secondYear }, body: { graceDays: 0 } }
}

const reason = { reason: 'Cần ghi rõ kinh phí' }

export const draftArranged: Record<string, Arrange> = {
  'draft.started': async ({ scene, state }) => {
    await openSecondYear(scene, state)
    await scene.sql('delete from plan where plan_year = $1', [secondYear])
    return { params: { planYear: secondYear }, body: { planType: 'TRAINING', copyOf: null } }
  },
  'draft.headEdited': headForm,
  'draft.legalBasesAdded': onPlan({ rows: [basis] }),
  'draft.legalBasisEdited': onNewPart('legalBasisId', newBasis, basis),
  'draft.legalBasisRemoved': onNewPart('legalBasisId', newBasis),
  'draft.clausesAdded': onPlan({ rows: [{ ...clause, section: 'IX. KHÁC' }] }),
  'draft.clauseEdited': onNewPart('clauseId', newClause, clause),
  'draft.clauseRemoved': onNewPart('clauseId', newClause),
  'draft.targetsAdded': onPlan({ rows: [target] }),
  'draft.targetEdited': onNewPart('targetId', newTarget, target),
  'draft.targetRemoved': onNewPart('targetId', newTarget),
  'draft.denominatorFrozen': onNewPart('targetId', newTarget),
  'draft.targetAllocated': async (asking) => {
    const given = await onNewPart('targetId', newTarget)(asking)
    const unitId = asking.scene.federation.units[0]?.id
    return { ...given, body: { rows: [{ unitId, value: 90 }] } }
  },
  'draft.allocationEdited': async (asking) => {
    const { scene } = asking
    const given = await onNewPart('targetId', newTarget)(asking)
    const unitId = scene.federation.units[0]?.id
    const { targetId } = given.params ?? {}
    await scene.sql(
      'insert into allocation (target_id, unit_id, federation_id, value) values ($1, $2, $3, 50)',
      [targetId, unitId, scene.federation.federationId],
    )
    return { ...given, params: { targetId, unitId }, body: { value: 60 } }
  },
  'draft.linesAdded': onPlan({ rows: [line] }),
  'draft.lineEdited': onNewPart('lineId', newLine, line),
  'draft.lineMoved': onNewPart('lineId', newLine, { to: 'up' }),
  'draft.lineRemoved': onNewPart('lineId', newLine),
  'draft.matterTaken': unfinished((matter) => ({ matters: [matter] })),
  'draft.matterLeft': unfinished((matter) => ({
    ...matter,
    reason: 'Không còn đối tượng',
  })),
  'draft.sentOn': onTidyPlan(),
  'draft.returned': onTidyPlan(reason),
  'draft.forwarded': onTidyPlan(),
  'draft.sentBack': onTidyPlan(reason),
  'draft.published': ready,
}
