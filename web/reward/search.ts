import { z } from 'zod'

const key = z.string().max(600).optional().catch(undefined)

/** Whose rows of a number are shown, and which page of them. */
export const figureSearch = z.object({
  unit: z.uuid().optional().catch(undefined),
  after: key,
  before: key,
  from: z.enum(['end']).optional().catch(undefined),
})
