import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { z } from 'zod'
import { opinionFilter } from '../../domain/revision/opinions.contract.ts'
import { shellRoute } from '../app/roots.tsx'
import { TASK_FILTERS } from './search.ts'

const cursor = z.string().max(600).optional().catch(undefined)

const revisionSearch = z.object({
  plan: z.uuid().optional().catch(undefined),
  part: z.enum(['comments', 'requests', 'tasks']).optional().catch(undefined),
  /** The comment that is being decided. */
  comment: z.uuid().optional().catch(undefined),
  tasks: z.enum(TASK_FILTERS).optional().catch(undefined),
  /** Which opinions are looked at, and which page of them. */
  place: opinionFilter.shape.place.catch(undefined),
  status: opinionFilter.shape.status.catch(undefined),
  kind: opinionFilter.shape.kind.catch(undefined),
  q: z.string().max(100).optional().catch(undefined),
  at: z.uuid().optional().catch(undefined),
  after: cursor,
  before: cursor,
  from: z.enum(['start', 'end']).optional().catch(undefined),
})

const mode = z.enum(['merged', 'columns', 'changes']).optional().catch(undefined)
const version = z.coerce.number().int().min(1).max(99)

const compareSearch = z.object({
  plan: z.uuid().optional().catch(undefined),
  mode,
  from: z
    .union([z.literal('read'), version])
    .optional()
    .catch(undefined),
  to: version.optional().catch(undefined),
})

/** Pages of this word inside the shell. */
export const revisionRoutes = [
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/cycles/$year/revision',
    validateSearch: revisionSearch,
    component: lazyRouteComponent(() => import('./RevisionPage.tsx'), 'RevisionPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/cycles/$year/revision/compare',
    validateSearch: compareSearch,
    component: lazyRouteComponent(() => import('./ComparePage.tsx'), 'ComparePage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/cycles/$year/changes/$planId',
    validateSearch: z.object({ mode }),
    component: lazyRouteComponent(() => import('./ChangesPage.tsx'), 'ChangesPage'),
  }),
  createRoute({
    getParentRoute: () => shellRoute,
    path: '/print/consolidations/$planId',
    component: lazyRouteComponent(
      () => import('./ConsolidationPrintPage.tsx'),
      'ConsolidationPrintPage',
    ),
  }),
] as const
