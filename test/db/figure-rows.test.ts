import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { figureRows } from '../../db/reward/figure-rows.ts'
import { resultsOf } from '../../db/reward/results-view.ts'
import { draftRoutes as routes } from '../../domain/draft/draft.contract.ts'
import type { TargetResultView } from '../../domain/reward/results.contract.ts'
import { type ClassGround, insertClass, type MadeClass } from '../setup/arranged/classes.ts'
import { type Desk, openDesk } from '../setup/draft-desk.ts'
import { writeSmallPlan } from '../setup/small-plan.ts'

const planYear = 2027
let desk: Desk
let targets: TargetResultView[]

const target = {
  clauseCode: 'II.1',
  kind: 'EXACT',
  value: 5,
  minValue: null,
  maxValue: null,
  formula: null,
  period: 'YEAR',
  population: {},
  isAllocated: true,
} as const

beforeAll(async () => {
  desk = await openDesk({ unitCount: 3 })
  const cycleId = await desk.openYear(planYear)
  const planId = await writeSmallPlan(desk, planYear)
  await desk.does('drafter', routes.addTargets, {
    params: { planId },
    body: {
      rows: [
        { ...target, text: 'Dự học', measure: 'attended', measuredIn: 'học viên' },
        { ...target, text: 'Được cấp', measure: 'certified', measuredIn: 'học viên' },
        { ...target, text: 'Tự mở', measure: 'count', measuredIn: 'lớp' },
        { ...target, text: 'Đạt', measure: 'certified', measuredIn: '%', isAllocated: false },
        {
          ...target,
          text: 'Cán bộ không chuyên trách',
          kind: 'PERCENT',
          measure: 'attended',
          measuredIn: 'người',
          population: { employment: 'PART_TIME' },
          isAllocated: false,
        },
        { ...target, text: 'Thành lập', measure: 'count', measuredIn: 'công đoàn cơ sở' },
        {
          ...target,
          text: 'Lớp cho chủ tịch',
          measure: 'count',
          measuredIn: 'lớp',
          population: { levels: ['PROVINCIAL', 'IMMEDIATE_UPPER'], positions: ['PRESIDENT'] },
          isAllocated: false,
        },
        {
          ...target,
          text: 'Lớp cho kế toán',
          measure: 'count',
          measuredIn: 'lớp',
          population: { positions: ['UNION_ACCOUNTANT'] },
          isAllocated: false,
        },
        {
          ...target,
          text: 'Chủ tịch dự học',
          measure: 'attended',
          measuredIn: 'lượt',
          population: { positions: ['PRESIDENT'] },
          isAllocated: false,
        },
        {
          ...target,
          text: 'Giờ hỏi đáp',
          value: 30,
          measure: 'count',
          measuredIn: '% số giờ',
          isAllocated: false,
        },
        {
          ...target,
          text: 'Doanh nghiệp',
          kind: 'PERCENT',
          measure: 'count',
          measuredIn: 'doanh nghiệp',
          isAllocated: false,
        },
      ],
    },
  })
  await desk.asOwner(`update plan set state = 'ISSUED' where id = $1`, [planId])
  await desk.asOwner(
    `insert into allocation (target_id, unit_id, federation_id, value)
     select t.id, u.id, t.federation_id, 2 from target t, unit u
     where t.plan_id = $1 and t.is_allocated and u.level = 'IMMEDIATE_UPPER' on conflict do nothing`,
    [planId],
  )
  await teach({ sql: desk.asOwner, federation: desk.federation, cycleId }, planId)
  targets = (await desk.reads('head', (entered) => resultsOf(entered, planYear))).targets
})
afterAll(() => desk.close())

