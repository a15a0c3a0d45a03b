import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/roots.tsx'
import { classesSearch, openingSearch } from './search.ts'

/** Pages of this word inside the shell. */
export const classesRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/classes',
    validateSearch: classesSearch,
    component: lazyRouteComponent(() => import('./ClassesPage.tsx'), 'ClassesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/classes/open',
    validateSearch: openingSearch,
    component: lazyRouteComponent(() => import('./OpenClassPage.tsx'), 'OpenClassPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/classes/$id',
    component: lazyRouteComponent(() => import('./ClassPage.tsx'), 'ClassPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/classes/$id/list',
    component: lazyRouteComponent(() => import('./NominationsPage.tsx'), 'NominationsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/print/classes/$id/list',
    component: lazyRouteComponent(() => import('./PrintListPage.tsx'), 'PrintListPage'),
  }),
] as const
