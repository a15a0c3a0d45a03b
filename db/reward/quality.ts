import { ratingFiguresOf } from '../../domain/classes/rating.ts'
import type { TargetResultView } from '../../domain/reward/results.contract.ts'
import { kindOfRows, type Source, sourceOf } from '../../domain/reward/results.ts'
import { classesCounted } from './counted-classes.ts'
import type { ClassRow, UnitFacts } from './results-facts.ts'
import { asksWho, keyOf, type PlannedTarget, type Reached } from './results-targets.ts'

type Quality = NonNullable<TargetResultView['quality']>
type Ratings = NonNullable<TargetResultView['ratings']>
type Counted = { classes: readonly ClassRow[]; people: ReadonlyMap<string, Reached> }

/** Of the classes or people that are counted; the seats of a year are those of all its classes. */
export function qualityBeside(target: PlannedTarget, { classes, people }: Counted): Quality | null {
  const source = sourceOf(target)
  if (asksWho(target)) {
    const reached = people.get(keyOf(target))
    return reached ? qualityFrom(reached, 'COUNTED') : null
  }
  if (source === 'netGrowth' || source === 'newUnions' || source === null) return null
  return kindOfRows(source) === 'CLASS'
    ? qualityOf(classesCounted(target, classes), 'COUNTED')
    : qualityOf(classes, 'YEAR')
}

export function qualityOfUnit(source: Source | null, unit: UnitFacts): Quality | null {
  const { testedInOwn, passedInOwn } = unit
  if (source === 'ownClasses')
    return qualityFrom({ tested: testedInOwn, passed: passedInOwn }, 'COUNTED')
  return source === 'attended' || source === 'certified' ? qualityFrom(unit, 'COUNTED') : null
}

/**
 * What trainees think, of the same classes. A share of people has that of all classes of the year: a
 * part of a class is never asked apart, or one could tell who said what.
 */
export function ratingsBeside(target: PlannedTarget, classes: readonly ClassRow[]): Ratings | null {
  const source = sourceOf(target)
  if (source === 'netGrowth' || source === 'newUnions' || source === null) return null
  return kindOfRows(source) === 'CLASS'
    ? ratingsOf(classesCounted(target, classes), 'COUNTED')
    : ratingsOf(classes, 'YEAR')
}

export function ratingsOfUnit(source: Source | null, { ratedInOwn }: UnitFacts): Ratings | null {
  if (source !== 'ownClasses') return null
  return { figures: ratingFiguresOf([ratedInOwn]), of: 'COUNTED' }
}

export function ratingsOf(classes: readonly ClassRow[], of: Ratings['of']): Ratings {
  return { figures: ratingFiguresOf(classes.map(({ rated }) => rated)), of }
}

export function qualityOf(classes: readonly ClassRow[], of: Quality['of']): Quality | null {
  const sum = (name: 'tested' | 'passed') => classes.reduce((all, row) => all + (row[name] ?? 0), 0)
  return qualityFrom({ tested: sum('tested'), passed: sum('passed') }, of)
}

function qualityFrom(
  { tested, passed }: Pick<Quality, 'tested' | 'passed'>,
  of: Quality['of'],
): Quality | null {
  if (tested === 0) return null
  return { tested, passed, percent: Math.round((passed / tested) * 1000) / 10, of }
}
