import type { Obstacle } from '../grammar/obstacle.ts'
import { pointer } from '../grammar/obstacle.ts'
import type { Asked } from './answer-form.ts'

/** What a round lays before one unit, as far as the rules look at it. */
export type ConsultedPlace = {
  planId: string
  clauses: readonly { code: string }[]
  classLines: readonly { code: string }[]
  targets: readonly { code: string; allocation: { value: number } | null }[]
}

type PlacedForm = {
  stances: Readonly<Record<string, unknown>>
  comments: Readonly<
    Record<string, { planId: string; placeKind: string; placeCode: string | null }>
  >
}

/** The plans it is asked about, and what each target assigns to this unit, by place. */
export function askedOf(plans: readonly ConsultedPlace[]): Asked {
  const assigned = plans.flatMap(({ planId, targets }) =>
    targets.flatMap(({ code, allocation }): [string, number][] =>
      allocation ? [[`${planId}:TARGET:${code}`, allocation.value]] : [],
    ),
  )
  return { planIds: plans.map(({ planId }) => planId), assigned: Object.fromEntries(assigned) }
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
      return plan && hasPlace(plan, comment) ? [] : [noSuchPlace(pointer('comments', key))]
    }),
  ]
}

function hasPlace(
  plan: ConsultedPlace,
  { placeKind, placeCode }: { placeKind: string; placeCode: string | null },
): boolean {
  if (placeKind === 'GENERAL') return placeCode === null
  const places =
    placeKind === 'CLAUSE' ? plan.clauses : placeKind === 'LINE' ? plan.classLines : plan.targets
  return places.some(({ code }) => code === placeCode)
}

function noSuchPlace(at: string): Obstacle {
  return { code: 'feedback.wrong-place', at }
}
