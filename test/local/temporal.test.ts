import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Client, Connection } from '@temporalio/client'
import { expect, onTestFinished, test } from 'vitest'
import { isAlive } from '../../local/process-identity.ts'
import { startTemporal } from '../../local/temporal.ts'
import type { Temporal } from '../../local/temporal.ts'
import { timeSkippingServer } from '../setup/time-skipping.ts'
import { scratchFolder } from './scratch.ts'

async function startedWith(dbFile: string): Promise<Temporal> {
  const server = await startTemporal({ dbFile })
  onTestFinished(() => server.stop())
  return server
}

const pidOf = (dbFile: string): number =>
  Number(JSON.parse(readFileSync(`${dbFile}.pid.json`, 'utf8')).pid)

async function withTemporal<T>(address: string, work: (client: Client) => Promise<T>): Promise<T> {
  const connection = await Connection.connect({ address })
  try {
    return await work(new Client({ connection }))
  } finally {
    await connection.close()
  }
}

test('a second start keeps the server that is running', async () => {
  const dbFile = join(scratchFolder(), 'temporal.db')
  const first = await startedWith(dbFile)
  const second = await startTemporal({ dbFile })
  expect(second).toMatchObject({ adopted: true, address: first.address })
  expect(second.uiAddress).toBe(first.uiAddress)
})

test('a workflow waits on after the server was killed', async () => {
  const dbFile = join(scratchFolder(), 'temporal.db')
  const first = await startedWith(dbFile)
  await withTemporal(first.address, (client) =>
    client.workflow.start('waits', { taskQueue: 'nobody', workflowId: 'cycle/2027' }),
  )
  process.kill(pidOf(dbFile), 'SIGKILL')
  await pause(300)
  const second = await startedWith(dbFile)
  const status = await withTemporal(second.address, async (client) => {
    return (await client.workflow.getHandle('cycle/2027').describe()).status.name
  })
  expect({ status, adopted: second.adopted }).toEqual({ status: 'RUNNING', adopted: false })
})

test("a stale pid file never ends somebody else's process", async () => {
  const dbFile = join(scratchFolder(), 'temporal.db')
  const stale = { pid: process.pid, port: 9, uiPort: 10 }
  writeFileSync(`${dbFile}.pid.json`, JSON.stringify(stale))
  const server = await startedWith(dbFile)
  expect(server.adopted).toBe(false)
  expect(isAlive(process.pid)).toBe(true)
})

test('stop leaves nothing running', async () => {
  const dbFile = join(scratchFolder(), 'temporal.db')
  const server = await startTemporal({ dbFile })
  const pid = pidOf(dbFile)
  await server.stop()
  expect(isAlive(pid)).toBe(false)
})

test('the time-skipping server of the tests runs here', async () => {
  const env = await timeSkippingServer()
  const before = await env.currentTimeMs()
  await env.sleep('30 days')
  expect((await env.currentTimeMs()) - before).toBeGreaterThanOrEqual(30 * 24 * 3600 * 1000)
  await env.teardown()
})
