import type { TargetResultView } from '../../domain/reward/results.contract.ts'
import { type Source, sourceOf } from '../../domain/reward/results.ts'
import type { ClassRow, UnitFacts } from './results-facts.ts'
import { keyOf, type PlannedTarget, type Reached } from './results-targets.ts'

type Quality = NonNullable<TargetResultView['quality']>
type Counted = { classes: readonly ClassRow[]; people: ReadonlyMap<string, Reached> }

/** Of the classes or people that are counted; the seats of a year are those of all its classes. */
export function qualityBeside(target: PlannedTarget, { classes, people }: Counted): Quality | null {
  const source = sourceOf(target)
  const held = classes.filter(({ isHeld }) => isHeld)
  if (target.kind === 'PERCENT') {
    const reached = people.get(keyOf(target))
    return reached ? qualityFrom(reached, 'COUNTED') : null
  }
  switch (source) {
    case 'heldClasses':
      return qualityOf(
        held.filter(({ isOfLine }) => isOfLine),
        'COUNTED',
      )
    case 'ownClasses':
      return qualityOf(
        held.filter(({ isOfUnit }) => isOfUnit),
        'COUNTED',
      )
    case 'attended':
    case 'certified':
    case 'passRate':
      return qualityOf(classes, 'YEAR')
    case 'netGrowth':
    case 'newUnions':
    case null:
      return null
  }
}

export function qualityOfUnit(source: Source | null, unit: UnitFacts): Quality | null {
  const { testedInOwn, passedInOwn } = unit
  if (source === 'ownClasses')
    return qualityFrom({ tested: testedInOwn, passed: passedInOwn }, 'COUNTED')
  return source === 'attended' || source === 'certified' ? qualityFrom(unit, 'COUNTED') : null
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
