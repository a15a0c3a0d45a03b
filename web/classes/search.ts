import { z } from 'zod'
import { CLASS_STATES } from '../../domain/classes/class-state.ts'

const key = z.string().max(600).optional().catch(undefined)

/** What the address of the list may say; anything else in it is passed over. */
export const classesSearch = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  q: z.string().max(100).optional().catch(undefined),
  state: z.enum(CLASS_STATES).optional().catch(undefined),
  month: z.coerce.number().int().min(1).max(12).optional().catch(undefined),
  mine: z.enum(['yes']).optional().catch(undefined),
  after: key,
  before: key,
  from: z.enum(['end']).optional().catch(undefined),
})

export const openingSearch = z.object({
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  /** The line that is opened; 'own' for a class of the unit itself. */
  line: z.string().max(20).optional().catch(undefined),
})
