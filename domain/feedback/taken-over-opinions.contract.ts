import { z } from 'zod'
import { planYear } from '../cycle/plan-year.ts'
import { route } from '../grammar/route.ts'
import { ownOpinion } from './conference.contract.ts'

/** What a unit said at a conference that this one has taken over since. */
const takenOverOpinion = ownOpinion.extend({ unitName: z.string() })
export type TakenOverOpinion = z.output<typeof takenOverOpinion>

const takenOverOpinionsView = z.object({
  planYear: z.int(),
  dueAt: z.iso.datetime(),
  closedAt: z.iso.datetime().nullable(),
  opinions: z.array(takenOverOpinion),
})
export type TakenOverOpinionsView = z.output<typeof takenOverOpinionsView>

export const takenOverOpinionsRoutes = {
  takenOverOpinions: route({
    method: 'get',
    path: '/cycles/:planYear/taken-over-opinions',
    summary: 'What units said at a conference that have been merged into the own one since',
    params: z.object({ planYear }),
    reply: takenOverOpinionsView,
    by: ['unitDrafter', 'unitHead'],
    over: 'ownUnit',
    records: null,
  }),
} as const
