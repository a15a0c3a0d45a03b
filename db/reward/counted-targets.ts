import { addedUp, netGrowth } from '../../domain/cycle/movement.ts'
import type { TargetResultView } from '../../domain/reward/results.contract.ts'
import { headlineOf } from '../../domain/draft/target.ts'
import { missingFor } from '../../domain/reward/missing.ts'
import { type QuestionShare, questionShareOf } from '../../domain/reward/question-share.ts'
import { resultOf, type Source, sourceOf } from '../../domain/reward/results.ts'
import type { Tx } from '../database.ts'
import { classesCounted, nobodyIsNamed } from './counted-classes.ts'
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
  asksWho,
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
  const questions = questionsOf(target, facts)
  const result = resultOf(target, numberOf(target, facts))
  const { planType, code, text, measuredIn, denominator, lastYearDone } = target
  return {
    planType,
    code,
    text,
    measuredIn,
    isPercent: target.kind === 'PERCENT',
    ...result,
    isReached: result.isReached && (questions?.reached ?? 0) === (questions?.classes ?? 0),
    denominator,
    lastYear: lastYearDone,
    quality: qualityBeside(target, facts),
    ratings: ratingsBeside(target, facts.classes),
    terms: source === 'netGrowth' ? addedUp(facts.units) : null,
    questions: questions && { classes: questions.classes, reached: questions.reached },
    missing: result.done === null ? missingFor(target) : null,
    source,
    units: unitsOf(target, facts.units),
  }
}

/** A target that asks how much of the time is for questions; null for every other. */
function questionsOf(target: PlannedTarget, { classes }: Facts): QuestionShare | null {
  if (sourceOf(target) !== 'questionShare') return null
  return questionShareOf(classesCounted(target, classes), headlineOf(target))
}

/** People of a population are in no unit's figures, so only shares of everybody are shown per unit. */
function unitsOf(target: PlannedTarget, facts: readonly UnitFacts[]): TargetResultView['units'] {
  const source = sourceOf(target)
  const doneOf = asksWho(target) ? null : perUnit(source)
  return target.allocations.flatMap(({ unitId, value }) => {
    const unit = facts.find((each) => each.unitId === unitId)
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
  })
}

type Counting = (facts: Facts, target: PlannedTarget) => number | null

const sumOf =
  (of: (unit: UnitFacts) => number): Counting =>
  ({ units }) =>
    units.reduce((total, unit) => total + of(unit), 0)
const classesOf: Counting = ({ classes }, target) => classesCounted(target, classes).length

/** Nothing reported and nothing held is not known; a sum that people have reported is. */
const COUNTED = {
  heldClasses: classesOf,
  classesFor: (facts, target) => (nobodyIsNamed(facts.classes) ? null : classesOf(facts, target)),
  questionShare: (facts, target) => questionsOf(target, facts)?.percent ?? null,
  ownClasses: sumOf(({ ownClasses }) => ownClasses),
  attended: sumOf(({ attended }) => attended),
  certified: sumOf(({ certified }) => certified),
  passRate: ({ classes }) => qualityOf(classes, 'YEAR')?.percent ?? null,
  netGrowth: ({ units }) =>
    units.some(({ months }) => months > 0) ? netGrowth(addedUp(units)).net : null,
  newUnions: sumOf(({ newUnions }) => newUnions),
} as const satisfies Record<Source, Counting>

function numberOf(target: PlannedTarget, facts: Facts): number | null {
  if (asksWho(target)) return facts.people.get(keyOf(target))?.people ?? null
  const source = sourceOf(target)
  return source && COUNTED[source](facts, target)
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
    case 'classesFor':
    case 'passRate':
    case 'questionShare':
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
    questions: null,
    missing: null,
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