/** One class of the plan with two who came and one who did not, one that the first unit held itself. */
async function teach(ground: ClassGround, planId: string): Promise<void> {
  const ofPlan = await insertClass(ground, {
    state: 'CLOSED',
    planId,
    lineCode: 'L01',
    eligibility: { levels: ['IMMEDIATE_UPPER'], positions: ['PRESIDENT'] },
    sessions: [
      { startsInHours: -48, hours: 4 },
      { startsInHours: -24, hours: 4, kind: 'Q_AND_A' },
    ],
    nominees: [
      { unit: 1, state: 'ATTENDED' },
      { unit: 2, state: 'ATTENDED' },
      { unit: 3, state: 'NO_SHOW' },
    ],
  })
  const again = ofPlan.nomineeIds[0] ?? ''
  const own = await insertClass(ground, {
    state: 'SETTLED',
    organiser: 1,
    nominees: [{ unit: 1, officialId: again, state: 'ATTENDED' }],
  })
  await rate(ground, ofPlan, [5, 4, 2])
  await rate(ground, own, [1])
  // the first of them is marked anew: the last mark counts
  await mark(ground, ofPlan, [0, 3])
  await mark(ground, ofPlan, [0, 8])
  await mark(ground, ofPlan, [1, 4])
  await mark(ground, own, [0, 9])
  await ground.sql(
    `insert into certificate (federation_id, class_id, nomination_id, official_id, type, issuing_body, register_year,
       register_number, register_no, verify_code, full_name, unit_name, programme, held_from, held_to, hours,
       issued_on, signer_name, signer_position)
     select n.federation_id, n.class_id, n.id, n.official_id, 'CERTIFICATE', 'LĐLĐ', 2027, 1, '0001/2027/CN-LĐLĐ', 'x',
       'x', 'x', 'x', '2027-05-01', '2027-05-02', 8, '2027-05-10', 'x', 'PRESIDENT'
     from nomination n where n.id = $1`,
    [ofPlan.nominationIds[0]],
  )
}

/** Opinions as rows, the n-th of the n-th nominee. */
async function rate({ sql, federation }: ClassGround, made: MadeClass, scores: number[]) {
  for (const [index, score] of scores.entries())
    await sql(
      `insert into class_rating (nomination_id, federation_id, class_id, official_id, satisfaction, usefulness)
       values ($1, $2, $3, $4, $5, $5)`,
      [
        made.nominationIds[index],
        federation.federationId,
        made.classId,
        made.nomineeIds[index],
        score,
      ],
    )
}

function mark({ sql, federation }: ClassGround, made: MadeClass, [index, value]: [number, number]) {
  return sql(
    `insert into test_mark (federation_id, class_id, nomination_id, kind, mark, marked_by)
     values ($1, $2, $3, 'QUIZ', $4, $5)`,
    [
      federation.federationId,
      made.classId,
      made.nominationIds[index],
      value,
      federation.person('organiser').officialId,
    ],
  )
}

const rowsOf = ({ planType, code }: TargetResultView, unitId?: string) =>
  desk.reads('head', (entered) =>
    figureRows(entered, { planYear, planType: planType ?? '', code }, { unitId }),
  )
const byText = (text: string) => {
  const found = targets.find((each) => each.text === text)
  if (!found) throw new Error(`there is no target ${text}`)
  return found
}

describe('each number of the year-end board opens its rows', () => {
  test.each([
    'Mở 2 lớp.',
    'Dự học',
    'Được cấp',
    'Tự mở',
    'Thành lập',
    'Lớp cho chủ tịch',
    'Lớp cho kế toán',
    'Chủ tịch dự học',
  ])('%s: as many rows as it says, in all and of each unit', async (text) => {
    const figure = byText(text)
    const { rows, total } = await rowsOf(figure)
    expect([total, rows.length]).toEqual([figure.done, figure.done])
    for (const { unitId, done } of figure.units)
      expect((await rowsOf(figure, unitId)).total).toBe(done)
  })

  test('of those who were tested, with their last mark', async () => {
    const figure = byText('Đạt')
    const { rows, total } = await rowsOf(figure)
    expect(total).toBe(figure.quality?.tested)
    expect(rows.filter(({ hasPassed }) => hasPassed)).toHaveLength(figure.quality?.passed ?? 0)
    expect(rows.map(({ mark: value }) => value).toSorted((a, b) => Number(a) - Number(b))).toEqual([
      4, 8, 9,
    ])
  })

  test('of a share, each person once', async () => {
    const { rows } = await rowsOf(byText('Cán bộ không chuyên trách'))
    expect(rows).toHaveLength(2)
    expect(new Set(rows.map(({ linkId }) => linkId)).size).toBe(2)
  })

  test('page after page', async () => {
    const figure = byText('Dự học')
    const asked = { planYear, planType: 'TRAINING', code: figure.code }
    const all = await rowsOf(figure)
    const cursor = Buffer.from(JSON.stringify(['U001', '', all.rows[0]?.id])).toString('base64url')
    const rest = await desk.reads('head', (entered) =>
      figureRows(entered, asked, { after: cursor }),
    )
    expect(rest.total).toBeNull()
    expect(rest.rows.map(({ id }) => id)).toEqual(all.rows.map(({ id }) => id))
  })
})

