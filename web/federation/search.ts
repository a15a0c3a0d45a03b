import { z } from 'zod'
import { EMPLOYMENTS, POSITIONS } from '../../domain/federation/position.ts'
import { LEVELS, OWNERSHIPS, UNIT_KINDS } from '../../domain/federation/unit-kind.ts'

const key = z.string().max(600).optional().catch(undefined)
const words = z.string().max(100).optional().catch(undefined)
const id = z.uuid().optional().catch(undefined)
const paging = { after: key, before: key, from: z.enum(['end']).optional().catch(undefined) }

const maybe = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values).optional().catch(undefined)

/** What the address of the officials' list may say; anything else in it is passed over. */
export const officialsSearch = z.object({
  q: words,
  unitId: id,
  position: maybe(POSITIONS),
  employment: maybe(EMPLOYMENTS),
  level: maybe(LEVELS),
  sex: maybe(['F', 'M']),
  newInTerm: maybe(['yes', 'no']),
  sort: maybe(['name', 'unit']),
  ...paging,
})

export const unitsSearch = z.object({
  q: words,
  below: id,
  level: maybe(LEVELS),
  kind: maybe(UNIT_KINDS),
  ownership: maybe(OWNERSHIPS),
  state: maybe(['OPEN', 'CLOSED']),
  on: z.iso.date().optional().catch(undefined),
  ...paging,
})

export const accountsSearch = z.object({ q: words, account: id, official: id })
