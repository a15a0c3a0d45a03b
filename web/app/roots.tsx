import {
  createRootRoute,
  createRoute,
  type ErrorComponentProps,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { PageError } from '../kit/States.tsx'
import { Problem } from '../problem.ts'
import { queryClient } from '../reading.ts'
import { allWords } from '../text.ts'
import { meReading } from './me.ts'
import { NotFound } from './NotFound.tsx'
import { Overlays } from './Overlays.tsx'

function Root() {
  return (
    <>
      <Outlet />
      <Overlays />
    </>
  )
}

function Failed({ error, reset }: ErrorComponentProps) {
  return (
    <PageError error={error instanceof Error ? error : new Error(String(error))} onRetry={reset} />
  )
}

export const rootRoute = createRootRoute({
  component: Root,
  notFoundComponent: NotFound,
  errorComponent: Failed,
})

/** Above every page for people who are signed in; who they are is known before one is drawn. */
export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  beforeLoad: async ({ location }) => {
    try {
      await Promise.all([queryClient.ensureQueryData(meReading), allWords()])
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 401) throw error
      // The router's own redirect is thrown, not returned.
      throw redirect({ href: `/sign-in?from=${encodeURIComponent(location.href)}` })
    }
  },
  component: lazyRouteComponent(() => import('./AppShell.tsx'), 'AppShell'),
  errorComponent: Failed,
})
