import { z } from 'zod'
import { UNIT_KINDS } from '../federation/unit-kind.ts'

/** How far the units of a round are, counted. */
export const boardCounts = z.object({
  units: z.int(),
  open: z.int(),
  notOpened: z.int(),
  read: z.int(),
  writing: z.int(),
  sent: z.int(),
  late: z.int(),
  overdue: z.int(),
  /** Wait for more time to be granted. */
  asking: z.int(),
  /** Need not answer; neither waited for nor silent. */
  excused: z.int(),
  /** Spoke at the conference, confirmed it, and wrote nothing. */
  spoke: z.int(),
  silent: z.int(),
  comments: z.int(),
  requests: z.int(),
})
export type BoardCounts = z.output<typeof boardCounts>

/** The units of one kind below one superior: every other count is a sum of these. */
export const boardCell = boardCounts.extend({
  kind: z.enum(UNIT_KINDS),
  above: z.object({ id: z.uuid(), name: z.string() }).nullable(),
})
export type BoardCell = z.output<typeof boardCell>
