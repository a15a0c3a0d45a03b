import type { Obstacle } from '../grammar/obstacle.ts'

/** What a unit asks of a class line (B5): other facts, that it is left out, a line of its own. */
export const LINE_WISHES = ['CHANGE', 'DROP', 'NEW'] as const

/** The facts of a class line that a unit may ask for; null: as in the draft. */
export type LineFacts = {
  topic: string | null
  audience: string | null
  seats: number | null
  /** 1 to 12, of the plan year. */
  month: number | null
}
export type LineWish = LineFacts & { wish: (typeof LINE_WISHES)[number] }

/** The same facts as they stand in a draft. */
export type DraftLine = { topic: string; audience: string; seats: number; month: number }

export const FACTS_OF_LINE = ['topic', 'audience', 'seats', 'month'] as const

export function factsOfLine({ topic, audience, seats, month }: DraftLine): DraftLine {
  return { topic, audience, seats, month }
}

/** Whether both say the same of a line. */
export function areSameFacts(one: LineFacts, other: LineFacts): boolean {
  return FACTS_OF_LINE.every((fact) => one[fact] === other[fact])
}

export function factsOfWish({ topic, audience, seats, month }: LineWish): LineFacts {
  return { topic, audience, seats, month }
}

export const NO_FACTS: LineFacts = { topic: null, audience: null, seats: null, month: null }

/** Only what differs from the draft is asked; a blank word and a fact left as it stands are not. */
export function askedFacts(wish: LineFacts, line: DraftLine | undefined): Partial<DraftLine> {
  const asked = FACTS_OF_LINE.flatMap((fact): [string, string | number][] => {
    const value = typeof wish[fact] === 'string' ? wish[fact].trim() : wish[fact]
    return value === null || value === '' || value === line?.[fact] ? [] : [[fact, value]]
  })
  return Object.fromEntries(asked)
}

/** The wish without what stands in the draft already: nobody else's change of it is overwritten. */
export function onlyAsked(wish: LineWish, line: DraftLine | undefined): LineWish {
  const asked = wish.wish === 'DROP' ? {} : askedFacts(wish, line)
  return { ...NO_FACTS, ...asked, wish: wish.wish }
}

/** Why a wish cannot be sent yet; `at` is the pointer of its comment. */
export function obstaclesInWish(wish: LineWish, line: DraftLine | undefined, at: string) {
  const asked = askedFacts(wish, line)
  if (wish.wish === 'CHANGE' && Object.keys(asked).length === 0)
    return [{ code: 'feedback.line-nothing-asked', at: `${at}/line/seats` }]
  if (wish.wish !== 'NEW') return []
  return FACTS_OF_LINE.filter((fact) => asked[fact] === undefined).map((fact): Obstacle => ({
    code: `feedback.line-${fact}-missing`,
    at: `${at}/line/${fact}`,
  }))
}

const ofNewLine = /^\+[a-z0-9]{4,12}$/

/** A line that is not in the draft has a code of its own within the answer: '+k3x9a'. */
export const isNewLine = (code: string | null): boolean => ofNewLine.test(code ?? '')

type Placed = { placeKind: string; placeCode: string | null; line?: LineWish }

/** A wish is made of a class line, and a line of one's own by nothing else than a wish. */
export function wishFitsPlace({ placeKind, placeCode, line }: Placed): boolean {
  if (placeKind !== 'LINE') return !line
  return isNewLine(placeCode) === (line?.wish === 'NEW')
}

export type WishPart = {
  key: `feedback.lineWish.${'drop' | 'new' | `${'changed' | 'asked'}.${keyof DraftLine}`}`
  params: Record<string, string | number>
}

/** A wish as sentences of the dictionary, in the order of the annex. */
export function partsOfWish(wish: LineWish, line: DraftLine | undefined): WishPart[] {
  if (wish.wish === 'DROP') return [{ key: 'feedback.lineWish.drop', params: {} }]
  const asked = askedFacts(wish, line)
  const said = FACTS_OF_LINE.flatMap((fact): WishPart[] => {
    const after = asked[fact]
    if (after === undefined) return []
    if (line)
      return [{ key: `feedback.lineWish.changed.${fact}`, params: { before: line[fact], after } }]
    return [{ key: `feedback.lineWish.asked.${fact}`, params: { after } }]
  })
  return wish.wish === 'NEW' ? [{ key: 'feedback.lineWish.new', params: {} }, ...said] : said
}
