import { isMeantFor } from '../../domain/classes/eligibility.ts'
import { population as populationOf } from '../../domain/draft/plan-content.ts'
import { isOfSome, type Population, type Target } from '../../domain/draft/target.ts'
import { sourceOf } from '../../domain/reward/results.ts'
import type { Tx } from '../database.ts'
import type { ClassRow } from './results-facts.ts'

/** The classes behind a figure of classes: what the board counts, its quality is of, and its rows are. */
export function classesCounted<C extends Counted>(target: Target, classes: readonly C[]): C[] {
  const held = classes.filter(({ isHeld }) => isHeld)
  switch (sourceOf(target)) {
    case 'heldClasses':
      return held.filter(({ isOfLine }) => isOfLine)
    case 'classesFor':
      return held.filter(
        ({ isOfLine, eligibility }) => isOfLine && isMeantFor(eligibility, target.population),
      )
    case 'ownClasses':
      return held.filter(({ isOfUnit }) => isOfUnit)
    case 'questionShare':
      return held
    case 'attended':
    case 'certified':
    case 'passRate':
    case 'netGrowth':
    case 'newUnions':
    case null:
      return []
  }
}

type Counted = Pick<ClassRow, 'isHeld' | 'isOfLine' | 'isOfUnit' | 'eligibility'>

/** Classes were held and none of them says whom it is for: then nothing tells them apart. */
export function nobodyIsNamed(classes: readonly ClassRow[]): boolean {
  const held = classes.filter(({ isHeld, isOfLine }) => isHeld && isOfLine)
  return held.length > 0 && held.every(({ eligibility }) => !isOfSome(eligibility))
}

/** By the same rule, for the rows behind the figure. */
export async function idsMeantFor(tx: Tx, cycleId: string, wanted: Population): Promise<string[]> {
  const classes = await tx
    .selectFrom('trainingClass')
    .select(['id', 'eligibility'])
    .where('cycleId', '=', cycleId)
    .where('state', 'in', ['SETTLED', 'CLOSED'])
    .execute()
  return classes
    .filter(({ eligibility }) => isMeantFor(populationOf.parse(eligibility), wanted))
    .map(({ id }) => id)
}
