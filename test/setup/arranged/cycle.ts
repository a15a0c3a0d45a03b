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
    await scene.sql(`delete from year_result where cycle_id in (${of})`)
    await scene.sql(`delete from cycle_moment where cycle_id in (${of})`)
    await scene.sql('delete from cycle where imported')
    const result = { kind: 'CLASS', code: 'L1', title: 'Cán bộ mới', planned: 98, done: 90 }
    return { body: { planYear: planYear - 2, results: [result] } }
  },
  'letters.read': async () => ({ body: { letterIds: null } }),
  'attention.retried': attention,
  'attention.skipped': async (asking) => ({
    ...(await attention(asking)),
    body: { reason: 'Đã làm bằng tay' },
  }),
}
