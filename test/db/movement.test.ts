import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { movementBoard, unitMovement } from '../../db/cycle/movement-rows.ts'
import { cycleRoutes as routes } from '../../domain/cycle/cycle.contract.ts'
import { type Desk, openDesk } from '../setup/draft-desk.ts'

let desk: Desk
const planYear = new Date().getFullYear() - 1
const counts = { newlyDeveloped: 412, otherDecrease: 112, transferIn: 98, transferOut: 104 }
const result = { kind: 'TARGET' as const, code: 'M2', title: 'Tăng thêm', planned: 300, done: null }

beforeEach(async () => {
  desk = await openDesk({ unitCount: 3 })
  await desk.does('admin', routes.importPast, {
    body: {
      planYear,
      results: [{ ...result, from: 'MOVEMENT' }],
      units: [
        {
          unitCode: 'U002',
          months: [{ month: 1, ...counts }],
          registered: { form: 'FLAG', pledge: 'Tăng thêm 300 đoàn viên.' },
        },
      ],
    },
  })
})
afterEach(() => desk.close())

const unitId = () => desk.federation.units[0]?.id ?? ''
const params = () => ({ planYear, unitId: unitId() })
const write = (month: number, who = 'unit1.drafter') =>
  desk.does(who, routes.writeMovement, {
    params: params(),
    body: { months: [{ month, ...counts }] },
  })
const send = (months: number[], who = 'unit1.head') =>
  desk.does(who, routes.sendMovement, { params: params(), body: { months } })
const refusalOf = (deed: Promise<unknown>) => deed.then(() => null).catch((error: unknown) => error)
const board = () => desk.reads('head', (entered) => movementBoard(entered, planYear))
const own = (who = 'unit1.head') => desk.reads(who, (entered) => unitMovement(entered, params()))

describe('the movement of members', () => {
  test('counts once the head has sent what the staff wrote, term by term', async () => {
    await write(1)
    expect((await own()).sums.net).toBe(0)
    await send([1])
    const view = await own()
    expect(view.sums).toEqual({ ...counts, net: 300, headcountChange: 294 })
    expect(view.formula).toContain('không tính chuyển đi, chuyển đến')
    expect((await board()).sums).toMatchObject({ net: 600, newlyDeveloped: 824 })
  })

  test('shows the federation who has not reported', async () => {
    const { units, behind, monthsDue } = await board()
    expect(monthsDue).toBe(12)
    expect(behind).toBe(3)
    expect(units.map(({ sent }) => sent)).toEqual([0, 1, 0])
    expect(units[1]?.missing).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })

  test('is not written over once sent: a correction keeps both figures and the reason', async () => {
    await write(1)
    await send([1])
    expect(await refusalOf(write(1))).toMatchObject({ code: 'grammar.wrong-state' })
    const corrected = { ...counts, newlyDeveloped: 400 }
    await desk.does('unit1.head', routes.correctMovement, {
      params: params(),
      body: { month: 1, ...corrected, reason: 'Đếm trùng 12 người' },
    })
    const { months, sums } = await own()
    expect(sums.net).toBe(288)
    expect(months[0]?.corrections).toMatchObject([
      { because: 'Đếm trùng 12 người', before: counts },
    ])
    const change = desk.reads('unit1.head', ({ tx }) =>
      tx.updateTable('movementCorrection').set({ because: 'x' }).execute(),
    )
    await expect(change).rejects.toThrow('permission denied')
  })

  test('is nobody’s but the unit’s: not the federation’s, not another unit’s', async () => {
    expect(await refusalOf(write(1, 'head'))).toMatchObject({ code: 'grammar.not-your-role' })
    expect(await refusalOf(write(1, 'unit2.drafter'))).toMatchObject({ code: 'grammar.not-found' })
    expect(await refusalOf(own('unit2.head'))).toMatchObject({ code: 'grammar.not-found' })
  })

  test('cannot be sent unwritten', async () => {
    expect(await refusalOf(send([3]))).toMatchObject({ code: 'cycle.month-not-written' })
  })

  test('of a past year gives its net target what was done; nobody types it', async () => {
    const [row] = await desk.asOwner('select done, facts from year_result')
    expect(row).toMatchObject({ done: '300', facts: { from: 'MOVEMENT' } })
  })

  test('of a unit that does not exist names it', async () => {
    const body = {
      planYear: planYear - 1,
      results: [{ ...result, from: 'MOVEMENT' as const }],
      units: [{ unitCode: 'U999', months: [{ month: 1, ...counts }] }],
    }
    expect(await refusalOf(desk.does('admin', routes.importPast, { body }))).toMatchObject({
      code: 'cycle.unit-unknown',
      faults: [{ at: '/units/0/unitCode' }],
    })
  })

  test('is read by the federation in three statements, whatever the number of units', async () => {
    expect(await desk.statementsOf('head', (entered) => movementBoard(entered, planYear))).toBe(3)
  })
})
