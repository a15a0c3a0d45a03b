import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { rootRoute, shellRoute } from '../app/roots.tsx'
import { accountsSearch, officialsSearch, unitsSearch } from './search.ts'

/** Pages of this word that are for everybody, outside the shell. */
export const openFederationRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/sign-in',
    validateSearch: z.object({ from: z.string().optional().catch(undefined) }),
    component: lazyRouteComponent(() => import('./SignInPage.tsx'), 'SignInPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/first-administrator',
    component: lazyRouteComponent(() => import('./FoundingPage.tsx'), 'FoundingPage'),
  }),
] as const

/** Pages of this word inside the shell. */
export const federationRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/officials',
    validateSearch: officialsSearch,
    component: lazyRouteComponent(() => import('./OfficialsPage.tsx'), 'OfficialsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/officials/$id',
    component: lazyRouteComponent(() => import('./OfficialPage.tsx'), 'OfficialPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/units',
    validateSearch: unitsSearch,
    component: lazyRouteComponent(() => import('./UnitsPage.tsx'), 'UnitsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/units/$id',
    component: lazyRouteComponent(() => import('./UnitPage.tsx'), 'UnitPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/me',
    component: lazyRouteComponent(() => import('./MyAccountPage.tsx'), 'MyAccountPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/admin/accounts',
    validateSearch: accountsSearch,
    component: lazyRouteComponent(() => import('./AccountsPage.tsx'), 'AccountsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/admin/accounts/$id',
    component: lazyRouteComponent(() => import('./AccountPage.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/admin/set-up',
    component: lazyRouteComponent(() => import('./SetUpPage.tsx'), 'SetUpPage'),
  }),
] as const
