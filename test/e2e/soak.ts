import { spawn } from 'node:child_process'
import { inProject } from '../../local/project.ts'

/** A thousand random days in a real browser (settled 22): an afternoon, before an issue. */
const child = spawn(
  process.execPath,
  [inProject('node_modules/vitest/vitest.mjs'), 'run', '--project', 'e2e', 'typed-words'],
  {
    cwd: inProject(),
    stdio: 'inherit',
    env: { SEED: String(Date.now() % 1_000_000), DAYS: '1000', ...process.env },
  },
)
child.once('exit', (code) => (process.exitCode = code ?? 1))
