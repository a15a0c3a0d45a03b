import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { buildAll, remarkOnBuild } from './build.ts'
import { failedChecks } from './checks.ts'
import type { Count } from './closing-line.ts'
import { inProject } from './project.ts'
import { printedSteps } from './steps.ts'

const count = z.object({ passed: z.int(), failed: z.int() })

function runVitest(countFile: string, args: readonly string[]): Promise<number> {
  const reporters = ['--reporter=default', `--reporter=${inProject('local/closing-line.ts')}`]
  const vitest = inProject('node_modules/vitest/vitest.mjs')
  const child = spawn(process.execPath, [vitest, 'run', ...reporters, ...args], {
    cwd: inProject(),
    stdio: 'inherit',
    // building the web app in this process leaves NODE_ENV=production behind, in which React has no act()
    env: { ...process.env, NODE_ENV: 'test', COUNT_FILE: countFile },
  })
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)))
}

/** A run that breaks off without a count has failed once, and so has one that found no test. */
async function runTests(args: readonly string[]): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'training-count-'))
  const file = join(folder, 'count.json')
  const code = await runVitest(file, args)
  const found = existsSync(file) ? count.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
  rmSync(folder, { recursive: true, force: true })
  if (!found || found.passed + found.failed === 0) return { passed: 0, failed: 1 }
  return { ...found, failed: Math.max(found.failed, code === 0 ? 0 : 1) }
}

function built(): Promise<boolean> {
  const steps = printedSteps((line) => console.log(line))
  return steps('build', buildAll, remarkOnBuild).then(
    () => true,
    (error: unknown) => {
      console.error(error)
      return false
    },
  )
}

const failed = await failedChecks()
if (!(await built())) failed.push('build')
const tests = await runTests(process.argv.slice(2))
if (failed.length > 0) console.log(`\n✗ ${failed.join(', ')}`)
const failures = tests.failed + failed.length
console.log(`${tests.passed} passed, ${failures} failed`)
process.exitCode = failures > 0 ? 1 : 0
