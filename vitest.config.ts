import { defineConfig } from 'vitest/config'
import { WaitingFirst } from './test/setup/waiting-first.ts'

const servers = 'test/setup/servers.ts'
const bundle = 'test/setup/workflow-bundle.ts'

const dayOfItsOwn = 'test/e2e/s2-day.test.ts'

/** These leave nothing in their modules, so that each lane reads the house once and not once a file. */
const together = {
  isolate: false,
  // what a test makes is soon forgotten: where there is room it is thrown away, not moved
  execArgv: ['--max-semi-space-size=64'],
}

export default defineConfig({
  test: {
    // the tests wait for their servers and browsers, so fewer files leave the two cores of CI idle
    maxWorkers: 4,
    experimental: { fsModuleCache: true },
    sequence: { sequencer: WaitingFirst },
    projects: [
      {
        test: {
          name: 'rules',
          include: ['test/rules/**/*.test.ts', 'test/demo/*.test.ts'],
          // the demo federation is made whole, several times
          testTimeout: 30_000,
          ...together,
        },
      },
      { test: { name: 'house', include: ['test/*.test.ts'], testTimeout: 30_000, ...together } },
      {
        test: {
          name: 'web',
          include: ['test/web/**/*.test.{ts,tsx}'],
          environment: 'happy-dom',
          setupFiles: ['test/setup/browser-stubs.ts'],
          testTimeout: 20_000,
          ...together,
        },
      },
      {
        test: {
          // one lane for all of them: each new one reads the house for seconds
          name: 'servers',
          include: [
            'test/db/**/*.test.ts',
            'test/demo/db/**/*.test.ts',
            'test/api/**/*.test.ts',
            'test/workflows/**/*.test.ts',
          ],
          setupFiles: ['test/setup/quiet.ts'],
          globalSetup: [servers, bundle],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          ...together,
        },
      },
      {
        test: {
          name: 'local',
          include: ['test/local/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          setupFiles: ['test/setup/quiet.ts'],
          globalSetup: [servers, bundle],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          ...together,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: [dayOfItsOwn],
          globalSetup: ['test/setup/product.ts'],
          setupFiles: ['test/setup/open-product.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          ...together,
        },
      },
      {
        test: {
          // it closes the round that the others still write in: a product of its own
          name: 'day',
          include: [dayOfItsOwn],
          globalSetup: ['test/setup/product.ts'],
          setupFiles: ['test/setup/open-product.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
