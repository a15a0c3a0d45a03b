import { chmodSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { withClient } from '../../local/postgres-client.ts'
import { forgetPostgres, placeOfData } from '../../local/postgres-folder.ts'
import { createDatabases } from '../../local/postgres-roles.ts'
import { startPostgres } from '../../local/postgres.ts'
import type { Postgres } from '../../local/postgres.ts'
import { databaseUser } from '../../local/system-user.ts'
import { isAlive } from '../../local/process-identity.ts'
import { scratchFolder } from './scratch.ts'

async function startedIn(dataDir: string): Promise<Postgres> {
  const server = await startPostgres({ dataDir })
  onTestFinished(() => server.stop())
  return server
}

const clusterOf = (dataDir: string) => join(placeOfData(dataDir, databaseUser()), 'cluster')

function serverPid(dataDir: string): number {
  return Number(readFileSync(join(clusterOf(dataDir), 'postmaster.pid'), 'utf8').split('\n')[0])
}

const names = ['Đống Đa', 'Ân Thi', 'An Giang', 'Ấn Độ', 'Đà Nẵng', 'Dầu khí']

test('the server sorts as Vietnamese does', async () => {
  const { url } = await startedIn(join(scratchFolder(), 'postgres'))
  const sorted = await withClient(url, async (db) => {
    const { rows } = await db.query<{ name: string }>(
      'select name from unnest($1::text[]) name order by name',
      [names],
    )
    return rows.map(({ name }) => name)
  })
  expect(sorted).toEqual(['An Giang', 'Ấn Độ', 'Ân Thi', 'Dầu khí', 'Đà Nẵng', 'Đống Đa'])
})

test('the application owns nothing, and cannot lift itself over the row fence', async () => {
  const { appUrl } = await createDatabases(await startedIn(join(scratchFolder(), 'postgres')))
  const role = await withClient(appUrl, async (db) => {
    const asked = await db.query(
      'select rolname, rolsuper, rolbypassrls, rolinherit from pg_roles where rolname = current_user',
    )
    return asked.rows[0]
  })
  expect(role).toEqual({
    rolname: 'training_app',
    rolsuper: false,
    rolbypassrls: false,
    rolinherit: false,
  })
})

test('a second start keeps the server that is running', async () => {
  const dataDir = join(scratchFolder(), 'postgres')
  const first = await startedIn(dataDir)
  const second = await startPostgres({ dataDir })
  expect(first.adopted).toBe(false)
  expect(second).toMatchObject({ adopted: true, port: first.port, url: first.url })
})

test('after kill -9 what was committed is there, at the same address', async () => {
  const dataDir = join(scratchFolder(), 'postgres')
  const first = await startedIn(dataDir)
  await withClient(first.url, (db) => db.query('create table kept as select 7 as number'))
  process.kill(serverPid(dataDir), 'SIGKILL')
  const second = await startedIn(dataDir)
  expect(second).toMatchObject({ adopted: false, port: first.port })
  const { rows } = await withClient(second.url, (db) => db.query('select number from kept'))
  expect(rows).toEqual([{ number: 7 }])
})

test('stop leaves nothing running', async () => {
  const dataDir = join(scratchFolder(), 'postgres')
  const server = await startPostgres({ dataDir })
  const pid = serverPid(dataDir)
  await server.stop()
  await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false)
})

test('below a closed folder the server runs all the same, and its passwords stay closed', async () => {
  const closed = join(scratchFolder(), 'closed')
  mkdirSync(closed)
  chmodSync(closed, 0o700)
  const dataDir = join(closed, 'postgres')
  onTestFinished(() => forgetPostgres(dataDir))
  const server = await startPostgres({ dataDir })
  await server.stop()
  const place = placeOfData(dataDir, databaseUser())
  expect(existsSync(join(place, 'cluster'))).toBe(true)
  expect(statSync(join(place, 'superuser-password')).mode & 0o077).toBe(0)
})

test('a server that does not end in time is put out, and loses nothing', async () => {
  const dataDir = join(scratchFolder(), 'postgres')
  const { url, stop } = await startPostgres({ dataDir })
  const pid = serverPid(dataDir)
  await withClient(url, async (db) => {
    await db.query('create table told as select 1 as done')
    const { rows } = await db.query<{ pid: number }>('select pg_backend_pid() as pid')
    // whoever is frozen cannot take leave
    process.kill(Number(rows[0]?.pid), 'SIGSTOP')
    await stop(1)
  })
  await expect.poll(() => isAlive(pid), { timeout: 20_000 }).toBe(false)
  const again = await startedIn(dataDir)
  const told = await withClient(again.url, (db) => db.query('select done from told'))
  expect(told.rows).toEqual([{ done: 1 }])
}, 60_000)
