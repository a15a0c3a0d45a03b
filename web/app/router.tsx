import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { approvalRoutes } from '../approval/routes.tsx'
import { teachingPageRoutes } from '../classes/teaching-routes.tsx'
import { classesRoutes } from '../classes/routes.tsx'
import { cycleRoutes } from '../cycle/routes.tsx'
import { draftRoutes } from '../draft/routes.tsx'
import { federationRoutes, openFederationRoutes } from '../federation/routes.tsx'
import { feedbackRoutes } from '../feedback/routes.tsx'
import { inspectionRoutes } from '../inspection/routes.tsx'
import { papersRoutes } from '../papers/routes.tsx'
import { rewardRoutes } from '../reward/routes.tsx'
import { revisionRoutes } from '../revision/routes.tsx'
import { allWords } from '../text.ts'
import { rootRoute, shellRoute } from './roots.tsx'

const kitRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kit',
  beforeLoad: allWords,
  component: lazyRouteComponent(() => import('../kit/KitPage.tsx'), 'KitPage'),
})

const adminRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/admin',
  component: lazyRouteComponent(() => import('./AdminPage.tsx'), 'AdminPage'),
})

const tree = rootRoute.addChildren([
  ...openFederationRoutes,
  kitRoute,
  shellRoute.addChildren([
    ...federationRoutes,
    ...cycleRoutes,
    ...draftRoutes,
    ...feedbackRoutes,
    ...revisionRoutes,
    ...approvalRoutes,
    ...papersRoutes,
    ...teachingPageRoutes,
    ...classesRoutes,
    ...inspectionRoutes,
    ...rewardRoutes,
    adminRoute,
  ]),
])

export const router = createRouter({
  routeTree: tree,
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingMs: 300,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
