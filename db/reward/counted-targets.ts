import { addedUp, netGrowth } from '../../domain/cycle/movement.ts'
import type { TargetResultView } from '../../domain/reward/results.contract.ts'
import { resultOf, type Source, sourceOf } from '../../domain/reward/results.ts'
import type { Tx } from '../database.ts'
import {
  qualityBeside,
  qualityOf,
  qualityOfUnit,
  ratingsBeside,
  ratingsOf,
  ratingsOfUnit,
} from './quality.ts'
import { type ClassRow, classRows, type UnitFacts, unitFacts } from './results-facts.ts'
import {
  keyOf,
  type PastTarget,
  pastTargets,
  peopleReached,
  type PlannedTarget,
  plannedTargets,
  type Reached,
} from './results-targets.ts'

type Facts = {
  units: readonly UnitFacts[]
  classes: readonly ClassRow[]
  people: ReadonlyMap<string, Reached>
}

/** Every target with what was done of it: what the board shows, and what the next draft is offered. */
export async function countedOf(
  tx: Tx,
  cycle: { id: string; planYear: number },
): Promise<{ targets: TargetResultView[]; classes: readonly ClassRow[] }> {
  const targets = await plannedTargets(tx, cycle.id)
  const facts: Facts = {
    units: await unitFacts(tx, cycle),
    classes: await classRows(tx, cycle),
    people: await peopleReached(tx, cycle.id, targets),
  }
  const past = await pastTargets(tx, cycle.id)
  return {
    targets: [
      ...targets.map((target) => ofPlan(target, facts)),
      ...past.map((target) => ofPast(target, facts)),
    ],
    classes: facts.classes,
  }
}

function ofPlan(target: PlannedTarget, facts: Facts): TargetResultView {
  const source = sourceOf(target)
  const counted =
    target.kind === 'PERCENT'
      ? (facts.people.get(keyOf(target))?.people ?? null)
      : countedBy(source, facts)
  const { planType, code, text, measuredIn, denominator, lastYearDone } = target
  const doneOf = perUnit(source)
  return {
    planType,
    code,
    text,
    measuredIn,
    isPercent: target.kind === 'PERCENT',
    ...resultOf(target, counted),
    denominator,
    lastYear: lastYearDone,
    quality: qualityBeside(target, facts),
    ratings: ratingsBeside(source, facts.classes),
    terms: source === 'netGrowth' ? addedUp(facts.units) : null,
    source,
    units: target.allocations.flatMap(({ unitId, value }) => {
      const unit = facts.units.find((each) => each.unitId === unitId)
      return unit && doneOf
        ? [
            {
              unitId,
              unitName: unit.unitName,
              planned: value,
              done: doneOf(unit),
              quality: qualityOfUnit(source, unit),
              ratings: ratingsOfUnit(source, unit),
            },
          ]
        : []
    }),
  }
}

/** Nothing reported and nothing held is not known; a sum that people have reported is. */
function countedBy(source: Source | null, { units, classes }: Facts): number | null {
  const sum = (of: (unit: UnitFacts) => number) =>
    units.reduce((total, unit) => total + of(unit), 0)
  const held = classes.filter(({ isHeld }) => isHeld)
  switch (source) {
    case null:
      return null
    case 'heldClasses':
      return held.filter(({ isOfLine }) => isOfLine).length
    case 'ownClasses':
      return sum((unit) => unit.ownClasses)
    case 'attended':
      return sum((unit) => unit.attended)
    case 'certified':
      return sum((unit) => unit.certified)
    case 'passRate':
      return qualityOf(classes, 'YEAR')?.percent ?? null
    case 'netGrowth':
      return units.some(({ months }) => months > 0) ? netGrowth(addedUp(units)).net : null
    case 'newUnions':
      return sum((unit) => unit.newUnions)
  }
}

function perUnit(source: Source | null): ((unit: UnitFacts) => number | null) | null {
  switch (source) {
    case 'netGrowth':
      return (unit) => (unit.months > 0 ? netGrowth(unit).net : null)
    case 'newUnions':
      return ({ newUnions }) => newUnions
    case 'ownClasses':
      return ({ ownClasses }) => ownClasses
    case 'attended':
      return ({ attended }) => attended
    case 'certified':
      return ({ certified }) => certified
    case 'heldClasses':
    case 'passRate':
    case null:
      return null
  }
}

/** A past year's figure as it was brought in; its net growth with the terms it follows from. */
function ofPast(
  { code, title, planned, done, isNet, measuredIn }: PastTarget,
  facts: Facts,
): TargetResultView {
  const percent = done !== null && planned ? Math.round((done / planned) * 1000) / 10 : null
  const isOfClasses = code.startsWith('T')
  return {
    planType: null,
    code,
    text: title,
    measuredIn,
    isPercent: false,
    planned,
    done,
    percent,
    isReached: done === null || planned === null ? null : done >= planned,
    denominator: null,
    lastYear: null,
    quality: isOfClasses ? qualityOf(facts.classes, 'YEAR') : null,
    ratings: isOfClasses ? ratingsOf(facts.classes, 'YEAR') : null,
    terms: isNet ? addedUp(facts.units) : null,
    source: null,
    units: isNet
      ? facts.units.map((unit) => ({
          unitId: unit.unitId,
          unitName: unit.unitName,
          planned: null,
          done: unit.months > 0 ? netGrowth(unit).net : null,
          quality: null,
          ratings: null,
        }))
      : [],
  }
}
