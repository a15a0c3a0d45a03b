import {
  headlineOf,
  isOfSome,
  isReached,
  type Measure,
  shareDone,
  type Target,
} from '../draft/target.ts'
import { isWithin, parseTerm } from '../federation/term.ts'

export const SOURCES = [
  'heldClasses',
  'classesFor',
  'ownClasses',
  'attended',
  'certified',
  'passRate',
  'questionShare',
  'netGrowth',
  'newUnions',
] as const
/** Which facts a target is counted by; null where the year keeps none that answer it. */
export type Source = (typeof SOURCES)[number]

/** What the rows are of which a figure is the sum. */
export function kindOfRows(source: Source | null): 'PERSON' | 'CLASS' | 'UNION' {
  return source === null ? 'PERSON' : ROWS[source]
}

const ROWS = {
  heldClasses: 'CLASS',
  classesFor: 'CLASS',
  ownClasses: 'CLASS',
  questionShare: 'CLASS',
  attended: 'PERSON',
  certified: 'PERSON',
  passRate: 'PERSON',
  netGrowth: 'PERSON',
  newUnions: 'UNION',
} as const satisfies Record<Source, 'PERSON' | 'CLASS' | 'UNION'>

type Counted = Pick<Target, 'kind' | 'measure' | 'measuredIn' | 'population' | 'isAllocated'>

/** A target is counted by what it measures and in which unit, and by nothing that somebody types. */
export function sourceOf(target: Counted): Source | null {
  const { kind, measure, measuredIn, population, isAllocated } = target
  if (measure === 'net') return 'netGrowth'
  if (kind === 'PERCENT') return percentSource(target)
  if (measuredIn === 'lớp') return ofClasses(population, isAllocated)
  if (measuredIn === 'công đoàn cơ sở' && measure === 'count') return 'newUnions'
  if (measuredIn === '% số giờ' && measure === 'count') return 'questionShare'
  // marks are counted of everybody, which answers no question about some
  if (measuredIn === '%')
    return measure === 'certified' && !isOfSome(population) ? 'passRate' : null
  return OF_PEOPLE[measure]
}

/** Whom a class of the plan is for stands in its opening; of the units' own it is not asked. */
function ofClasses(population: Target['population'], isAllocated: boolean): Source | null {
  if (isOfSome(population)) return isAllocated ? null : 'classesFor'
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

type Year = { planYear: number; term: string | null }

/** The plan years whose classes count: those of the term so far, for what a term has to reach. */
export function yearsCounted(
  { period }: Pick<Target, 'period'>,
  { planYear, term }: Year,
): { from: number; to: number } {
  const read = period === 'TERM' && term !== null ? parseTerm(term) : null
  const from = read && 'term' in read && isWithin(read.term, planYear) ? read.term.from : planYear
  return { from, to: planYear }
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
