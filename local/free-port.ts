import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/** Answers the port itself when nobody listens on it, and undefined when it is taken. */
function listenBriefly(port: number, host: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address()
      const found = typeof address === 'object' && address !== null ? address.port : undefined
      server.close(() => resolve(found))
    })
  })
}

export async function isFree(port: number, host = '127.0.0.1'): Promise<boolean> {
  return (await listenBriefly(port, host)) !== undefined
}

/**
 * Below those that a system gives to outgoing connections (Linux from 32768 on, others from 49152):
 * one of these can sit on a port that was free a moment ago, before its server listens.
 */
const portsForServers = { from: 20_000, until: 32_000 }
const given = new Set<number>()

/** A port that nobody listens on, not given before by this process. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 1_000; tries += 1) {
    const port = randomInt(portsForServers.from, portsForServers.until)
    if (given.has(port) || !(await isFree(port))) continue
    given.add(port)
    return port
  }
  throw new Error('no free port was found')
}

/** The wished port while it is free, otherwise any other. */
export async function freePortNear(wished: number | undefined): Promise<number> {
  return wished !== undefined && (await isFree(wished)) ? wished : freePort()
}
