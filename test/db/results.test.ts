import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { resultsOf } from '../../db/reward/results-view.ts'
import { cycleRoutes as routes } from '../../domain/cycle/cycle.contract.ts'
import { type Desk, openDesk } from '../setup/draft-desk.ts'

let desk: Desk
const planYear = new Date().getFullYear() - 1
const counts = { newlyDeveloped: 412, otherDecrease: 112, transferIn: 98, transferOut: 104 }
const params = { planYear }
const refusalOf = (deed: Promise<unknown>) => deed.then(() => null).catch((error: unknown) => error)

beforeEach(async () => {
  desk = await openDesk({ unitCount: 3 })
  await desk.does('admin', routes.importPast, {
    body: {
      planYear,
      results: [
        {
          kind: 'TARGET',
          code: 'M2',
          title: 'Tăng thêm',
          planned: 400,
          done: null,
          from: 'MOVEMENT',
        },
        { kind: 'TARGET', code: 'T5', title: 'Học viên', planned: 90, done: null },
        {
          kind: 'CLASS',
          code: 'L01',
          title: 'Cán bộ mới',
          planned: 98,
          done: 90,
          figures: { tested: 88, certified: 80, ratings: 60, satisfaction: 4.3, satisfied: 51 },
        },
        {
          kind: 'CLASS',
          code: 'L02',
          title: 'Tài chính công đoàn',
          planned: 30,
          done: 20,
          figures: { ratings: 2, satisfaction: 1, satisfied: 0 },
        },
      ],
      units: [{ unitCode: 'U002', months: [{ month: 1, ...counts }] }],
    },
  })
})
afterEach(() => desk.close())

const board = (who = 'head') => desk.reads(who, (entered) => resultsOf(entered, planYear))
const close = (reason: string | null) =>
  desk.does('leader', routes.closeCycle, { params, body: { reason } })

describe('the year-end board', () => {
  test('shows the net growth with its terms, and quality beside every count of people', async () => {
    const { targets, classes } = await board()
    expect(targets[0]).toMatchObject({
      code: 'M2',
      planned: 400,
      done: 300,
      isReached: false,
      terms: counts,
    })
    expect(targets[0]?.units.find(({ done }) => done !== null)?.done).toBe(300)
    expect(targets[1]?.quality).toEqual({
      tested: 88,
      passed: 80,
      percent: 90.9,
      of: 'YEAR',
    })
    const ratings = { ratings: 60, satisfaction: 4.3, usefulness: null, satisfiedPercent: 85 }
    expect(targets[1]?.ratings).toEqual({ figures: ratings, of: 'YEAR' })
    expect(targets[0]?.ratings).toBeNull()
    expect(classes).toMatchObject([
      { code: 'L01', planned: 98, attended: 90, ratings },
      { code: 'L02', planned: 30, attended: 20, ratings: null },
    ])
  })

  test('says that a figure is not known, and never 0', async () => {
    expect((await board()).targets[1]).toMatchObject({ done: null, percent: null, isReached: null })
  })

  test('costs at most eight statements', async () => {
    expect(
      await desk.statementsOf('head', (entered) => resultsOf(entered, planYear)),
    ).toBeLessThanOrEqual(8)
  })
})

describe('the year closes', () => {
  test('by its leader; where something is unfinished, with the reason', async () => {
    await desk.asOwner(
      `insert into commendation (federation_id, cycle_id, unit_id, body_id, kind, number, title, state, process_id,
         files_due_at, council_due_at)
       select c.federation_id, c.id, c.unit_id, b.id, 'THEMATIC', 1, 'x', 'VOTING', 'p', now(), now()
       from cycle c, body b where b.kind = 'EMULATION_COUNCIL'`,
    )
    expect((await board('leader')).unfinished).toEqual([
      { code: 'cycle.awards-undecided', params: { count: 1 } },
    ])
    expect(await refusalOf(close(null))).toMatchObject({ code: 'cycle.unfinished-needs-reason' })
    await close('Quyết định sẽ ký sau')
    expect(await board('leader')).toMatchObject({ isClosed: true })
    expect(await refusalOf(close('Lần nữa'))).toMatchObject({ code: 'grammar.wrong-state' })
  })

  test('and with it both plans, once', async () => {
    await desk.asOwner(
      `insert into plan (federation_id, cycle_id, unit_id, plan_type, plan_year, title, state)
       select federation_id, id, unit_id, t, plan_year, 'x', 'ISSUED' from cycle,
         unnest(array['TRAINING', 'MEMBERSHIP_DEVELOPMENT']) t`,
    )
    await close(null)
    expect(await desk.asOwner('select distinct state from plan')).toEqual([{ state: 'CLOSED' }])
  })

  test('station by station, each ended early with a reason', async () => {
    await desk.asOwner(`update cycle set phase = 'classes'`)
    const end = (phase: 'classes' | 'inspection') =>
      desk.does('leader', routes.endStation, { params, body: { phase, reason: 'Đã xong sớm' } })
    expect(await end('classes')).toMatchObject({ phase: 'inspection' })
    expect(await refusalOf(end('classes'))).toMatchObject({ kind: 'wrong-state' })
    expect(await end('inspection')).toMatchObject({ phase: 'reward' })
    expect(await refusalOf(close('x'))).not.toBeNull()
  })
})
