import { z } from 'zod'
import { isPlainText } from '../grammar/text.ts'
import { route } from '../grammar/route.ts'
import { classDeeds as deeds } from './deeds.ts'
import { SATISFACTION, USEFULNESS } from './rating.ts'

export const ratingForm = z.strictObject({
  satisfaction: z.enum(SATISFACTION),
  usefulness: z.enum(USEFULNESS),
  remark: z
    .string()
    .trim()
    .min(1)
    .max(1_000)
    .refine(isPlainText, 'grammar.control-characters')
    .nullable()
    .default(null),
})
export type RatingForm = z.output<typeof ratingForm>

/** What somebody has said of a class, as only they read it. */
export const givenRatingView = z.object({
  satisfaction: z.enum(SATISFACTION),
  usefulness: z.enum(USEFULNESS),
  remark: z.string().nullable(),
  ratedAt: z.string(),
})
export type GivenRatingView = z.output<typeof givenRatingView>

export const ratingFiguresView = z.object({
  ratings: z.int(),
  /** The mean of the scores from 1 to 5, with one decimal. */
  satisfaction: z.number(),
  usefulness: z.number().nullable(),
  /** How many in a hundred said satisfied or very satisfied. */
  satisfiedPercent: z.int(),
})
export type RatingFiguresView = z.output<typeof ratingFiguresView>

/** What a class is told of its trainees' opinions: no figures before there are three of them. */
export const ratingsView = z.object({
  figures: ratingFiguresView.nullable(),
  /** How many of them came with a remark, which its organiser may read. */
  remarks: z.int(),
})
export type RatingsView = z.output<typeof ratingsView>

export const ratingRoutes = {
  rateClass: route({
    method: 'put',
    path: '/classes/:classId/nominations/:nominationId/rating',
    summary:
      'A trainee says what the class was worth; said again, it takes the place of the former',
    params: z.object({ classId: z.uuid(), nominationId: z.uuid() }),
    body: ratingForm,
    reply: z.object({ nominationId: z.uuid() }),
    deed: deeds.classRated,
  }),
  remarks: route({
    method: 'get',
    by: ['classOrganiser'],
    over: 'subtree',
    records: null,
    path: '/classes/:classId/remarks',
    summary: 'What trainees remarked on a class, without their names',
    params: z.object({ classId: z.uuid() }),
    reply: z.object({ remarks: z.array(z.string()) }),
  }),
} as const
