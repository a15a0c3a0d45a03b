import { sql } from 'kysely'
import { Refusal } from '../../domain/grammar/refusal.ts'
import { type OpinionPlace, readPlaceKey, writePlaceKey } from '../../domain/revision/place-key.ts'
import type { Key, Walk } from '../federation/keyset.ts'
import type { CountedPlace } from './opinion-cells.ts'
import type { PlaceOrder } from './opinion-order.ts'

/** Within a place they stand unit by unit. */
const withinPlace: Key[] = [
  { by: sql`a.number collate "C"`, type: 'text' },
  { by: sql`c.position`, type: 'integer' },
  { by: sql`c.id`, type: 'uuid' },
]
export const orderWithinPlace = sql.join(withinPlace.map(({ by }) => by))

/**
 * The order of a plan's opinions. A cursor keeps the place and not its number: a clause that
 * somebody adds meanwhile, or a place that is done, moves all that stand behind it.
 */
export function walkKeys(places: readonly CountedPlace[], order: PlaceOrder): Key[] {
  const placeOf = (key: string) => nthOf(placeAt(key), places, order)
  return [
    { by: sql`here.nth`, type: 'integer', kept: { as: sql`here.key`, placeOf } },
    ...withinPlace,
  ]
}

/** Places that are found have odd numbers, so that there is room for one that is not among them. */
function nthOf(place: OpinionPlace, places: readonly CountedPlace[], order: PlaceOrder): number {
  const before = places.filter((each) => order(each, place) < 0).length
  const found = places[before]
  return 2 * before + (found && order(found, place) === 0 ? 1 : 0)
}

function placeAt(key: string): OpinionPlace {
  const place = readPlaceKey(key)
  if (!place) throw new Refusal('federation.page-unreadable', 'invalid')
  return place
}

/** Joined to each opinion as `here`: its place, and where that stands. */
export function placesHere(places: readonly CountedPlace[], chosen: readonly CountedPlace[]) {
  const of = <T>(fact: (place: CountedPlace) => T) => chosen.map(fact)
  return sql`join unnest(${of(({ round }) => round)}::integer[], ${of(({ kind }) => kind)}::text[],
      ${of(({ code }) => code ?? '')}::text[], ${of(writePlaceKey)}::text[],
      ${of((place) => 2 * places.indexOf(place) + 1)}::integer[]) here (round, kind, code, key, nth)
    on here.round = r.number and here.kind = c.place_kind and here.code = coalesce(c.place_code, '')`
}

/**
 * The few places over which a page may reach, so that not all opinions of a plan are put in order to
 * show fifty of them: from where it begins on, or back, as many as surely fill it.
 */
export function placesOfPage(
  places: readonly CountedPlace[],
  { walk, needed }: { walk: Walk; needed: number },
): CountedPlace[] {
  const nth = walk.beyond === null ? null : Number(walk.beyond[0])
  const ahead = places
    .map((place, index) => ({ place, nth: 2 * index + 1 }))
    .filter((each) => nth === null || (walk.backwards ? each.nth <= nth : each.nth >= nth))
  const chosen: CountedPlace[] = []
  let surely = 0
  for (const { place, nth: own } of walk.backwards ? ahead.toReversed() : ahead) {
    if (surely >= needed) break
    chosen.push(place)
    // of the place in which the page begins nobody knows how many are left
    surely += own === nth ? 0 : place.total
  }
  return chosen
}
