import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/roots.tsx'
import { frequencySearch, inspectionsSearch, planSearch, visitSearch } from './search.ts'

/** Pages of this word inside the shell. */
export const inspectionRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/inspections',
    validateSearch: inspectionsSearch,
    component: lazyRouteComponent(() => import('./InspectionsPage.tsx'), 'InspectionsPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/inspections/frequency',
    validateSearch: frequencySearch,
    component: lazyRouteComponent(() => import('./FrequencyPage.tsx'), 'FrequencyPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/inspections/new',
    validateSearch: planSearch,
    component: lazyRouteComponent(() => import('./PlanPage.tsx'), 'PlanPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/inspections/$inspectionId',
    component: lazyRouteComponent(() => import('./InspectionPage.tsx'), 'InspectionPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/inspections/$inspectionId/visit',
    validateSearch: visitSearch,
    component: lazyRouteComponent(() => import('./VisitPage.tsx'), 'VisitPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/print/inspections/$inspectionId/$paper',
    component: lazyRouteComponent(() => import('./PrintPage.tsx'), 'PrintPage'),
  }),
] as const
