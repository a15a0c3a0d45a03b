import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { shellRoute } from '../app/roots.tsx'

const search = z.object({
  q: z.coerce.string().max(100).optional().catch(undefined),
  year: z.coerce.number().int().min(2000).max(2100).optional().catch(undefined),
  docType: z.string().max(10).optional().catch(undefined),
  state: z.enum(['NUMBERED', 'ISSUED', 'VOID']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).optional().catch(undefined),
})

/** Pages of this word inside the shell. */
export const papersRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/papers',
    validateSearch: search,
    component: lazyRouteComponent(() => import('./RegisterPage.tsx'), 'RegisterPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/papers/$paperId/receipts',
    component: lazyRouteComponent(() => import('./ReceiptsPage.tsx'), 'ReceiptsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/print/plans/$planId',
    component: lazyRouteComponent(() => import('./PrintPage.tsx'), 'PrintPage'),
  }),
] as const
