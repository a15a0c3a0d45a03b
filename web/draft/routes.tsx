import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { shellRoute } from '../app/roots.tsx'

const search = z.object({
  plan: z.uuid().optional().catch(undefined),
  /** The place that is being written: 'II.3', 'T5', 'L04', 'head', or the id of a legal basis. */
  at: z.string().max(60).optional().catch(undefined),
  /** The target whose shares are looked at. */
  target: z.uuid().optional().catch(undefined),
})

/** Pages of this word inside the shell. */
export const draftRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/cycles/$year/draft',
    validateSearch: search,
    component: lazyRouteComponent(() => import('./DraftPage.tsx'), 'DraftPage'),
  }),
] as const
