import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { runToEnd } from './command.ts'
import type { Outcome } from './command.ts'
import { freePortNear } from './free-port.ts'
import { inPlainWords, PlainFailure } from './plain-failure.ts'
import { answers } from './postgres-client.ts'
import { postgresBinaries } from './postgres-binaries.ts'
import type { PostgresBinaries } from './postgres-binaries.ts'
import { keptPassword, keptPort, postgresFolder } from './postgres-folder.ts'
import type { PostgresFolder } from './postgres-folder.ts'

import { databaseUser } from './system-user.ts'
import type { SystemUser } from './system-user.ts'

export type PostgresWish = {
  dataDir: string
  port?: number
  /** Server settings beyond the defaults, such as `fsync` for a database that lives one test run. */
  options?: Readonly<Record<string, string>>
}

export type Postgres = {
  /** The superuser's address of the database `postgres`. */
  url: string
  port: number
  /** Whether a server left over from an earlier run was found and kept. */
  adopted: boolean
  appPassword: string
  stop(patienceSeconds?: number): Promise<void>
}

type Cluster = {
  programs: PostgresBinaries
  folder: PostgresFolder
  user: SystemUser | undefined
  password: string
}

const urlFor = (cluster: Cluster, port: number) =>
  `postgres://postgres:${cluster.password}@127.0.0.1:${port}/postgres`

function asUser(cluster: Cluster) {
  // cwd: the system user may not be able to enter the folder we stand in
  const who = cluster.user ? { ...cluster.user, cwd: '/' } : {}
  return { ...who, env: { ...process.env, LC_ALL: 'C', LANG: 'C' } }
}

function run(cluster: Cluster, program: string, args: readonly string[]): Promise<Outcome> {
  const log = openSync(cluster.folder.log, 'a')
  // a file, not a pipe: the server inherits it and would keep a pipe open after pg_ctl has ended
  const stdio: ['ignore', number, number] = ['ignore', log, log]
  return runToEnd(program, args, { ...asUser(cluster), stdio }).finally(() => closeSync(log))
}

function failed(cluster: Cluster, what: string, outcome: Outcome): Error {
  const { log } = cluster.folder
  const tail = existsSync(log) ? readFileSync(log, 'utf8').split('\n').slice(-12).join('\n') : ''
  const said = `${outcome.output}${tail}`
  return (
    inPlainWords(said) ??
    new PlainFailure(
      `PostgreSQL (${what}) không thành công. Nhật ký: ${log}\n${said}`,
      `PostgreSQL (${what}) failed. Log: ${log}`,
    )
  )
}

/** Vietnamese ICU order for every text; a half-made cluster of an interrupted start is made anew. */
async function makeCluster(cluster: Cluster): Promise<void> {
  const { folder, user } = cluster
  if (existsSync(folder.cluster)) return
  const unfinished = `${folder.cluster}.new`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  if (user) chownSync(unfinished, user.uid, user.gid)
  const who = ['-U', 'postgres', '--pwfile', folder.passwordFile, '-A', 'scram-sha-256']
  const text = ['-E', 'UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=vi-VN']
  const args = ['-D', unfinished, ...who, ...text, '--no-sync']
  const outcome = await run(cluster, cluster.programs.initdb, args)
  if (outcome.code !== 0) throw failed(cluster, 'initdb', outcome)
  renameSync(unfinished, folder.cluster)
}

async function isRunning(cluster: Cluster): Promise<boolean> {
  const args = ['status', '-D', cluster.folder.cluster]
  const outcome = await runToEnd(cluster.programs.pgCtl, args, asUser(cluster))
  return outcome.code === 0
}

function portOfRunning(cluster: Cluster): number | undefined {
  const pidFile = `${cluster.folder.cluster}/postmaster.pid`
  if (!existsSync(pidFile)) return undefined
  const port = Number(readFileSync(pidFile, 'utf8').split('\n')[3])
  return port > 0 ? port : undefined
}

/** The port of a server left over from an earlier run, once it answers; one that is stopping ends. */
async function leftOverPort(cluster: Cluster): Promise<number | undefined> {
  for (let tries = 0; tries < 40 && (await isRunning(cluster)); tries++) {
    const port = portOfRunning(cluster)
    if (port && (await answers(urlFor(cluster, port)))) return port
    await pause(250)
  }
  return undefined
}

function startArgs(cluster: Cluster, port: number, wish: PostgresWish): string[] {
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', ...wish.options }
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  const server = [`-p ${port}`, ...flags].join(' ')
  const { cluster: dir, log } = cluster.folder
  return ['start', '-w', '-s', '-t', '60', '-D', dir, '-l', log, '-o', server]
}

/** After a crash the old server's last processes may hold the memory for a moment: tried thrice. */
async function startServer(cluster: Cluster, wish: PostgresWish): Promise<number> {
  let outcome: Outcome = { code: 1, output: '' }
  for (let tries = 0; tries < 3; tries++) {
    const port = await freePortNear(wish.port ?? keptPort(cluster.folder.portFile))
    outcome = await run(cluster, cluster.programs.pgCtl, startArgs(cluster, port, wish))
    if (outcome.code === 0) {
      writeFileSync(cluster.folder.portFile, String(port))
      return port
    }
    await pause(700)
  }
  throw failed(cluster, 'pg_ctl start', outcome)
}

/** Whoever does not leave in time is put out: what was told done lies on the disk already. */
async function stopServer(cluster: Cluster, patienceSeconds = 30): Promise<void> {
  const stop = (mode: string, seconds: number) => {
    const inTime = ['-w', '-t', String(seconds), '-D', cluster.folder.cluster]
    return run(cluster, cluster.programs.pgCtl, ['stop', '-m', mode, ...inTime])
  }
  let outcome = await stop('fast', patienceSeconds)
  if (outcome.code !== 0 && (await isRunning(cluster))) outcome = await stop('immediate', 30)
  if (outcome.code !== 0 && (await isRunning(cluster)))
    throw failed(cluster, 'pg_ctl stop', outcome)
}

/**
 * A real PostgreSQL on this machine, its data below `dataDir`. pg_ctl puts the server into a
 * process group of its own, so that Ctrl+C reaches only us and we stop it last.
 */
export async function startPostgres(wish: PostgresWish): Promise<Postgres> {
  const user = databaseUser()
  const folder = postgresFolder(wish.dataDir, user)
  const password = keptPassword(folder.passwordFile, user)
  const cluster = { programs: postgresBinaries(user), folder, user, password }
  await makeCluster(cluster)
  const found = await leftOverPort(cluster)
  const port = found ?? (await startServer(cluster, wish))
  return {
    url: urlFor(cluster, port),
    port,
    adopted: found !== undefined,
    appPassword: keptPassword(folder.appPasswordFile, user),
    stop: (patienceSeconds) => stopServer(cluster, patienceSeconds),
  }
}
