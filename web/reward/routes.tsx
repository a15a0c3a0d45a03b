import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { shellRoute } from '../app/roots.tsx'
import { figureSearch } from './search.ts'

const year = z.coerce.number().int().min(2000).max(2100).optional().catch(undefined)

/** Pages of this word inside the shell. */
export const rewardRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/rewards',
    validateSearch: z.object({ year }),
    component: lazyRouteComponent(() => import('./RewardsPage.tsx'), 'RewardsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/cycles/$year/results',
    component: lazyRouteComponent(() => import('./ResultsPage.tsx'), 'ResultsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/cycles/$year/results/$planType/$code',
    validateSearch: figureSearch,
    component: lazyRouteComponent(() => import('./FigurePage.tsx'), 'FigurePage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/awards',
    validateSearch: z.object({ year }),
    component: lazyRouteComponent(() => import('./AwardsPage.tsx'), 'AwardsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/rewards/$id',
    validateSearch: z.object({
      view: z.enum(['propose', 'check']).optional().catch(undefined),
      /** Whom the proposal is for. */
      unit: z.uuid().optional().catch(undefined),
      q: z.string().max(100).optional().catch(undefined),
    }),
    component: lazyRouteComponent(() => import('./RoundPage.tsx'), 'RoundPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/print/commendations/$id',
    component: lazyRouteComponent(() => import('./DecisionPage.tsx'), 'DecisionPage'),
  }),
] as const
