import { wordsOfLine } from '../draft/line-words.ts'
import type { PlanContent, PrintedTarget } from '../draft/plan-content.ts'

export type PlaceKind = 'CLAUSE' | 'TARGET' | 'LINE' | 'HEAD' | 'LEGAL_BASIS'
export type PlaceText = { kind: PlaceKind; code: string; heading: string; text: string }
export type PlaceChange = {
  kind: PlaceKind
  code: string
  heading: string
  before: string | null
  after: string | null
}

/** Every place of a plan with its words, in the order in which it is printed. */
export function placesOf(content: PlanContent): PlaceText[] {
  return [
    { kind: 'HEAD', code: '', heading: '', text: content.title },
    ...content.legalBases.map(({ docType, number, abstract, issuer }, index): PlaceText => ({
      kind: 'LEGAL_BASIS',
      code: String(index + 1),
      heading: number ?? docType,
      text: [docType, number, issuer, abstract].filter(Boolean).join(', '),
    })),
    ...content.clauses.map(({ code, heading, text }): PlaceText => ({
      kind: 'CLAUSE',
      code,
      heading,
      text,
    })),
    ...content.targets.map((target): PlaceText => ({
      kind: 'TARGET',
      code: target.code,
      heading: target.text,
      text: wordsOfTarget(target),
    })),
    ...content.classLines.map((line): PlaceText => ({
      kind: 'LINE',
      code: line.code,
      heading: line.topic,
      text: wordsOfLine(line),
    })),
  ]
}

/** What differs between two versions, place by place; a place that is only moved is not a change. */
export function changedPlaces(before: PlanContent, after: PlanContent): PlaceChange[] {
  const old = placesOf(before)
  const oldByKey = new Map(old.map((place) => [keyOf(place), place]))
  const now = placesOf(after)
  const nowKeys = new Set(now.map(keyOf))
  const changedOrNew = now.flatMap((place): PlaceChange[] => {
    const was = oldByKey.get(keyOf(place))?.text ?? null
    const { text, ...where } = place
    return was === text ? [] : [{ ...where, before: was, after: text }]
  })
  const gone = old
    .filter((place) => !nowKeys.has(keyOf(place)))
    .map(({ text, ...where }): PlaceChange => ({ ...where, before: text, after: null }))
  return [...changedOrNew, ...gone]
}

export function keyOf(place: { kind: string; code: string | null }): string {
  return `${place.kind} ${place.code ?? ''}`
}

/** The words of a target and, line by line, what each unit carries of it. */
function wordsOfTarget({ text, measuredIn, allocations }: PrintedTarget): string {
  const shares = allocations.map(({ unitName, value }) => `${unitName}: ${value} ${measuredIn}`)
  return [text, ...shares].join('\n')
}
