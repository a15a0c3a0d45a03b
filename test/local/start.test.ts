import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '../../local/free-port.ts'
import { scratchFolder } from './scratch.ts'
import { stubProduct } from './stub-product.ts'

type Run = { child: ChildProcess; said(): string; ended: Promise<number | null> }

const ready = 'Ctrl+C'
const soon = { timeout: 60_000, interval: 100 }

/** Everything that has our folder in its command line: servers, children, and the start itself. */
function stillRunning(folder: string): string[] {
  const { stdout } = spawnSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
  return stdout.split('\n').filter((line) => line.includes(folder) && !line.includes('esbuild'))
}

const nothingRuns = (folder: string) =>
  expect.poll(() => stillRunning(folder), { timeout: 20_000 }).toEqual([])

async function aProduct(): Promise<{ folder: string; port: number }> {
  const folder = stubProduct(scratchFolder())
  onTestFinished(() => {
    for (const line of stillRunning(folder)) {
      try {
        process.kill(Number.parseInt(line, 10), 'SIGKILL')
      } catch {
        continue // it ended between the look and the kill
      }
    }
  })
  return { folder, port: await freePort() }
}

type Start = { folder: string; port: number; env?: NodeJS.ProcessEnv }

function run(program: readonly [string, ...string[]], { folder, port, env }: Start): Run {
  const [name, ...args] = program
  const child = spawn(name, args, {
    cwd: folder,
    env: { ...process.env, NODE_ENV: '', PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (text += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, said: () => text, ended }
}

const startOf = (folder: string) =>
  [process.execPath, '--import', 'tsx', join(folder, 'local/start.ts')] as const

async function startedIn(start: Start): Promise<Run> {
  const started = run([...startOf(start.folder)], start)
  await expect.poll(started.said, soon).toContain(ready)
  return started
}

const lastTime = (folder: string, name: string) =>
  Number(/ended (\d+)/.exec(readFileSync(join(folder, '.data/logs', `${name}.log`), 'utf8'))?.[1])

test('TERM ends the door before the hands, and leaves nothing running', async () => {
  const start = await aProduct()
  const { child, ended, said } = await startedIn(start)
  child.kill('SIGTERM')
  expect(await ended).toBe(0)
  expect(said()).toContain('Stopped')
  expect(lastTime(start.folder, 'api')).toBeLessThanOrEqual(lastTime(start.folder, 'worker'))
  await nothingRuns(start.folder)
})

test('TERM to npm, which passes nothing on, leaves nothing running', async () => {
  const start = await aProduct()
  const npm = run(['npm', 'start'], start)
  await expect.poll(npm.said, soon).toContain(ready)
  npm.child.kill('SIGTERM')
  await nothingRuns(start.folder)
})

test('after a kill the next start keeps the servers and goes on where the year stood', async () => {
  const start = await aProduct()
  const first = await startedIn(start)
  expect(first.said()).toContain('first start')
  first.child.kill('SIGKILL')
  await expect
    .poll(() => stillRunning(start.folder).some((line) => line.includes('dist/api.js')), soon)
    .toBe(false)
  const second = await startedIn(start)
  expect(second.said().match(/kept a running server/g)).toHaveLength(2)
  expect(second.said()).not.toContain('first start')
  second.child.kill('SIGINT')
  await nothingRuns(start.folder)
})

test('a second start says that it runs already, and touches nothing', async () => {
  const start = await aProduct()
  const first = await startedIn(start)
  const second = run([...startOf(start.folder)], start)
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain(`already running at http://localhost:${start.port}`)
  expect((await fetch(`http://127.0.0.1:${start.port}/health/ready`)).status).toBe(200)
  first.child.kill('SIGTERM')
  await nothingRuns(start.folder)
})

test('a port that is taken is named, with what to do', async () => {
  const start = await aProduct()
  const other = createServer().listen(start.port, '127.0.0.1')
  onTestFinished(() => void other.close())
  const { ended, said } = run([...startOf(start.folder)], start)
  expect(await ended).toBe(1)
  expect(said()).toContain(`Port ${start.port} is taken`)
})

test('without a Temporal server program the sentence says what to install', async () => {
  const start = await aProduct()
  const nowhere = 'http://127.0.0.1:9'
  const offline = {
    XDG_CACHE_HOME: join(start.folder, 'cache'),
    PATH: '/usr/bin:/bin',
    HTTPS_PROXY: nowhere,
    https_proxy: nowhere,
    PIP_INDEX_URL: nowhere,
  }
  const { ended, said } = run([...startOf(start.folder)], { ...start, env: offline })
  expect(await ended).toBe(1)
  expect(said()).toContain('Install the Temporal CLI')
  await nothingRuns(start.folder)
})

test('a build that fails says where, and the servers it was started beside are ended', async () => {
  const start = await aProduct()
  writeFileSync(join(start.folder, 'api/main.ts'), 'const port =')
  const { ended, said } = run([...startOf(start.folder)], start)
  expect(await ended).toBe(1)
  expect(said()).toContain('api/main.ts:1')
  expect(stillRunning(start.folder)).toEqual([])
})

test('the trial begins anew with --reset-demo', async () => {
  const start = await aProduct()
  const first = await startedIn(start)
  first.child.kill('SIGTERM')
  await first.ended
  const again = run([...startOf(start.folder), '--reset-demo'], start)
  await expect.poll(again.said, soon).toContain(ready)
  expect(again.said()).toContain('first start')
  expect(existsSync(join(start.folder, '.data/auth-secret'))).toBe(true)
  again.child.kill('SIGTERM')
  await nothingRuns(start.folder)
})
