import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

export type Count = { passed: number; failed: number }

/**
 * Every test counts, and so does whatever kept tests from running: a file that cannot be loaded, a
 * hook that fails, an error nobody caught, a test that was skipped.
 */
export function countOf(modules: readonly TestModule[], unhandledErrors: number): Count {
  const count = { passed: 0, failed: unhandledErrors }
  for (const module of modules) {
    const tests = [...module.children.allTests()]
    count.passed += tests.filter((test) => test.result().state === 'passed').length
    const failing = tests.filter((test) => test.result().state !== 'passed').length
    const outsideTests = [module, ...module.children.allSuites()].flatMap((part) => part.errors())
    count.failed += failing + outsideTests.length
    if (tests.length === 0 && outsideTests.length === 0) count.failed += 1
  }
  return count
}

/** Leaves the count in the file whose name is given in COUNT_FILE, for `npm test` to close with. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const file = process.env.COUNT_FILE
    if (file) writeFileSync(file, JSON.stringify(countOf(modules, unhandled.length)))
  }
}
