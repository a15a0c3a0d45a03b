import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { shellRoute } from '../app/roots.tsx'

const page = z.coerce.number().int().min(1).optional().catch(undefined)
const q = z.string().max(100).optional().catch(undefined)
const of = z.coerce.number().int().min(2000).max(2100).optional().catch(undefined)

/** Pages of this word inside the shell. */
export const cycleRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/',
    component: lazyRouteComponent(() => import('./InboxPage.tsx'), 'InboxPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/cycles/$year',
    component: lazyRouteComponent(() => import('./CyclePage.tsx'), 'CyclePage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/cycles/$year/history',
    validateSearch: z.object({ page }),
    component: lazyRouteComponent(() => import('./HistoryPage.tsx'), 'HistoryPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/cycles/$year/calendar',
    component: lazyRouteComponent(() => import('./CalendarPage.tsx'), 'CalendarPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/cycles/$year/movement',
    validateSearch: z.object({ unit: z.uuid().optional().catch(undefined) }),
    component: lazyRouteComponent(() => import('./MovementPage.tsx'), 'MovementPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/admin/holidays',
    validateSearch: z.object({ of }),
    component: lazyRouteComponent(() => import('./HolidaysPage.tsx'), 'HolidaysPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/admin/attention',
    component: lazyRouteComponent(() => import('./AttentionPage.tsx'), 'AttentionPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/mailbox',
    validateSearch: z.object({ q, page }),
    component: lazyRouteComponent(() => import('./MailboxPage.tsx'), 'MailboxPage'),
  }),
] as const
