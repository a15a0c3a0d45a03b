import { createServer } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { freePort, freePortNear } from '../../local/free-port.ts'

async function listens(port: number): Promise<void> {
  const server = createServer()
  onTestFinished(() => void server.close())
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
}

test('a port is free, given once, and none that an outgoing connection could be given', async () => {
  const ports = await Promise.all(Array.from({ length: 200 }, freePort))
  expect(new Set(ports).size).toBe(200)
  expect(ports.filter((port) => port >= 32_768)).toEqual([])
  await Promise.all(ports.map(listens))
})

test('a wished port is kept while nobody listens on it', async () => {
  const wished = await freePort()
  expect(await freePortNear(wished)).toBe(wished)
  await listens(wished)
  expect(await freePortNear(wished)).not.toBe(wished)
})
