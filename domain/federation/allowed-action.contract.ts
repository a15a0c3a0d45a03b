import { z } from 'zod'

export const allowedActionView = z.object({
  deed: z.string(),
  allowed: z.boolean(),
  because: z.string().nullable(),
  stepUp: z.boolean(),
})
