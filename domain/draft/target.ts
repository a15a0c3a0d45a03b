import type { Employment } from '../federation/position.ts'
import type { Obstacle } from '../grammar/obstacle.ts'

export const TARGET_KINDS = ['PERCENT', 'MIN', 'RANGE', 'EXACT', 'FORMULA'] as const
export type TargetKind = (typeof TARGET_KINDS)[number]

/** What counts as having reached it: being there is less than finishing. */
export const MEASURES = ['attended', 'completed', 'certified', 'net', 'count'] as const
export type Measure = (typeof MEASURES)[number]

/** Of which officials a target speaks; what is left out is not asked for. */
export type Population = {
  employment?: Employment | undefined
  levels?: readonly string[] | undefined
  unitKinds?: readonly string[] | undefined
  positions?: readonly string[] | undefined
  ownership?: readonly string[] | undefined
  minWorkers?: number | undefined
  newInTerm?: boolean | undefined
}

/** Whether it speaks of some officials only. */
export function isOfSome(population: Population): boolean {
  return Object.values(population).some((asked) => asked !== undefined)
}

/** A share of officials: whom it speaks of can be counted; of enterprises nobody keeps a list. */
export function isShareOfPeople({
  kind,
  measuredIn,
}: {
  kind: string
  measuredIn: string
}): boolean {
  return kind === 'PERCENT' && measuredIn === 'người'
}

/** As it stands in the form: a draft may still lack what its kind asks for. */
export type Target = {
  code: string
  text: string
  kind: TargetKind
  value: number | null
  minValue: number | null
  maxValue: number | null
  formula: string | null
  /** 'lớp', 'học viên', 'đoàn viên' */
  measuredIn: string
  measure: Measure
  period: 'YEAR' | 'TERM'
  population: Population
  /** How many the population counts, frozen on a day. */
  denominator: number | null
  denominatorOn: string | null
  isAllocated: boolean
}

type Figure = 'value' | 'minValue' | 'maxValue' | 'formula'

/** Which fields each kind of target needs; the others stay empty. */
export const FIGURES_OF_KIND = {
  PERCENT: ['value'],
  MIN: ['minValue'],
  RANGE: ['minValue', 'maxValue'],
  EXACT: ['value'],
  FORMULA: ['value', 'formula'],
} as const satisfies Record<TargetKind, readonly Figure[]>

/** `at` is the JSON pointer of the target, '/targets/3'. */
export function obstaclesInTarget(target: Target, at: string): Obstacle[] {
  const { code } = target
  const missing = FIGURES_OF_KIND[target.kind].flatMap((figure): Obstacle[] => {
    const given = target[figure]
    const isMissing = given === null || given === ''
    return isMissing
      ? [{ code: 'draft.target-figure-missing', params: { code }, at: `${at}/${figure}` }]
      : []
  })
  if (target.text.trim() === '') {
    missing.push({ code: 'draft.target-text-missing', params: { code }, at: `${at}/text` })
  }
  return [...missing, ...obstaclesInFigures(target, at)]
}

function obstaclesInFigures(target: Target, at: string): Obstacle[] {
  const { code, kind, value, minValue, maxValue } = target
  const obstacles: Obstacle[] = []
  if (kind === 'PERCENT' && value !== null && (value <= 0 || value > 100)) {
    obstacles.push({ code: 'draft.percent-out-of-range', params: { code }, at: `${at}/value` })
  }
  if (kind === 'RANGE' && minValue !== null && maxValue !== null && minValue >= maxValue) {
    const params = { code, from: minValue, to: maxValue }
    obstacles.push({ code: 'draft.range-upside-down', params, at: `${at}/maxValue` })
  }
  if ([value, minValue, maxValue].some((figure) => figure !== null && figure < 0)) {
    obstacles.push({ code: 'draft.target-negative', params: { code }, at })
  }
  return obstacles
}

/** The figure that allocations to units must add up to; null where a kind has none. */
export function headlineOf(target: Target): number | null {
  switch (target.kind) {
    case 'EXACT':
    case 'FORMULA':
      return target.value
    case 'MIN':
      return target.minValue
    case 'PERCENT':
    case 'RANGE':
      return null
  }
}

export type Share = { known: true; percent: number } | { known: false }

/**
 * How much of a percent target is done. Without a frozen denominator it is not known, which is
 * not the same as 0 (settled 14).
 */
export function shareDone(target: Target, done: number | null): Share {
  if (done === null || target.denominator === null || target.denominator <= 0)
    return { known: false }
  return { known: true, percent: Math.round((done / target.denominator) * 1000) / 10 }
}

/** Whether what was done reaches the target; null while that cannot be known. */
export function isReached(target: Target, done: number | null): boolean | null {
  if (target.kind === 'PERCENT') {
    const share = shareDone(target, done)
    return share.known && target.value !== null ? share.percent >= target.value : null
  }
  const least = target.kind === 'RANGE' ? target.minValue : headlineOf(target)
  return done === null || least === null ? null : done >= least
}