test('quality stands beside a count: of the classes that are counted, where one can tell which', () => {
  expect(byText('Mở 2 lớp.').quality).toEqual({ tested: 2, passed: 1, percent: 50, of: 'COUNTED' })
  expect(byText('Tự mở').quality).toEqual({ tested: 1, passed: 1, percent: 100, of: 'COUNTED' })
  expect(byText('Dự học').quality).toMatchObject({ tested: 3, passed: 2, of: 'YEAR' })
  const [first] = byText('Dự học').units
  expect(first?.quality).toMatchObject({ tested: 2, passed: 2, of: 'COUNTED' })
})

describe('what trainees think stands beside it', () => {
  const figures = { ratings: 3, satisfaction: 3.7, usefulness: 3.7, satisfiedPercent: 67 }

  test('of the same classes; where one has too few opinions, of those that have enough', () => {
    expect(byText('Mở 2 lớp.').ratings).toEqual({ figures, of: 'COUNTED' })
    expect(byText('Dự học').ratings).toEqual({ figures, of: 'YEAR' })
    expect(byText('Cán bộ không chuyên trách').ratings).toEqual({ figures, of: 'YEAR' })
    expect(byText('Tự mở').ratings).toEqual({ figures: null, of: 'COUNTED' })
    expect(byText('Thành lập').ratings).toBeNull()
  })

  test('of a unit only for the classes it held, never for the people it sent', () => {
    expect(byText('Tự mở').units[0]?.ratings).toEqual({ figures: null, of: 'COUNTED' })
    for (const { ratings } of byText('Dự học').units) expect(ratings).toBeNull()
  })

  test('and of each class among the rows, of no person', async () => {
    expect((await rowsOf(byText('Mở 2 lớp.'))).rows).toMatchObject([{ ratings: figures }])
    expect((await rowsOf(byText('Tự mở'))).rows).toMatchObject([{ ratings: null }])
    for (const { ratings } of (await rowsOf(byText('Dự học'))).rows) expect(ratings).toBeNull()
  })
})

describe('a target of some is counted of those', () => {
  test('classes by whom they take', () => {
    expect(byText('Lớp cho chủ tịch')).toMatchObject({ done: 1, source: 'classesFor' })
    expect(byText('Lớp cho kế toán')).toMatchObject({ done: 0, missing: null })
  })

  test('people by what they are, each time they came', () => {
    expect(byText('Chủ tịch dự học')).toMatchObject({ done: 3, units: [] })
  })

  test('what no register holds is not known, and says why', () => {
    expect(byText('Doanh nghiệp')).toMatchObject({ done: null, missing: 'enterprises' })
    expect(byText('Cán bộ không chuyên trách')).toMatchObject({
      done: null,
      missing: 'denominator',
    })
  })
})

test('the share of hours for questions names each class, and is reached by every one or not at all', async () => {
  const figure = byText('Giờ hỏi đáp')
  // four of eight hours in one class, none of eight in the other
  expect(figure).toMatchObject({ done: 25, isReached: false })
  expect(figure.questions).toEqual({ classes: 2, reached: 1 })
  const { rows } = await rowsOf(figure)
  expect(rows.map(({ questionPercent }) => questionPercent)).toEqual(
    expect.arrayContaining([0, 50]),
  )
})

test('the board of a year with every kind of target costs at most eight statements', async () => {
  expect(
    await desk.statementsOf('head', (entered) => resultsOf(entered, planYear)),
  ).toBeLessThanOrEqual(8)
})
