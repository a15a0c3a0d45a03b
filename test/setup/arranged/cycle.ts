import { cycleRoutes } from '../../../domain/cycle/cycle.contract.ts'
import { processIds } from '../../../domain/cycle/process-ids.ts'
import { planYear } from '../year-walk.ts'
import type { Arrange, Scene } from './scene.ts'

export const secondYear = planYear + 1

/** The year after: opened by its leader as soon as something is asked about it. */
export async function openSecondYear(scene: Scene, phase: string): Promise<string> {
  const [known] = await scene.sql('select id from cycle where plan_year = $1', [secondYear])
  if (!known)
    await scene.walk.does('leader', cycleRoutes.openCycle, { body: { planYear: secondYear } })
  return scene.idFrom(
    `update cycle set phase = $2, needs_survey = 'OPEN', closed_at = null where plan_year = $1 returning id`,
    [secondYear, phase],
  )
}

/** So that it can be opened once more; nothing hangs on it yet. */
async function forgetSecondYear({ sql }: Scene): Promise<void> {
  const of = 'select id from cycle where plan_year = $1'
  await sql(`delete from task where cycle_id in (${of})`, [secondYear])
  await sql(`delete from cycle_moment where cycle_id in (${of})`, [secondYear])
  await sql('delete from cycle where plan_year = $1', [secondYear])
}

const attention: Arrange = async ({ scene, state }) => {
  const resolved = state === 'RESOLVED' ? `'RETRY', now()` : 'null, null'
  const attentionId = await scene.idFrom(
    `insert into attention (federation_id, workflow_id, step, error, resolution, resolved_at)
     values ($1, $2, 'closeYear', 'x', ${resolved}) returning id`,
    [scene.federation.federationId, processIds.cycle(scene.federation.top.code, planYear)],
  )
  return { params: { attentionId }, body: {} }
}

/** A year that is over, with its process, in the station asked for. */
export const lastYear = planYear - 2
export async function yearIn(scene: Scene, state: string): Promise<string> {
  const [known] = await scene.sql('select id from cycle where plan_year = $1', [lastYear])
  if (!known)
    await scene.walk.does('admin', cycleRoutes.importPast, {
      body: {
        planYear: lastYear,
        results: [{ kind: 'CLASS', code: 'L1', title: 'Cán bộ mới', planned: 98, done: 90 }],
      },
    })
  const isClosed = state === 'CLOSED'
  const row = await scene.first(
    `update cycle set phase = $2, closed_at = case when $3 then now() end where plan_year = $1
     returning id, process_id`,
    [lastYear, isClosed ? 'reward' : state, isClosed],
  )
  await scene.sql(
    `update cycle_moment set at = now() + interval '90 days' where cycle_id = $1
     and moment in ('inspectionsFrom', 'classDataClose', 'cycleCloses')`,
    [row.id],
  )
  const cycleId = String(row.id)
  if (!isClosed) await scene.run('trainingCycle', String(row.process_id), { cycleId, from: state })
  return cycleId
}

const counts = { newlyDeveloped: 12, otherDecrease: 3, transferIn: 1, transferOut: 2 }

async function monthIn({ scene, state }: { scene: Scene; state: string }) {
  const cycleId = await yearIn(scene, 'reward')
  const unit = scene.federation.units[0]
  await scene.sql('delete from movement_correction')
  await scene.sql('delete from movement_form')
  await scene.sql(
    `insert into movement_form (federation_id, cycle_id, unit_id, unit_path, month, newly_developed,
       other_decrease, transfer_in, transfer_out, state, sent_at)
     values ($1, $2, $3, $4::ltree, 1, 10, 2, 0, 0, $5, case when $5 = 'SENT' then now() end)`,
    [scene.federation.federationId, cycleId, unit?.id, unit?.path, state],
  )
  return { planYear: lastYear, unitId: unit?.id }
}

let shift = 0

export const cycleArranged: Record<string, Arrange> = {
  'cycle.opened': async ({ scene }) => {
    await forgetSecondYear(scene)
    return { body: { planYear: secondYear } }
  },
  'needs.skipped': async ({ scene, state }) => {
    await openSecondYear(scene, state)
    return { params: { planYear: secondYear }, body: { reason: 'Không đủ thời gian' } }
  },
  'moment.moved': async ({ scene, state }) => {
    await openSecondYear(scene, 'draft')
    if (state === 'CLOSED')
      await scene.sql('update cycle set closed_at = now() where plan_year = $1', [secondYear])
    // a Wednesday in the middle of a month without holidays, each time a week later
    const from = Date.UTC(secondYear, 10, 1)
    const wednesday = from + ((3 - new Date(from).getUTCDay() + 7) % 7) * 86_400_000
    const day = new Date(wednesday + (shift += 7) * 86_400_000).toISOString().slice(0, 10)
    const params = { planYear: secondYear, moment: 'awardFilesDue' }
    return { params, body: { day, reason: 'Chờ số liệu của các đơn vị' } }
  },
  'holiday.changed': async () => ({
    params: { day: `${secondYear}-06-15` },
    body: { kind: 'OFF', name: `Nghỉ bù ${(shift += 1)}` },
  }),
  'holidays.confirmed': async ({ scene }) => {
    await scene.sql(`update holiday set provisional = true where day >= $1`, [`${planYear}-01-01`])
    return { body: { year: planYear } }
  },
  'cycle.imported': async ({ scene }) => {
    const of = 'select id from cycle where imported'
    const { federation } = scene
    // so that the process of the year forgotten here is not taken for the new one's
    await scene.sql(`delete from process_request where workflow_id = $1`, [
      processIds.cycle(federation.top.code, planYear - 3),
    ])
    for (const table of ['movement_correction', 'movement_form', 'task'])
      await scene.sql(`delete from ${table} ${table === 'task' ? `where cycle_id in (${of})` : ''}`)
    await scene.sql(`delete from year_result where cycle_id in (${of})`)
    await scene.sql(`delete from cycle_moment where cycle_id in (${of})`)
    await scene.sql('delete from cycle where imported')
    const result = { kind: 'CLASS', code: 'L1', title: 'Cán bộ mới', planned: 98, done: 90 }
    return { body: { planYear: planYear - 3, results: [result] } }
  },
  'station.ended': async ({ scene, state }) => {
    await yearIn(scene, state)
    return {
      params: { planYear: lastYear },
      body: { phase: state === 'CLOSED' ? 'reward' : state, reason: 'Các lớp đã xong' },
    }
  },
  'cycle.closed': async ({ scene, state }) => {
    await yearIn(scene, state)
    return { params: { planYear: lastYear }, body: { reason: 'Đã đủ kết quả năm' } }
  },
  'movement.written': async (asking) => ({
    params: await monthIn(asking),
    body: { months: [{ month: 1, ...counts }] },
  }),
  'movement.sent': async (asking) => ({
    params: await monthIn(asking),
    body: { months: [1] },
  }),
  'movement.corrected': async (asking) => ({
    params: await monthIn(asking),
    body: { month: 1, ...counts, reason: 'Đếm lại danh sách' },
  }),
  'letters.read': async () => ({ body: { letterIds: null } }),
  'attention.retried': attention,
  'attention.skipped': async (asking) => ({
    ...(await attention(asking)),
    body: { reason: 'Đã làm bằng tay' },
  }),
}
