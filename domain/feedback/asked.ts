import type { Obstacle } from '../grammar/obstacle.ts'
import { pointer } from '../grammar/obstacle.ts'
import type { Asked } from './answer-form.ts'
import { type DraftLine, isNewLine, type LineWish, wishFitsPlace } from './line-wish.ts'

/** What a round lays before one unit, as far as the rules look at it. */
export type ConsultedPlace = {
  planId: string
  clauses: readonly { code: string }[]
  classLines: readonly (DraftLine & { code: string })[]
  targets: readonly { code: string; allocation: { value: number } | null }[]
}

export type PlacedForm = {
  stances: Readonly<Record<string, unknown>>
  comments: Readonly<
    Record<string, { planId: string; placeKind: string; placeCode: string | null; line?: LineWish }>
  >
}

/** The plans it is asked about; by place, what each target assigns to it and the class lines. */
export function askedOf(plans: readonly ConsultedPlace[]): Asked {
  const assigned = plans.flatMap(({ planId, targets }) =>
    targets.flatMap(({ code, allocation }): [string, number][] =>
      allocation ? [[`${planId}:TARGET:${code}`, allocation.value]] : [],
    ),
  )
  const lines = plans.flatMap(({ planId, classLines }) =>
    classLines.map((line): [string, DraftLine] => [`${planId}:LINE:${line.code}`, line]),
  )
  return {
    planIds: plans.map(({ planId }) => planId),
    assigned: Object.fromEntries(assigned),
    lines: Object.fromEntries(lines),
  }
}

/** An opinion must speak of a place of the very version that was laid before the unit. */
export function obstaclesInPlaces(form: PlacedForm, plans: readonly ConsultedPlace[]): Obstacle[] {
  const strange = Object.keys(form.stances).filter(
    (planId) => !plans.some((plan) => plan.planId === planId),
  )
  return [
    ...strange.map((planId) => noSuchPlace(pointer('stances', planId))),
    ...Object.entries(form.comments).flatMap(([key, comment]) => {
      const plan = plans.find(({ planId }) => planId === comment.planId)
      const isThere = plan && hasPlace(plan, comment) && wishFitsPlace(comment)
      return isThere ? [] : [noSuchPlace(pointer('comments', key))]
    }),
  ]
}

function hasPlace(
  plan: ConsultedPlace,
  { placeKind, placeCode }: { placeKind: string; placeCode: string | null },
): boolean {
  if (placeKind === 'GENERAL') return placeCode === null
  if (placeKind === 'LINE' && isNewLine(placeCode)) return true
  const places =
    placeKind === 'CLAUSE' ? plan.clauses : placeKind === 'LINE' ? plan.classLines : plan.targets
  return places.some(({ code }) => code === placeCode)
}

function noSuchPlace(at: string): Obstacle {
  return { code: 'feedback.wrong-place', at }
}
