import { keptAt } from './kept.ts'

/**
 * Keeps the pages that are used in halls readable without a line, and nothing else: what the page
 * itself was made of when it asked for it, and the last replies of a few readings. With a line the
 * network is always asked first, so a new version and new data come as if this were not here.
 */
const pages = 'pages'
const readings = 'readings'

/** Replies that are kept: who I am, my teaching, a class and its list. */
const isKeptReading = (path: string) =>
  /^\/api\/(me|me\/teaching|inbox|cycles|classes\/[\w-]{36}(\/attendance)?)$/.test(path)

type Waiting = Event & { waitUntil: (work: Promise<unknown>) => void }
type Fetching = Waiting & { request: Request; respondWith: (reply: Promise<Response>) => void }
type Told = Waiting & { data: { keep?: string[] } }
type Worker = {
  skipWaiting: () => Promise<void>
  clients: { claim: () => Promise<void> }
  addEventListener: {
    (type: 'install' | 'activate', listener: (event: Waiting) => void): void
    (type: 'fetch', listener: (event: Fetching) => void): void
    (type: 'message', listener: (event: Told) => void): void
  }
}
// This file runs in a service worker, whose types would forbid those of a page elsewhere.
const worker = globalThis as unknown as Worker

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
worker.addEventListener('message', (event) => {
  if (event.data.keep) event.waitUntil(keep(event.data.keep))
})
worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin) return
  if (pathname.startsWith('/api/auth/') && request.method === 'POST')
    // Another person may sit down: what one has read is not shown to the next.
    return event.waitUntil(caches.delete(readings))
  if (request.method !== 'GET') return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (pathname.startsWith('/assets/')) event.respondWith(asset(request))
  else if (isKeptReading(pathname)) event.respondWith(reading(request))
})

/** The page as the server makes it, with its own rules and nonce in its own headers. */
async function keep(assets: string[]): Promise<void> {
  const cache = await caches.open(pages)
  const shell = await fetch('/', { cache: 'no-cache' })
  const entry = /src="(\/assets\/[^"]+)"/.exec(await shell.clone().text())?.[1]
  // A newer page than the one that asks would want other files than these.
  if (!shell.ok || !entry || !assets.includes(entry)) return
  const held = new Set((await cache.keys()).map(({ url }) => new URL(url).pathname))
  await cache.addAll(assets.filter((path) => !held.has(path)))
  await cache.put('/', shell)
  const stale = [...held].filter((path) => path !== '/' && !assets.includes(path))
  await Promise.all(stale.map((path) => cache.delete(path)))
}

async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request)
  } catch (error) {
    const kept = await (await caches.open(pages)).match('/')
    if (!kept) throw error
    return kept
  }
}

async function asset(request: Request): Promise<Response> {
  return (await (await caches.open(pages)).match(request)) ?? fetch(request)
}

async function reading(request: Request): Promise<Response> {
  const cache = await caches.open(readings)
  try {
    const reply = await fetch(request)
    const isJson = reply.headers.get('content-type')?.includes('application/json') === true
    if (reply.ok && isJson) await cache.put(request.url, stamped(reply.clone()))
    return reply
  } catch (error) {
    const kept = await cache.match(request.url)
    if (!kept) throw error
    return kept
  }
}

function stamped(reply: Response): Response {
  const headers = new Headers(reply.headers)
  headers.set(keptAt, new Date().toISOString())
  return new Response(reply.body, { status: reply.status, headers })
}
