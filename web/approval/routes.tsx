import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { shellRoute } from '../app/roots.tsx'

const approvalSearch = z.object({
  plan: z.uuid().optional().catch(undefined),
  tab: z.enum(['text', 'changes', 'unaccepted', 'money']).optional().catch(undefined),
  /** Where the member stands on the way to the ballot. */
  step: z.enum(['check', 'done']).optional().catch(undefined),
})

/** Pages of this word inside the shell. */
export const approvalRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/cycles/$year/approval',
    validateSearch: approvalSearch,
    component: lazyRouteComponent(() => import('./ApprovalPage.tsx'), 'ApprovalPage'),
  }),
] as const
