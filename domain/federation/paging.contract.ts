import { z } from 'zod'

/** Keyset pages: after or before a row, from the start or from the end of the list. */
export const pagingQuery = {
  after: z.string().max(600).optional(),
  before: z.string().max(600).optional(),
  from: z.enum(['start', 'end']).optional(),
}

export const pagingView = {
  /** How many there are in all; counted on the first page only. */
  total: z.int().nullable(),
  previous: z.string().nullable(),
  next: z.string().nullable(),
}

export type Paging = {
  after?: string | undefined
  before?: string | undefined
  from?: 'start' | 'end' | undefined
}
