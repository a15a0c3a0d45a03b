import { readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../db/migrate.ts'
import { withClient } from '../../local/postgres-client.ts'
import { forgetPostgres } from '../../local/postgres-folder.ts'
import { ensureAppRole, urlsOf } from '../../local/postgres-roles.ts'
import { startPostgres } from '../../local/postgres.ts'
import type { Postgres } from '../../local/postgres.ts'
import { isAlive } from '../../local/process-identity.ts'
import { startTemporal } from '../../local/temporal.ts'
import { makeRunFolder, runFolders } from './run-folder.ts'

/** The address of the run's PostgreSQL as superuser, and what the tests need beside it. */
export type TestServers = {
  postgresUrl: string
  appPassword: string
  temporalAddress: string
}

type SharedServers = { users: number; started: Promise<TestServers & { stop(): Promise<void> }> }

declare module 'vitest' {
  export interface ProvidedContext {
    servers: TestServers
  }
}

declare global {
  // Vitest loads this file once for every project, and the projects share one set of servers
  var trainingTestServers: SharedServers | undefined
}

export const templateName = 'template_training'
const folderPrefix = 'training-test-'

/** A database that lives one test run need not survive a power cut. */
const forOneRun = {
  fsync: 'off',
  synchronous_commit: 'off',
  // each database that is cloned ends with a checkpoint, after which pages would be logged whole
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '300',
  // nor need its password be hard to guess: thousands of connections are opened with it
  scram_iterations: '1',
}

async function makeTemplate(postgres: Postgres): Promise<void> {
  await ensureAppRole(postgres)
  await withClient(postgres.url, (db) => db.query(`create database ${templateName}`))
  await migrate(urlsOf(postgres, templateName).ownerUrl)
}

/** A run that was killed could not stop its server: the next one does. */
async function sweepKilledRuns(): Promise<void> {
  const folders = runFolders.flatMap((at) => readdirSync(at).map((name) => join(at, name)))
  for (const folder of folders) {
    const owner = new RegExp(`^${folderPrefix}(\\d+)-`).exec(basename(folder))?.[1]
    if (!owner || isAlive(Number(owner))) continue
    const left = await startPostgres({ dataDir: join(folder, 'postgres') }).catch(() => undefined)
    await left?.stop()
    forgetPostgres(join(folder, 'postgres'))
    rmSync(folder, { recursive: true, force: true })
  }
}

async function startServers() {
  await sweepKilledRuns()
  const folder = makeRunFolder(`${folderPrefix}${process.pid}-`)
  const dataDir = join(folder, 'postgres')
  const [postgres, temporal] = await Promise.all([
    startPostgres({ dataDir, options: forOneRun }).then(async (server) => {
      await makeTemplate(server)
      return server
    }),
    startTemporal(),
  ])
  const stop = async () => {
    await Promise.all([postgres.stop(), temporal.stop()])
    forgetPostgres(dataDir)
    rmSync(folder, { recursive: true, force: true })
  }
  const { url: postgresUrl, appPassword } = postgres
  return { postgresUrl, appPassword, temporalAddress: temporal.address, stop }
}

export async function setup(project: TestProject): Promise<void> {
  globalThis.trainingTestServers ??= { users: 0, started: startServers() }
  globalThis.trainingTestServers.users += 1
  const { stop: _, ...servers } = await globalThis.trainingTestServers.started
  project.provide('servers', servers)
}

export async function teardown(): Promise<void> {
  const shared = globalThis.trainingTestServers
  if (!shared) return
  shared.users -= 1
  if (shared.users > 0) return
  globalThis.trainingTestServers = undefined
  await (await shared.started).stop()
}
