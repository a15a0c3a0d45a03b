import { PLACE_KINDS, type PlaceKind } from '../feedback/answer-form.ts'

/** Where opinions stand: on the words of one place, as one round read them. */
export type OpinionPlace = { round: number; kind: PlaceKind; code: string | null }

const written = /^([1-9]) ([A-Z]+)(?: ([^\p{Cc}]{1,40}))?$/u

/** '1 CLAUSE II.1', '1 GENERAL': as addresses and pages name a place. */
export function writePlaceKey({ round, kind, code }: OpinionPlace): string {
  return [round, kind, ...(code === null ? [] : [code])].join(' ')
}

export function readPlaceKey(key: string): OpinionPlace | null {
  const [, round, word, code = null] = written.exec(key) ?? []
  const kind = PLACE_KINDS.find((each) => each === word)
  return kind ? { round: Number(round), kind, code } : null
}
