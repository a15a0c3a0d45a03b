import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router'
import { render } from '@testing-library/react'
import type { ReactElement } from 'react'
import type { MeView } from '../../domain/federation/federation.contract.ts'
import { meReading } from '../../web/app/me.ts'
import '../../web/csp.ts'
import { allWords, startText } from '../../web/text.ts'
import { theme } from '../../web/theme.ts'

/** Draws a part as the app does: with the theme, the words and a memory of readings. */
export async function draw(part: ReactElement) {
  await startText()
  await allWords()
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return render(
    <MantineProvider env="test" theme={theme}>
      <QueryClientProvider client={client}>{part}</QueryClientProvider>
    </MantineProvider>,
  )
}

export const someone: MeView = {
  accountId: '3f0c0b3e-5b1e-4a53-9d0e-0f6a0c1d2e3f',
  officialId: '3f0c0b3e-5b1e-4a53-9d0e-0f6a0c1d2e40',
  username: 'truong.nb',
  fullName: 'Ngô Bá Trường',
  position: 'Uỷ viên Ban Thường vụ',
  unitName: 'Liên đoàn Lao động thành phố Hà Thanh',
  mustChangePassword: false,
  grants: [],
  federation: {
    name: 'Liên đoàn Lao động thành phố Hà Thanh',
    shortName: 'LĐLĐ TP Hà Thanh',
    place: 'Hà Thanh',
    symbol: 'LĐLĐ',
    helpName: null,
    helpPhone: null,
    isDemo: true,
  },
}

type Place = { path?: string; at?: string; me?: MeView }

/** The same inside the app: at an address, with links that lead somewhere, signed in as somebody. */
export async function drawAt(
  part: ReactElement,
  { path = '/', at = path, me = someone }: Place = {},
) {
  await startText()
  await allWords()
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Infinity } },
  })
  client.setQueryData(meReading.queryKey, me)
  const root = createRootRoute({ component: Outlet })
  const shell = createRoute({ getParentRoute: () => root, id: 'shell', component: Outlet })
  const page = createRoute({ getParentRoute: () => shell, path, component: () => part })
  const router = createRouter({
    routeTree: root.addChildren([shell.addChildren([page])]),
    history: createMemoryHistory({ initialEntries: [at] }),
  })
  await router.load()
  render(
    <MantineProvider env="test" theme={theme}>
      <QueryClientProvider client={client}>
        {/* the app's own router is another one, with the pages themselves */}
        <RouterProvider router={router as never} />
      </QueryClientProvider>
    </MantineProvider>,
  )
  return router
}
