import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { shellRoute } from '../app/roots.tsx'
import { ANSWER_STEPS } from '../../domain/feedback/answer-steps.ts'
import { UNIT_KINDS } from '../../domain/federation/unit-kind.ts'
import { BOARD_FILTERS } from '../../domain/feedback/board.contract.ts'
import { anyUnit } from './search.ts'

const search = z.object({
  /** A unit's page: the step, and the key of the place that is being written. */
  step: z.enum(ANSWER_STEPS).optional().catch(undefined),
  at: z.string().max(120).optional().catch(undefined),
  plan: z.uuid().optional().catch(undefined),
  /** The department tries the form as this unit would have it. */
  rehearsal: z
    .union([z.literal(anyUnit), z.uuid()])
    .optional()
    .catch(undefined),
  /** The department enters what this answer says on paper. */
  assisted: z.uuid().optional().catch(undefined),
  /** The department's page: what the list is narrowed to. */
  status: z.enum(BOARD_FILTERS).optional().catch(undefined),
  unit: z.string().max(100).optional().catch(undefined),
  kind: z.enum(UNIT_KINDS).optional().catch(undefined),
  above: z.uuid().optional().catch(undefined),
  /** The first consultation of the year, or the second; else the latest. */
  round: z.coerce.number().int().min(1).max(9).optional().catch(undefined),
  page: z.coerce.number().int().min(1).optional().catch(undefined),
})
export type FeedbackSearch = z.output<typeof search>

/** Pages of this word inside the shell. */
export const feedbackRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/cycles/$year/feedback',
    validateSearch: search,
    component: lazyRouteComponent(() => import('./FeedbackPage.tsx'), 'FeedbackPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/cycles/$year/feedback/answers/$answerId',
    component: lazyRouteComponent(() => import('./SignedAnswerPage.tsx'), 'SignedAnswerPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/cycles/$year/feedback/preparation',
    component: lazyRouteComponent(() => import('./PreparationPage.tsx'), 'PreparationPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/print/cycles/$year/blank-answer',
    component: lazyRouteComponent(() => import('./BlankAnswerPage.tsx'), 'BlankAnswerPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/cycles/$year/feedback/own-answers',
    validateSearch: search.pick({ round: true }),
    component: lazyRouteComponent(() => import('./OwnAnswersPage.tsx'), 'OwnAnswersPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/print/answers/$answerId',
    component: lazyRouteComponent(() => import('./AnswerPrintPage.tsx'), 'AnswerPrintPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/cycles/$year/feedback/conferences',
    component: lazyRouteComponent(() => import('./ConferencesPage.tsx'), 'ConferencesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/cycles/$year/feedback/taken-over-opinions',
    component: lazyRouteComponent(
      () => import('./TakenOverOpinionsPage.tsx'),
      'TakenOverOpinionsPage',
    ),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/print/conferences/$conferenceId',
    component: lazyRouteComponent(() => import('./ConferencePrintPage.tsx'), 'ConferencePrintPage'),
  }),
] as const
