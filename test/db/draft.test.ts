import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readWorkingPlan } from '../../db/draft/working-plan.ts'
import { plansOfCycle } from '../../db/draft/plans.ts'
import { readAllocations } from '../../db/draft/allocations.ts'
import { draftRoutes as routes } from '../../domain/draft/draft.contract.ts'
import { type Desk, openDesk } from '../setup/draft-desk.ts'
import { writeSmallPlan } from '../setup/small-plan.ts'

let desk: Desk
let thisYear: string
beforeAll(async () => {
  desk = await openDesk()
  await desk.openYear(2027)
  await desk.openYear(2028)
  thisYear = await writeSmallPlan(desk, 2027)
})
afterAll(() => desk.close())

const planOf = (planId: string) =>
  desk.reads('drafter', ({ tx, caller }) => readWorkingPlan(tx, caller, planId))

test('a class line moves one place at a time, and stays at either end', async () => {
  const codes = async () => (await planOf(thisYear)).classLines.map(({ code }) => code)
  const before = await codes()
  const move = async (code: string, to: 'up' | 'down') => {
    const line = (await planOf(thisYear)).classLines.find((each) => each.code === code)
    await desk.does('drafter', routes.moveLine, {
      params: { lineId: line?.id ?? '' },
      body: { to },
    })
  }
  const [first = '', second = ''] = before
  await move(second, 'up')
  expect(await codes()).toEqual([second, first, ...before.slice(2)])
  await move(second, 'up')
  expect((await codes())[0]).toBe(second)
  await move(second, 'down')
  expect(await codes()).toEqual(before)
})

describe('starting next year’s plan as a copy of this year’s', () => {
  let nextYear: string
  beforeAll(async () => {
    await desk.asOwner(
      `insert into year_result (federation_id, cycle_id, kind, code, title, planned, done)
       select p.federation_id, p.cycle_id, r.kind, r.code, 'x', 1, r.done from plan p,
         (values ('TARGET', 'T1', 38), ('CLASS', 'L01', 97)) r(kind, code, done) where p.id = $1`,
      [thisYear],
    )
    nextYear = (
      await desk.does('drafter', routes.start, {
        params: { planYear: 2028 },
        body: { planType: 'TRAINING', copyOf: thisYear },
      })
    ).id
  })

  test('text and figures come along, and lie beside each line as last year’s', async () => {
    const plan = await planOf(nextYear)
    expect(plan.head.title).toBe('Kế hoạch tập huấn, bồi dưỡng cán bộ công đoàn năm 2028')
    expect(plan.copiedFromYear).toBe(2027)
    expect(
      plan.clauses.map(({ code, lastYearText, finished }) => [code, lastYearText, finished]),
    ).toEqual([
      ['I.1', 'Trang bị kiến thức.', false],
      ['II.1', 'Mở 2 lớp.', false],
    ])
    const [classes] = plan.targets
    expect(classes).toMatchObject({ lastYearText: 'Mở 2 lớp.', lastYearValue: 2, lastYearDone: 38 })
    expect(plan.classLines[0]).toMatchObject({ lastYearSeats: 98, lastYearDone: 97 })
    expect(plan.totals).toMatchObject({ classes: 2, trainees: 196, lastYearTrainees: 196 })
    expect(plan.legalBases).toHaveLength(1)
  })

  test('the shares of the units come along with last year’s beside them', async () => {
    const plan = await planOf(nextYear)
    const shared = plan.targets.find(({ code }) => code === 'T2')
    const shares = await desk.reads('drafter', ({ tx, caller }) =>
      readAllocations(tx, caller, shared?.id ?? ''),
    )
    expect(shares.rows.map(({ value, lastYearValue }) => [value, lastYearValue])).toEqual([
      [100, 100],
      [96, 96],
    ])
    expect(shares).toMatchObject({ headline: 196, sum: 196 })
    expect(shares.others).toHaveLength(3)
  })

  test('a second plan of the same kind is refused, and the task has become to write it', async () => {
    await expect(
      desk.does('drafter', routes.start, {
        params: { planYear: 2028 },
        body: { planType: 'TRAINING', copyOf: null },
      }),
    ).rejects.toMatchObject({ code: 'draft.already-started' })
    const tasks = await desk.asOwner(
      `select kind, role from task where object_id = $1 and done_at is null`,
      [nextYear],
    )
    expect(tasks).toEqual([{ kind: 'draft.write', role: 'departmentDrafter' }])
  })

  test('a unit’s drafter starts nothing', async () => {
    await expect(
      desk.does('unit1.drafter', routes.start, {
        params: { planYear: 2028 },
        body: { planType: 'MEMBERSHIP_DEVELOPMENT', copyOf: null },
      }),
    ).rejects.toMatchObject({ code: 'grammar.not-your-role' })
  })

  test('the list of the year shows its plans and those that may be copied', async () => {
    const list = await desk.reads('drafter', ({ tx, caller }) => plansOfCycle(tx, caller, 2028))
    expect(list.plans.map(({ id }) => id)).toEqual([nextYear])
    expect(list.sources.map(({ id, classes }) => [id, classes])).toEqual([[thisYear, 2]])
  })
})

