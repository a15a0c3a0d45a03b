import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { rootRoute } from '../app/roots.tsx'

/** Pages of this word that are for everybody, outside the shell. */
export const openFederationRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    validateSearch: z.object({ from: z.string().optional().catch(undefined) }),
    component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
  }),
] as const

/** Pages of this word inside the shell. */
export const federationRoutes = [] as const
