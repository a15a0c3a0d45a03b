import { headlineOf, isReached, type Measure, shareDone, type Target } from '../draft/target.ts'

export const SOURCES = [
  'heldClasses',
  'ownClasses',
  'attended',
  'certified',
  'passRate',
  'netGrowth',
  'newUnions',
] as const
/** Which facts a target is counted by; null where the year keeps none that answer it. */
export type Source = (typeof SOURCES)[number]

/** What the rows are of which a figure is the sum. */
export function kindOfRows(source: Source | null): 'PERSON' | 'CLASS' | 'UNION' {
  if (source === 'newUnions') return 'UNION'
  return source === 'heldClasses' || source === 'ownClasses' ? 'CLASS' : 'PERSON'
}

type Counted = Pick<Target, 'kind' | 'measure' | 'measuredIn' | 'population' | 'isAllocated'>

/** A target is counted by what it measures and in which unit, and by nothing that somebody types. */
export function sourceOf(target: Counted): Source | null {
  const { kind, measure, measuredIn, population, isAllocated } = target
  if (measure === 'net') return 'netGrowth'
  if (kind === 'PERCENT') return percentSource(target)
  if (measuredIn === 'lớp') return ofClasses(population, isAllocated)
  if (measuredIn === 'công đoàn cơ sở' && measure === 'count') return 'newUnions'
  if (measuredIn === '%' && measure === 'certified') return 'passRate'
  // a count of everybody answers no question about some
  return Object.keys(population).length > 0 ? null : OF_PEOPLE[measure]
}

/** Classes for some people only cannot be told from the others, so they are not counted. */
function ofClasses(population: Target['population'], isAllocated: boolean): Source | null {
  if (Object.keys(population).length > 0) return null
  return isAllocated ? 'ownClasses' : 'heldClasses'
}

const OF_PEOPLE = {
  attended: 'attended',
  completed: 'certified',
  certified: 'certified',
  net: 'netGrowth',
  count: null,
} as const satisfies Record<Measure, Source | null>

/** A share of officials: who was there, or who brought the certificate. */
function percentSource({ measure, measuredIn }: Counted): Source | null {
  if (measuredIn !== 'người') return null
  if (measure === 'attended') return 'attended'
  return measure === 'count' ? null : 'certified'
}

export type Result = {
  planned: number | null
  /** Null: not enough figures, which is never 0 (settled 14). */
  done: number | null
  percent: number | null
  isReached: boolean | null
}

/** What was planned against what was done; a percent target by its frozen denominator. */
export function resultOf(target: Target, counted: number | null): Result {
  if (target.kind === 'PERCENT') {
    const share = shareDone(target, counted)
    const percent = share.known ? share.percent : null
    return { planned: target.value, done: percent, percent, isReached: isReached(target, counted) }
  }
  const planned = target.kind === 'RANGE' ? target.minValue : headlineOf(target)
  const percent = counted !== null && planned ? Math.round((counted / planned) * 1000) / 10 : null
  return { planned, done: counted, percent, isReached: isReached(target, counted) }
}
