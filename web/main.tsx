import { nonce } from './csp.ts'
import './look/mantine.css'
import './look/look.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startBigType } from './app/big-type.ts'
import { router } from './app/router.tsx'
import { watchConnection } from './connection.ts'
import { queryClient } from './reading.ts'
import { allWords, startText } from './text.ts'
import { cssVariables, theme } from './theme.ts'

async function start(): Promise<void> {
  startBigType()
  await startText()
  // whoever goes on asks again, and hears of a line that is down
  allWords().catch(() => undefined)
  watchConnection(() => void queryClient.invalidateQueries())
  if (import.meta.env.PROD) void navigator.serviceWorker?.register('/service-worker.js')
  const place = document.getElementById('root')
  if (!place) throw new Error('the page has no #root')
  createRoot(place).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        forceColorScheme="light"
        getStyleNonce={() => nonce}
      >
        <QueryClientProvider client={queryClient}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  )
}

void start()
