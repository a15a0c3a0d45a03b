import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../db/migrate.ts'
import { withClient } from '../../local/postgres-client.ts'
import { ensureAppRole, urlsOf } from '../../local/postgres-roles.ts'
import { startPostgres } from '../../local/postgres.ts'
import type { Postgres } from '../../local/postgres.ts'
import { startTemporal } from '../../local/temporal.ts'
import { forgetRunFolder, makeRunFolder, sweepKilledRuns } from './run-folder.ts'

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

async function startServers() {
  await sweepKilledRuns()
  const folder = makeRunFolder('test')
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
    forgetRunFolder(folder)
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
