import { z } from 'zod'
import { line } from '../federation/line.contract.ts'
import { route } from '../grammar/route.ts'
import { GRADES, TEST_KINDS } from './marks.ts'
import { teachingDeeds as deeds } from './teaching-deeds.ts'
import { ofClass, seenMark, tabReading, taughtClassView, traineeView } from './teaching.contract.ts'

export const givenMarkView = z.object({
  id: z.string(),
  mark: z.number().nullable(),
  because: z.string().nullable(),
  givenBy: z.string(),
  givenAt: z.string(),
})

export const marksView = taughtClassView.extend({
  kind: z.enum(TEST_KINDS),
  trainees: z.array(
    traineeView.extend({
      given: givenMarkView.nullable(),
      grade: z.enum(GRADES).nullable(),
      /** Why this person gets no certificate, as things stand. */
      obstacles: z.array(
        z.object({
          code: z.string(),
          params: z.record(z.string(), z.union([z.string(), z.number()])),
        }),
      ),
      hasCertificate: z.boolean(),
    }),
  ),
})
export type MarksView = z.output<typeof marksView>

export const marksForm = z.strictObject({
  kind: z.enum(TEST_KINDS).default('PAPER'),
  marks: z
    .array(
      z.strictObject({
        nominationId: z.uuid(),
        /** Null: did not sit the test. */
        mark: z.number().min(0).max(1000).nullable(),
        because: line(300).nullable().default(null),
        seen: seenMark,
      }),
    )
    .min(1)
    .max(500),
})
export type MarksForm = z.output<typeof marksForm>

export const testMarkRoutes = {
  marks: route({
    ...tabReading,
    path: '/classes/:classId/marks',
    summary: 'The test marks of a class with grades, and who is kept from a certificate by what',
    params: ofClass,
    reply: marksView,
  }),
  giveMarks: route({
    method: 'post',
    path: '/classes/:classId/marks',
    summary: 'Marks of the test; a corrected one has its reason',
    params: ofClass,
    body: marksForm,
    reply: z.object({ given: z.int() }),
    deed: deeds.marksGiven,
  }),
} as const
