import { type GivenOf, isDoing, type ReplyOf, type Route } from '../domain/grammar/route.ts'
import { addressOf } from './address.ts'
import { lost, reached, waitingFor } from './connection.ts'
import { askPerson, confirmedSince } from './interrupts.ts'
import { newKey } from './key.ts'
import { keptAt } from './kept.ts'
import { type Problem, problemOf, Unreachable } from './problem.ts'
import { language } from './text.ts'
import { whosePage } from './whose-page.ts'

type Present<T> = { [K in keyof T as T[K] extends undefined ? never : K]: T[K] }
/** What this route must be given: only those of params, query and body that it declares. */
export type Given<R extends Route> = Present<GivenOf<R>>

export type CallOptions = {
  /** The same key means the same deed: a retry re-uses it. */
  key?: string
  /** The revision the edit was made on; sent as If-Match. */
  revision?: number
  signal?: AbortSignal
  /** 'throw' leaves a missing session to the caller instead of asking over the page. */
  whenSignedOut?: 'ask' | 'throw'
}

const patience = 3

/**
 * Calls one route of the contract and parses its reply. Throws `Problem` when the server refuses
 * and `Unreachable` when there is no line. A missing session or an old password proof is asked for
 * over the page, then the call is repeated; a busy server is asked again with the same key.
 */
export async function call<R extends Route>(
  route: R,
  given: Given<R>,
  options: CallOptions = {},
): Promise<ReplyOf<R>> {
  const request = requestOf(route, given, { ...options, key: options.key ?? newKey() })
  let waits = 0
  for (;;) {
    const sentAt = Date.now()
    const reply = await send(request)
    // The schema belongs to this very route, so what it gives is the route's reply.
    if (reply.ok) return route.reply.parse(await bodyOf(reply)) as ReplyOf<R>
    const problem = await problemOf(reply)
    if (await maySendAgain(problem, options, sentAt)) continue
    if (problem.status !== 503 || problem.retryAfterSeconds === undefined || waits >= patience)
      throw problem
    waits += 1
    await waitFor(Math.min(problem.retryAfterSeconds, 10), options.signal)
  }
}

type Sent = { address: string; init: RequestInit }

function requestOf<R extends Route>(
  route: R,
  given: Given<R>,
  options: CallOptions & { key: string },
): Sent {
  // Which of the three a route takes is known to its type; here they are all optional.
  const { params, query, body } = given as {
    params?: Record<string, unknown>
    query?: Record<string, unknown>
    body?: unknown
  }
  const headers = new Headers({ accept: 'application/json', 'accept-language': language() })
  if (route.method !== 'get') headers.set('idempotency-key', options.key)
  const account = whosePage()
  if (account !== null) headers.set('for-account', account)
  if (isDoing(route) && route.revision && options.revision !== undefined)
    headers.set('if-match', `"${options.revision}"`)
  if (body !== undefined) headers.set('content-type', 'application/json')
  return {
    address: addressOf(route.path, params, query),
    init: {
      method: route.method.toUpperCase(),
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(options.signal && { signal: options.signal }),
    },
  }
}

async function send({ address, init }: Sent): Promise<Response> {
  try {
    const reply = await fetch(address, init)
    // What the service worker kept is readable, but nobody was reached.
    if (reply.headers.has(keptAt)) lost()
    else reached()
    return reply
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    lost()
    throw new Unreachable(cause)
  }
}

async function bodyOf(reply: Response): Promise<unknown> {
  const text = await reply.text()
  return text === '' ? undefined : JSON.parse(text)
}

/** Whether the person at the screen has mended what stood in the way. */
async function maySendAgain(
  problem: Problem,
  options: CallOptions,
  sentAt: number,
): Promise<boolean> {
  if (problem.status !== 401 || options.whenSignedOut === 'throw') return false
  if (problem.code === 'grammar.sign-in-required')
    return (await confirmedSince(sentAt)) || askPerson('session')
  if (problem.code === 'grammar.step-up-required') return askPerson('stepUp')
  return false
}

async function waitFor(seconds: number, signal: AbortSignal | undefined): Promise<void> {
  waitingFor(1)
  try {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(resolve, seconds * 1000)
      signal?.addEventListener('abort', () => {
        clearTimeout(timer)
        reject(signal.reason)
      })
    })
  } finally {
    waitingFor(-1)
  }
}
