import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactElement } from 'react'
import '../../web/csp.ts'
import { startText } from '../../web/text.ts'
import { theme } from '../../web/theme.ts'

/** Draws a part as the app does: with the theme, the words and a memory of readings. */
export async function draw(part: ReactElement) {
  await startText()
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return render(
    <MantineProvider env="test" theme={theme}>
      <QueryClientProvider client={client}>{part}</QueryClientProvider>
    </MantineProvider>,
  )
}
