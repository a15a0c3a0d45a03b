import { z } from 'zod'
import { INSPECTION_KINDS, INSPECTION_STATES } from '../../domain/inspection/states.ts'

const key = z.string().max(600).optional().catch(undefined)
const words = z.string().max(100).optional().catch(undefined)
const paging = { after: key, before: key, from: z.enum(['end']).optional().catch(undefined) }

/** What the address of the list may say; anything else in it is passed over. */
export const inspectionsSearch = z.object({
  q: words,
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  kind: z.enum(INSPECTION_KINDS).optional().catch(undefined),
  state: z.enum(INSPECTION_STATES).optional().catch(undefined),
  only: z.enum(['mine', 'overdue']).optional().catch(undefined),
  ...paging,
})

export const frequencySearch = z.object({
  q: words,
  years: z.coerce.number().int().min(1).max(10).optional().catch(undefined),
  ...paging,
})

export const planSearch = z.object({ unit: z.uuid().optional().catch(undefined) })

/** The number of the criterion that is open, or the summary at the end. */
export const visitSearch = z.object({
  at: z
    .union([z.coerce.number().int().min(1), z.literal('summary')])
    .optional()
    .catch(undefined),
})
