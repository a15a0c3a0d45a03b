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

export async function freePort(): Promise<number> {
  const port = await listenBriefly(0, '127.0.0.1')
  if (port === undefined) throw new Error('the system gave no free port')
  return port
}

/** The wished port while it is free, otherwise any other. */
export async function freePortNear(wished: number | undefined): Promise<number> {
  return wished !== undefined && (await isFree(wished)) ? wished : freePort()
}
