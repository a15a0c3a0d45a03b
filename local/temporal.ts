import { spawn } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { freePortNear } from './free-port.ts'
import { inPlainWords, PlainFailure } from './plain-failure.ts'
import { isAlive, isStillOurs } from './process-identity.ts'
import { findTemporalCli } from './temporal-cli.ts'
import { namespaceAnswers } from './temporal-client.ts'

export type TemporalWish = {
  /** Without a file the server keeps everything in memory and ends with its stop(). */
  dbFile?: string
  port?: number
  uiPort?: number
  headless?: boolean
  namespace?: string
}

export type Temporal = {
  address: string
  uiAddress?: string
  adopted: boolean
  stop(): Promise<void>
}

const runningServer = z.object({ pid: z.int(), port: z.int(), uiPort: z.int().optional() })
type RunningServer = z.infer<typeof runningServer>

type Files = { db: string; log: string; pid: string }

function filesOf(wish: TemporalWish): Files | undefined {
  if (!wish.dbFile) return undefined
  const db = resolve(wish.dbFile)
  mkdirSync(dirname(db), { recursive: true })
  return { db, log: `${db}.log`, pid: `${db}.pid.json` }
}

function lastServer(files: Files | undefined): RunningServer | undefined {
  if (!files || !existsSync(files.pid)) return undefined
  const read = runningServer.safeParse(JSON.parse(readFileSync(files.pid, 'utf8') || '{}'))
  return read.success ? read.data : undefined
}

async function untilReady(server: RunningServer, wish: TemporalWish, seconds: number) {
  const address = `127.0.0.1:${server.port}`
  for (const end = Date.now() + seconds * 1000; Date.now() < end && isAlive(server.pid);) {
    if (await namespaceAnswers(address, wish.namespace ?? 'default')) return true
    await pause(50)
  }
  return false
}

async function endServer(server: RunningServer): Promise<void> {
  if (isAlive(server.pid)) process.kill(server.pid, 'SIGTERM')
  for (let tries = 0; tries < 200 && isAlive(server.pid); tries++) await pause(50)
  if (isAlive(server.pid)) process.kill(server.pid, 'SIGKILL')
}

/** A server of an earlier run is kept when it answers, and ended by its own pid when it does not. */
async function leftOver(files: Files, wish: TemporalWish): Promise<RunningServer | undefined> {
  const last = lastServer(files)
  if (!last) return undefined

  if (!(await isStillOurs(last.pid, { commandLine: files.db, programName: 'temporal' })))
    return undefined
  if (await untilReady(last, wish, 5)) return last
  await endServer(last)
  return undefined
}

function serverArgs(server: Omit<RunningServer, 'pid'>, wish: TemporalWish, files?: Files) {
  const pragmas = ['journal_mode=WAL', 'synchronous=NORMAL'].flatMap((p) => ['--sqlite-pragma', p])
  const store = files ? ['--db-filename', files.db, ...pragmas] : []
  const screen = server.uiPort ? ['--ui-port', String(server.uiPort)] : ['--headless']
  const space = wish.namespace ? ['--namespace', wish.namespace] : []
  const address = ['--ip', '127.0.0.1', '--port', String(server.port)]
  return ['server', 'start-dev', ...address, ...screen, ...store, ...space, '--log-level', 'error']
}

async function portsFor(wish: TemporalWish, last: RunningServer | undefined) {
  const port = await freePortNear(wish.port ?? last?.port)
  if (wish.headless || !wish.dbFile) return { port }
  return { port, uiPort: await freePortNear(wish.uiPort ?? last?.uiPort) }
}

function failure(files: Files | undefined, cause?: unknown): Error {
  const said = files && existsSync(files.log) ? readFileSync(files.log, 'utf8').slice(-1500) : ''
  return (
    inPlainWords(said) ??
    new PlainFailure(
      `Máy chủ Temporal không khởi động được. ${files ? `Nhật ký: ${files.log}` : ''}\n${said}`,
      'The Temporal server did not start.',
      { cause },
    )
  )
}

/**
 * A server with a file has a process group of its own, so that Ctrl+C reaches only us and we end
 * it after the worker; one in memory belongs to its run and goes with it.
 */
async function launch(wish: TemporalWish, files: Files | undefined): Promise<RunningServer> {
  const program = await findTemporalCli()
  for (let patience = 3; ; patience -= 1) {
    const server = await spawned(program, wish, files)
    if (await untilReady(server, wish, 30)) return server
    // it picks ports for its own parts, and now and then hits one that was just taken
    const hasLostItsPort = !isAlive(server.pid)
    await endServer(server)
    if (!hasLostItsPort || patience === 1) throw failure(files)
  }
}

async function spawned(
  program: string,
  wish: TemporalWish,
  files: Files | undefined,
): Promise<RunningServer> {
  const ports = await portsFor(wish, lastServer(files))
  const log = files ? openSync(files.log, 'w') : 'ignore'
  const child = spawn(program, serverArgs(ports, wish, files), {
    detached: files !== undefined,
    stdio: ['ignore', log, log],
    windowsHide: true,
  })
  const broken = new Promise<never>((_, reject) => child.once('error', reject))
  if (typeof log === 'number') closeSync(log)
  if (child.pid === undefined) return broken.catch((cause) => Promise.reject(failure(files, cause)))
  child.unref()
  const server = { ...ports, pid: child.pid }
  if (files) writeFileSync(files.pid, JSON.stringify(server))
  return server
}

function asTemporal(server: RunningServer, adopted: boolean): Temporal {
  return {
    address: `127.0.0.1:${server.port}`,
    ...(server.uiPort ? { uiAddress: `http://127.0.0.1:${server.uiPort}` } : {}),
    adopted,
    stop: () => endServer(server),
  }
}

/** A real Temporal server on this machine; with a file its state survives the end of the process. */
export async function startTemporal(wish: TemporalWish = {}): Promise<Temporal> {
  const files = filesOf(wish)
  const found = files && (await leftOver(files, wish))
  return asTemporal(found ?? (await launch(wish, files)), found !== undefined)
}
