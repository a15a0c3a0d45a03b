import type { Obstacle } from '../grammar/obstacle.ts'
import { type ClassState, type NominationState, ON_THE_LIST } from './class-state.ts'

/** From the worst to the best; an answer counts by its place, from 1 to 5. */
export const SATISFACTION = [
  'VERY_DISSATISFIED',
  'DISSATISFIED',
  'NEUTRAL',
  'SATISFIED',
  'VERY_SATISFIED',
] as const

/** How much of it can be used at work. */
export const USEFULNESS = ['NOT_AT_ALL', 'LITTLE', 'PARTLY', 'MOSTLY', 'FULLY'] as const

/** A class is rated once its last session is over. */
export const RATED_IN = ['MARKING', 'CERTIFYING', 'SETTLED', 'CLOSED'] as const

export function isOver(state: ClassState): boolean {
  return RATED_IN.some((each) => each === state)
}

/** Fewer opinions are no figure: whoever knows two of them would know the third. */
export const LEAST_RATINGS = 3

export function scoreOf<Word extends string>(words: readonly Word[], word: Word): number {
  return words.indexOf(word) + 1
}

export function wordOf<Word extends string>(words: readonly Word[], score: number): Word {
  const word = words[score - 1]
  if (word === undefined) throw new Error(`no word counts ${score}`)
  return word
}

type Standing = { state: NominationState; attended: number; yearIsClosed: boolean }

/** Whoever sat in the class and was there says what it was worth, until the year is closed. */
export function obstaclesToRating({ state, attended, yearIsClosed }: Standing): Obstacle[] {
  const seated: readonly NominationState[] = ON_THE_LIST
  return [
    ...(seated.includes(state) ? [] : [{ code: 'classes.seat-not-held' }]),
    ...(attended > 0 ? [] : [{ code: 'classes.not-there' }]),
    ...(yearIsClosed ? [{ code: 'classes.rating-over' }] : []),
  ]
}

/** What the database adds up, of a class with enough opinions. */
export type RatingSums = {
  ratings: number
  satisfaction: number
  /** Null for a year from before this system, which did not ask. */
  usefulness: number | null
  satisfied: number
}

export type RatingFigures = {
  ratings: number
  satisfaction: number
  usefulness: number | null
  satisfiedPercent: number
}

/**
 * The figures of one class or of many. Only classes that have a figure of their own come in, so
 * that no difference between two figures tells of a class that has none.
 */
export function ratingFiguresOf(rated: readonly (RatingSums | null)[]): RatingFigures | null {
  const classes = rated.filter((sums) => sums !== null)
  const sum = (of: (sums: RatingSums) => number) => classes.reduce((all, sums) => all + of(sums), 0)
  const ratings = sum((sums) => sums.ratings)
  if (ratings < LEAST_RATINGS) return null
  const asked = classes.filter(({ usefulness }) => usefulness !== null)
  const askedOf = asked.reduce((all, sums) => all + sums.ratings, 0)
  return {
    ratings,
    satisfaction: oneDecimal(sum((sums) => sums.satisfaction) / ratings),
    usefulness:
      askedOf === 0 ? null : oneDecimal(sum(({ usefulness }) => usefulness ?? 0) / askedOf),
    satisfiedPercent: Math.round((sum(({ satisfied }) => satisfied) / ratings) * 100),
  }
}

function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10
}
