import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { shellRoute } from '../app/roots.tsx'

/** Everybody's own pages of teaching and learning, and the papers of a class. */
export const teachingPageRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/classes/$id/attendance',
    component: lazyRouteComponent(() => import('./AttendancePage.tsx'), 'AttendancePage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/classes/$id/marks',
    component: lazyRouteComponent(() => import('./MarksPage.tsx'), 'MarksPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/classes/$id/certificates',
    component: lazyRouteComponent(() => import('./CertificatesPage.tsx'), 'CertificatesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/me/learning',
    component: lazyRouteComponent(() => import('./LearningPage.tsx'), 'LearningPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/me/teaching',
    component: lazyRouteComponent(() => import('./TeachingPage.tsx'), 'TeachingPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/print/certificates/$id',
    component: lazyRouteComponent(() => import('./CertificatePage.tsx'), 'CertificatePage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/print/classes/$id/certificates',
    component: lazyRouteComponent(() => import('./CertificatePage.tsx'), 'ClassCertificatesPage'),
  }),
] as const
