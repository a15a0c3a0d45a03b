import { describe, expect, it } from 'vitest'
import { teachingMonths } from '../../db/demo/content/class-lines.ts'
import { lastYear } from '../../db/demo/content/last-year.ts'
import { membershipPlan } from '../../db/demo/content/membership-plan.ts'
import { commentBank } from '../../db/demo/content/opinion-bank.ts'
import { opinions, stillOpen } from '../../db/demo/content/opinions.ts'
import type { PlanContent } from '../../db/demo/content/plan-content.ts'
import { requestedValue } from '../../db/demo/content/target-requests.ts'
import { trainingPlan } from '../../db/demo/content/training-plan.ts'
import { upperCode, upperUnits } from '../../db/demo/upper-units.ts'

const training = trainingPlan(2027, '2026-11-23')
const membership = membershipPlan(2027)
const plans: Readonly<Record<PlanContent['planType'], PlanContent>> = {
  TRAINING: training,
  MEMBERSHIP_DEVELOPMENT: membership,
}
const unitCodes = upperUnits.map(({ number }) => upperCode(number))
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const shared = (plan: PlanContent, code: string) => plan.allocations[code] ?? []

describe('the training plan of the demo', () => {
  it('has 40 classes with 3,920 seats and 2,265 million đồng', () => {
    expect(training.classLines).toHaveLength(40)
    expect(sum(training.classLines.map(({ seats }) => seats))).toBe(3_920)
    expect(sum(training.classLines.map(({ budgetDong }) => budgetDong))).toBe(2_265_000_000)
  })

  it('has every kind of target, three of them at one hundred percent', () => {
    expect(new Set(training.targets.map(({ kind }) => kind)).size).toBe(5)
    const whole = training.targets.filter(
      (target) => target.kind === 'PERCENT' && target.value === 100,
    )
    expect(whole).toHaveLength(3)
  })

  it('hands all seats out to the 43', () => {
    expect(shared(training, 'T5').map(({ unitCode }) => unitCode)).toEqual(unitCodes)
    expect(sum(shared(training, 'T5').map(({ value }) => value))).toBe(3_920)
  })

  it('teaches after the day 60 days from the first start, on any date', () => {
    expect(teachingMonths(2027, '2026-11-23')[0]).toBe(2)
    expect(teachingMonths(2026, '2026-05-10')).toEqual([8, 9, 10, 11])
    expect(teachingMonths(2026, '2026-10-30')).toEqual([12])
  })
})

describe('the membership plan of the demo', () => {
  it('hands exactly 30,000 members out to the 43', () => {
    expect(shared(membership, 'M2').map(({ unitCode }) => unitCode)).toEqual(unitCodes)
    expect(sum(shared(membership, 'M2').map(({ value }) => value))).toBe(30_000)
    expect(sum(shared(membership, 'M2').map(({ lastYearDone }) => lastYearDone))).toBe(28_412)
  })

  it('asks for at least 490 new unions', () => {
    expect(sum(shared(membership, 'M1').map(({ value }) => value))).toBeGreaterThanOrEqual(490)
  })

  it('has nine tasks of the federation and twelve of the unions', () => {
    const tasks = (section: string) =>
      membership.clauses.filter(({ code }) => code.startsWith(`${section}.`))
    expect([tasks('III').length, tasks('IV').length]).toEqual([9, 12])
  })
})

describe.each(Object.values(plans))(
  'the codes of $planType',
  ({ clauses, targets, classLines }) => {
    it('stand once each, and every target hangs on a clause', () => {
      const codes = [...clauses, ...targets, ...classLines].map(({ code }) => code)
      expect(new Set(codes).size).toBe(codes.length)
      const known = new Set(clauses.map(({ code }) => code))
      expect(targets.every(({ clause }) => known.has(clause))).toBe(true)
    })
  },
)

describe('the opinions of the demo', () => {
  it('come from 30 units, and 13 have yet to answer', () => {
    const answered = opinions.map(({ unitCode }) => unitCode)
    expect(answered).toHaveLength(30)
    expect([...answered, ...stillOpen.map(({ unitCode }) => unitCode)].toSorted()).toEqual(
      unitCodes.toSorted(),
    )
  })

  it('say two to eight things each, of all four kinds', () => {
    for (const { comments, unitCode } of opinions) {
      expect(comments.length, unitCode).toBeGreaterThanOrEqual(2)
      expect(comments.length, unitCode).toBeLessThanOrEqual(8)
    }
    expect(new Set(opinions.flatMap(({ comments }) => comments.map(({ kind }) => kind))).size).toBe(
      4,
    )
  })

  it('speak about places that are in the plan, and propose other words than stand there', () => {
    for (const comment of opinions.flatMap(({ comments }) => comments)) {
      const { clauses, targets, classLines } = plans[comment.planType]
      const at = { CLAUSE: clauses, TARGET: targets, LINE: classLines, GENERAL: [] }[
        comment.placeKind
      ]
      const found = [...at].find(({ code }) => code === comment.placeCode)
      const isNew = comment.line?.wish === 'NEW'
      expect(comment.placeKind === 'GENERAL' || isNew || found, comment.text).toBeTruthy()
      if (comment.suggestedText && found && 'text' in found)
        expect(comment.suggestedText).not.toBe(found.text)
      expect(comment.text).not.toContain('{')
    }
  })

  it('use everything that was written for them', () => {
    const said = new Set(
      opinions.flatMap(({ comments }) =>
        comments.map(({ placeCode, kind }) => `${placeCode}${kind}`),
      ),
    )
    const unsaid = Object.entries(commentBank).filter(
      ([, each]) => !said.has(`${each.placeCode}${each.kind}`),
    )
    expect(unsaid.map(([key]) => key)).toEqual([])
  })

  it('ask for other figures than were assigned, in about twelve units', () => {
    const requests = opinions.flatMap(({ targetRequests }) => targetRequests)
    expect(requests).toHaveLength(13)
    for (const { unitCode, planType, targetCode, share } of requests) {
      const assigned = shared(plans[planType], targetCode).find(
        (row) => row.unitCode === unitCode,
      )?.value
      expect(requestedValue(assigned ?? 0, share), unitCode).not.toBe(assigned)
    }
  })
})

describe('the year before', () => {
  const { classes, targets, planYear } = lastYear(2027, '2026-11-23')

  it('held 38 classes, and no more people came than there were seats', () => {
    expect(planYear).toBe(2026)
    expect(classes).toHaveLength(38)
    expect(sum(classes.map(({ seats }) => seats))).toBe(3_650)
    for (const { seats, attended, tested, certified } of classes)
      expect([seats, attended, tested, certified]).toEqual(
        [certified, tested, attended, seats].toSorted((a, b) => b - a),
      )
  })

  it('asked its trainees, and not more answered than came', () => {
    for (const { attended, ratings, satisfaction, satisfied } of classes) {
      expect([satisfied, ratings, attended]).toEqual(
        [satisfied, ratings, attended].toSorted((a, b) => a - b),
      )
      expect(satisfaction).toBeGreaterThan(1)
      expect(satisfaction).toBeLessThan(5)
    }
  })

  it('has a result for every target that it had', () => {
    expect(targets.length).toBe(training.targets.length + membership.targets.length)
  })
})

it('is written in composed form', () => {
  const text = JSON.stringify([plans, opinions, lastYear(2027, '2026-11-23')])
  expect(text).toBe(text.normalize('NFC'))
})
