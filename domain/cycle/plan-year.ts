import { z } from 'zod'

/** The year in an address: `/cycles/2027`. */
export const planYear = z.coerce.number<number | string>().int().min(2000).max(2100)
