import { randomUUID } from 'node:crypto'
import type { GivenOf, ReplyOf, Route } from '../domain/grammar/route.ts'

export type Answer<T = unknown> = {
  status: number
  headers: Headers
  body: T
  problem: ProblemBody
}
export type ProblemBody = {
  code: string
  status: number
  title: string
  trace: string
  errors: { pointer: string; code: string; detail: string }[]
  details?: unknown
}

type Sending = { key?: string; revision?: number; headers?: Record<string, string> }

/** Somebody at a keyboard: signed in once, then calling routes of the contracts. */
export type Person = {
  call<R extends Route>(
    route: R,
    given: Partial<GivenOf<R>>,
    sending?: Sending,
  ): Promise<Answer<ReplyOf<R>>>
  raw(path: string, init?: RequestInit): Promise<Answer>
  cookie: string
}

export async function signIn(
  address: string,
  { username, password }: { username: string; password: string },
): Promise<Person> {
  const reply = await fetch(`${address}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
  if (!reply.ok) throw new Error(`${username} cannot sign in: ${await reply.text()}`)
  return personWith(address, newCookieOf(reply) ?? '')
}

/** A browser takes over what it is given: at sign-in, and when the password was shown again. */
function newCookieOf({ headers }: Response): string | null {
  const given = headers.getSetCookie().map((each) => each.split(';')[0] ?? '')
  const kept = given.filter((each) => /session_token=./.test(each))
  return kept.length > 0 ? kept.join('; ') : null
}

export function personWith(address: string, firstCookie: string): Person {
  let cookie = firstCookie
  const raw = async (path: string, init: RequestInit = {}) => {
    const headers = withCookie(init.headers, cookie)
    const reply = await fetch(`${address}/api${path}`, { ...init, headers })
    cookie = newCookieOf(reply) ?? cookie
    return answerOf(reply)
  }
  return {
    get cookie() {
      return cookie
    },
    raw,
    call: (route, given, sending = {}) =>
      // the reply has the shape of the route's contract, or the test finds out
      raw(addressOf(route, given), requestOf(route, given.body, sending)) as Promise<Answer<never>>,
  }
}

function withCookie(given: HeadersInit | undefined, cookie: string): Headers {
  const headers = new Headers(given)
  if (!headers.has('cookie')) headers.set('cookie', cookie)
  return headers
}

function addressOf(route: Route, given: { params?: unknown; query?: unknown }): string {
  const params = new Map(Object.entries(given.params ?? {}))
  const path = route.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params.get(name))),
  )
  const query = Object.entries(given.query ?? {}).filter(([, value]) => value !== undefined)
  return query.length > 0
    ? `${path}?${new URLSearchParams(query.map(([k, v]) => [k, String(v)])).toString()}`
    : path
}

function requestOf(route: Route, body: unknown, { key, revision, headers }: Sending): RequestInit {
  if (route.method === 'get') return { headers: headers ?? {} }
  return {
    method: route.method.toUpperCase(),
    headers: {
      'content-type': 'application/json',
      'idempotency-key': key ?? randomUUID(),
      ...(revision !== undefined && { 'if-match': `"${revision}"` }),
      ...headers,
    },
    body: JSON.stringify(body ?? {}),
  }
}

async function answerOf(reply: Response): Promise<Answer> {
  const text = await reply.text()
  const body: unknown =
    text && reply.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text
  return { status: reply.status, headers: reply.headers, body, problem: body as ProblemBody }
}