describe('saving while it is typed', () => {
  test('an edit is kept, leaves no register row, and moves the revision', async () => {
    const clause = (await planOf(thisYear)).clauses[0]
    const before = await desk.asOwner('select count(*)::int as n from register_entry')
    const body = { heading: 'Mục đích', text: 'Nâng cao năng lực.', finished: true }
    const saved = await desk.does(
      'drafter',
      routes.editClause,
      { params: { clauseId: clause?.id ?? '' }, body },
      { revision: clause?.revision ?? 0 },
    )
    expect(saved.revision).toBe((clause?.revision ?? 0) + 1)
    expect((await planOf(thisYear)).clauses[0]).toMatchObject(body)
    expect(await desk.asOwner('select count(*)::int as n from register_entry')).toEqual(before)
  })

  test('two people at once: the second is refused and shown the first one’s text', async () => {
    const clause = (await planOf(thisYear)).clauses[1]
    const edit = (who: string, text: string) =>
      desk.does(
        who,
        routes.editClause,
        {
          params: { clauseId: clause?.id ?? '' },
          body: { heading: 'Số lớp', text, finished: true },
        },
        { revision: clause?.revision ?? 0 },
      )
    const outcomes = await Promise.allSettled([edit('drafter', 'Mở 2 lớp, A.'), edit('head', 'B.')])
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(refused).toHaveLength(1)
    const kept = (await planOf(thisYear)).clauses[1]
    expect(refused[0]?.reason).toMatchObject({
      code: 'grammar.edited-meanwhile',
      details: { revision: kept?.revision, theirs: { text: kept?.text } },
    })
  })

  test('a term such as "2018-2923" is refused with its reason', async () => {
    const { head } = await planOf(thisYear)
    const { revision, ...form } = head
    const edit = (term: string) =>
      desk.does(
        'drafter',
        routes.editHead,
        { params: { planId: thisYear }, body: { ...form, term } },
        { revision },
      )
    await expect(edit('2018-2923')).rejects.toMatchObject({
      code: 'grammar.invalid-input',
      faults: [
        {
          code: 'federation.term-not-five-years',
          at: '/term',
          params: { from: 2018, to: 2923, expected: 2023 },
        },
      ],
    })
    await edit('2025 - 2030')
    expect((await planOf(thisYear)).head.term).toBe('2025–2030')
  })

  test('a clause that carries a target stays', async () => {
    const clause = (await planOf(thisYear)).clauses.find(({ code }) => code === 'II.1')
    await expect(
      desk.does(
        'drafter',
        routes.removeClause,
        { params: { clauseId: clause?.id ?? '' } },
        { revision: clause?.revision ?? 0 },
      ),
    ).rejects.toMatchObject({ code: 'draft.clause-carries-target' })
  })

  test('a percent target freezes the people it speaks of, and forgets them when they change', async () => {
    const { ids } = await desk.does('drafter', routes.addTargets, {
      params: { planId: thisYear },
      body: {
        rows: [
          {
            clauseCode: 'II.1',
            text: '100% cán bộ chuyên trách được bồi dưỡng.',
            kind: 'PERCENT',
            value: 100,
            minValue: null,
            maxValue: null,
            formula: null,
            measuredIn: 'người',
            measure: 'certified',
            period: 'YEAR',
            population: { employment: 'FULL_TIME' },
            isAllocated: false,
          },
        ],
      },
    })
    const params = { targetId: ids[0] ?? '' }
    const frozen = await desk.does('drafter', routes.freezeDenominator, { params }, { revision: 1 })
    const [{ n } = { n: 0 }] = await desk.asOwner('select count(*)::int as n from official')
    expect(frozen.denominator).toBe(n)
    const target = (await planOf(thisYear)).targets.find(({ id }) => id === ids[0])
    expect(target).toMatchObject({ code: 'T3', denominator: n })
    const { clauseCode, text, kind, value, minValue, maxValue, formula } = target ?? never()
    const { measuredIn, measure, period, isAllocated } = target ?? never()
    const body = { clauseCode, text, kind, value, minValue, maxValue, formula, measuredIn, measure }
    await desk.does(
      'drafter',
      routes.editTarget,
      { params, body: { ...body, period, isAllocated, population: { newInTerm: true } } },
      { revision: frozen.revision },
    )
    const changed = (await planOf(thisYear)).targets.find(({ id }) => id === ids[0])
    expect(changed?.denominator).toBeNull()
    await desk.does(
      'drafter',
      routes.removeTarget,
      { params },
      { revision: changed?.revision ?? 0 },
    )
  })

  test('a share goes only to a standing union directly above the grassroots', async () => {
    const target = (await planOf(thisYear)).targets.find(({ code }) => code === 'T2')
    await expect(
      desk.does(
        'drafter',
        routes.allocate,
        {
          params: { targetId: target?.id ?? '' },
          body: { rows: [{ unitId: desk.federation.top.id, value: 196 }] },
        },
        { revision: target?.revision ?? 0 },
      ),
    ).rejects.toMatchObject({ faults: [{ code: 'draft.unit-takes-no-target' }] })
  })
})

test('the whole plan costs the same number of statements at 2 and at 202 class lines', async () => {
  const count = () =>
    desk.statementsOf('drafter', ({ tx, caller }) => readWorkingPlan(tx, caller, thisYear))
  const before = await count()
  const line = (await planOf(thisYear)).classLines[0] ?? never()
  const { topic, audience, deliveryForm, days, seats, month, venue, leadUnit, budgetDong } = line
  const row = { topic, audience, deliveryForm, days, seats, month, venue, leadUnit, budgetDong }
  const { ids } = await desk.does('drafter', routes.addLines, {
    params: { planId: thisYear },
    body: { rows: Array.from({ length: 200 }, () => ({ ...row, coordinatingUnit: null })) },
  })
  expect((await planOf(thisYear)).classLines.at(-1)?.code).toBe('L202')
  expect(await count()).toBe(before)
  for (const lineId of ids)
    await desk.does('drafter', routes.removeLine, { params: { lineId } }, { revision: 1 })
})

function never(): never {
  throw new Error('it must be there')
}
