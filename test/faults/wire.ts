import { AsyncLocalStorage } from 'node:async_hooks'

/** What becomes of a request: `busy` is refused at the door, `busyAfter` once it has been done. */
export const WIRES = ['up', 'down', 'lostReply', 'busy', 'busyAfter'] as const
export type WireState = (typeof WIRES)[number]

/** The line of one browser, and the cookie it has; without a cookie the real API says 401. */
export type Wire = { now: WireState; cookie: string; underWay: Set<Promise<unknown>> }

const whose = new AsyncLocalStorage<Wire>()
const signedOut = new Map<Wire, string>()

export function openWire(cookie: string): Wire {
  return { now: 'up', cookie, underWay: new Set() }
}

export function endSession(wire: Wire): void {
  if (wire.cookie !== '') signedOut.set(wire, wire.cookie)
  wire.cookie = ''
}

/** Whoever is asked over the page signs in again. */
export function signInAgain(): void {
  for (const [wire, cookie] of signedOut) wire.cookie = cookie
  signedOut.clear()
}

/** Everything that is called inside goes over this wire. */
export const over = <T>(wire: Wire, work: () => Promise<T>): Promise<T> => whose.run(wire, work)

/** Takes the place of the browser's fetch: the requests are real, their luck is ours. */
export function fetchOver(address: string): typeof fetch {
  const real = globalThis.fetch
  return async (path, init) => {
    const wire = whose.getStore()
    if (!wire) return real(path, init)
    const { now } = wire
    if (now === 'down') throw new TypeError('Failed to fetch')
    if (now === 'busy') return busy()
    const headers = new Headers(init?.headers)
    headers.set('cookie', wire.cookie)
    const asked = real(new URL(addressIn(path), address), { ...init, headers })
    const settled = asked.catch(() => undefined).finally(() => wire.underWay.delete(settled))
    wire.underWay.add(settled)
    const reply = await asked
    if (now === 'up') return reply
    await reply.arrayBuffer()
    if (now === 'busyAfter') return busy()
    throw new TypeError('Failed to fetch')
  }
}

const addressIn = (asked: string | URL | Request) => (asked instanceof Request ? asked.url : asked)

function busy(): Response {
  const problem = { title: 'Máy chủ đang bận', status: 503, code: 'grammar.busy', errors: [] }
  return Response.json(problem, { status: 503, headers: { 'retry-after': '0' } })
}
