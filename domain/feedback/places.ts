import { wordsOfLine } from '../draft/line-words.ts'
import { placeKey } from './answer-form.contract.ts'
import type { PlaceKind } from './answer-form.ts'
import type { ConsultedPlan } from './feedback.contract.ts'
import { type DraftLine, factsOfLine } from './line-wish.ts'

/** A place of a draft on which a unit may have an opinion. */
export type Place = {
  key: string
  planId: string
  placeKind: Exclude<PlaceKind, 'GENERAL'>
  placeCode: string
  section: string
  heading: string
  text: string
  /** What may be asked of a class line in figures. */
  line?: DraftLine
}

/** Whether files may be put there: with a place, with a draft as a whole, with the whole answer. */
export function mayHoldFiles(plans: readonly ConsultedPlan[], place: string | null): boolean {
  return (
    place === null ||
    plans.some((plan) => wholeDraft(plan) === place) ||
    plans.flatMap(placesOf).some(({ key }) => key === place)
  )
}

/** The key under which files belong to a draft as a whole. */
export function wholeDraft({ planId }: { planId: string }): string {
  return placeKey({ planId, placeKind: 'GENERAL', placeCode: null })
}

/** In the order of the paper: each clause with the targets printed under it, then the annex. */
export function placesOf(plan: ConsultedPlan): Place[] {
  const place = (placeKind: Place['placeKind'], placeCode: string) => ({
    key: placeKey({ planId: plan.planId, placeKind, placeCode }),
    planId: plan.planId,
    placeKind,
    placeCode,
  })
  const targetsOf = (clauseCode: string | null, section: string): Place[] =>
    plan.targets
      .filter((target) => target.clauseCode === clauseCode)
      .map(({ code, text }) => ({ ...place('TARGET', code), section, heading: code, text }))
  return [
    ...plan.clauses.flatMap(({ code, section, heading, text }): Place[] => [
      { ...place('CLAUSE', code), section, heading, text },
      ...targetsOf(code, section),
    ]),
    ...targetsOf(null, ''),
    ...plan.classLines.map((line): Place => ({
      ...place('LINE', line.code),
      section: '',
      heading: line.topic,
      text: wordsOfLine(line),
      line: factsOfLine(line),
    })),
  ]
}
