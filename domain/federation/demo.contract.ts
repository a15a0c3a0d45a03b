import { z } from 'zod'
import { route } from '../grammar/route.ts'

export const demoRoutes = {
  demoPersons: route({
    method: 'get',
    path: '/demo-persons',
    summary: 'In a trial: whom one may sign in as, by step of the year, and the shared password',
    reply: z.object({
      persons: z.array(
        z.object({
          step: z.string(),
          username: z.string(),
          fullName: z.string(),
          title: z.string(),
          unitName: z.string(),
        }),
      ),
      password: z.string().optional(),
      federation: z
        .object({
          name: z.string(),
          place: z.string(),
          helpName: z.string().nullable(),
          helpPhone: z.string().nullable(),
        })
        .optional(),
    }),
    by: 'anyone',
    over: 'nothing',
    records: null,
  }),
} as const
