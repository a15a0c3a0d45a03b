import { createServer, connect, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'

type Place = { host: string; port: number }

/** A wire that can be cut: what goes through it is counted, held, swallowed or refused. */
export type Proxy = {
  port: number
  /** Called for each piece of data before it goes on; true holds it back for ever. */
  onUp(watch: ((data: Buffer) => boolean) | null): void
  onDown(watch: ((data: Buffer) => boolean) | null): void
  /** Nobody gets through, and whoever is through is cut off. */
  down(): void
  up(): void
  close(): Promise<void>
}

export async function openProxy(to: Place): Promise<Proxy> {
  const open = new Set<Socket>()
  const watch: {
    up: ((data: Buffer) => boolean) | null
    down: ((data: Buffer) => boolean) | null
  } = { up: null, down: null }
  let isDown = false

  const server = createServer((near) => {
    if (isDown) return void near.destroy()
    const far = connect(to.port, to.host)
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(socket)
      socket.setNoDelay(true)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
    }
    near.on('data', (data: Buffer) => void (watch.up?.(data) || far.write(data)))
    far.on('data', (data: Buffer) => void (watch.down?.(data) || near.write(data)))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cutAll = () => {
    for (const socket of open) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port, // it listens on TCP
    onUp: (given) => void (watch.up = given),
    onDown: (given) => void (watch.down = given),
    down() {
      isDown = true
      cutAll()
    },
    up: () => void (isDown = false),
    close() {
      cutAll()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
