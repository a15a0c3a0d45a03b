import { cycleDeeds } from '../../domain/cycle/deeds.ts'
import { addedUp, netGrowth } from '../../domain/cycle/movement.ts'
import { allowedActions } from '../../domain/grammar/deed.ts'
import type { ResultsView, TargetResultView } from '../../domain/reward/results.contract.ts'
import { resultOf, type Source, sourceOf } from '../../domain/reward/results.ts'
import type { Entered } from '../context.ts'
import { cycleOfYear } from '../cycle/find.ts'
import { obstaclesToClosing } from '../cycle/obstacles.ts'
import { type ClassRow, classRows, type UnitFacts, unitFacts } from './results-facts.ts'
import {
  keyOf,
  type PastTarget,
  pastTargets,
  peopleReached,
  type PlannedTarget,
  plannedTargets,
} from './results-targets.ts'

type Facts = {
  units: readonly UnitFacts[]
  classes: readonly ClassRow[]
  people: ReadonlyMap<string, number>
}

/** The year-end board: at most eight statements, whatever the number of classes, seats and units. */
export async function resultsOf({ tx, caller }: Entered, planYear: number): Promise<ResultsView> {
  const cycle = await cycleOfYear(tx, planYear)
  const targets = await plannedTargets(tx, cycle.id)
  const facts: Facts = {
    units: await unitFacts(tx, cycle),
    classes: await classRows(tx, cycle),
    people: await peopleReached(tx, cycle.id, targets),
  }
  const past = await pastTargets(tx, cycle.id)
  const unfinished = await obstaclesToClosing(tx, cycle.id)
  const isClosed = cycle.closedAt !== null
  return {
    planYear,
    isClosed,
    phase: cycle.phase,
    targets: [
      ...targets.map((target) => ofPlan(target, facts)),
      ...past.map((target) => ofPast(target, facts)),
    ],
    classes: facts.classes.map(({ isOfLine: _, isHeld: __, ...row }) => row),
    unfinished: unfinished.map(({ code, params = {} }) => ({ code, params: { ...params } })),
    allowedActions: allowedActions([cycleDeeds.stationEnded, cycleDeeds.closed], caller, {
      state: isClosed ? 'CLOSED' : cycle.phase,
    }),
  }
}

function ofPlan(target: PlannedTarget, facts: Facts): TargetResultView {
  const source = sourceOf(target)
  const counted =
    target.kind === 'PERCENT' ? (facts.people.get(keyOf(target)) ?? null) : countedBy(source, facts)
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
    quality: qualityBeside(source, facts.classes),
    terms: source === 'netGrowth' ? addedUp(facts.units) : null,
    hasRows: source !== null && source !== 'netGrowth' && source !== 'newUnions',
    units: target.allocations.flatMap(({ unitId, value }) => {
      const unit = facts.units.find((each) => each.unitId === unitId)
      return unit && doneOf
        ? [{ unitId, unitName: unit.unitName, planned: value, done: doneOf(unit) }]
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
      return qualityOf(classes)?.percent ?? null
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

function qualityBeside(source: Source | null, classes: readonly ClassRow[]) {
  const isOfClasses = source !== null && source !== 'netGrowth' && source !== 'newUnions'
  return isOfClasses ? qualityOf(classes) : null
}

function qualityOf(classes: readonly ClassRow[]): TargetResultView['quality'] {
  const sum = (of: 'tested' | 'passed') => classes.reduce((all, row) => all + (row[of] ?? 0), 0)
  const [tested, passed] = [sum('tested'), sum('passed')]
  if (tested === 0) return null
  return { tested, passed, percent: Math.round((passed / tested) * 1000) / 10 }
}

/** A past year's figure as it was brought in; its net growth with the terms it follows from. */
function ofPast({ code, title, planned, done, isNet }: PastTarget, facts: Facts): TargetResultView {
  const percent = done !== null && planned ? Math.round((done / planned) * 1000) / 10 : null
  const isOfClasses = code.startsWith('T')
  return {
    planType: null,
    code,
    text: title,
    measuredIn: '',
    isPercent: false,
    planned,
    done,
    percent,
    isReached: done === null || planned === null ? null : done >= planned,
    denominator: null,
    lastYear: null,
    quality: isOfClasses ? qualityOf(facts.classes) : null,
    terms: isNet ? addedUp(facts.units) : null,
    hasRows: isOfClasses,
    units: isNet
      ? facts.units.map((unit) => ({
          unitId: unit.unitId,
          unitName: unit.unitName,
          planned: null,
          done: unit.months > 0 ? netGrowth(unit).net : null,
        }))
      : [],
  }
}
