import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import type { Route } from '../../../domain/grammar/route.ts'
import type { Sent } from './line.ts'
import * as values from './values.ts'
import type { Token } from './values.ts'

/** What is needed to trouble a route: a body it would take, ids of this house, cookies of others. */
export type Ground = {
  route: Route
  body: unknown
  /** Path with its ids in place. */
  address: string
  ids: readonly string[]
  cookie: string
  strangers: readonly string[]
}
export type Hostile = Sent & { family: string; isStranger?: true }

/** How many of each family a route gets (trust.md, the bad-input plan); HTTP below it is in `raw`. */
const wanted = {
  keys: 120,
  kinds: 150,
  numbers: 70,
  texts: 130,
  days: 50,
  ids: 90,
  injections: 180,
  structures: 70,
  http: 80,
  ours: 60,
  sessions: 25,
} as const

const HOLE = '\u0001hole\u0001'
type Place = (token: Token) => Partial<Sent>

const isBodied = ({ route }: Ground) => route.method !== 'get'

function pathsOf(value: unknown, path: string[] = []): string[][] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, each]) => pathsOf(each, [...path, key]))
      : []
  return [path, ...inner]
}

function withHole(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return HOLE
  if (Array.isArray(value))
    return value.map((each: unknown, n) => (String(n) === key ? withHole(each, rest) : each))
  const entries = Object.entries(value as object) // a path leads through lists and objects only
  return Object.fromEntries(
    entries.map(([name, each]) => [name, name === key ? withHole(each, rest) : each]),
  )
}

/** Puts a token into the hole of a text, as bytes when the token is bytes. */
function filled(text: string, token: Token): string | Buffer {
  const [before = '', after = ''] = text.split(JSON.stringify(HOLE))
  return typeof token === 'string'
    ? before + token + after
    : Buffer.concat([Buffer.from(before), token, Buffer.from(after)])
}

function inAddress(token: Token): string {
  if (typeof token !== 'string')
    return token.toString('latin1').slice(1, -1).replaceAll(/[^]/g, percent)
  const text = token.startsWith('"') ? String(JSON.parse(token)) : token
  return encodeURIComponent(Buffer.from(text).toString().slice(0, 8_000))
}
const percent = (letter: string) => `%${letter.charCodeAt(0).toString(16).padStart(2, '0')}`

/** Everywhere a token may be put: each place of the body, each question, each id of the path. */
function placesOf(ground: Ground): Place[] {
  const { route, address, body } = ground
  const inBody = isBodied(ground)
    ? pathsOf(body).map((path): Place => {
        const text = JSON.stringify(withHole(body, path))
        return (token) => ({ body: filled(text, token) })
      })
    : []
  const questions = [...Object.keys(route.query?.shape ?? {}), 'colour', 'sort', 'q']
  const asked = questions.map((name): Place => (token) => ({
    path: `${address}?${name}=${inAddress(token)}`,
  }))
  const ids = [...route.path.matchAll(/:\w+/g)].map((_, n): Place => (token) => ({
    path: replaceNth(route.path, address, n, inAddress(token)),
  }))
  return [...inBody, ...(isBodied(ground) ? [] : asked), ...ids]
}

function replaceNth(pattern: string, address: string, nth: number, by: string): string {
  const parts = address.split('/')
  const places = pattern.split('/').flatMap((part, at) => (part.startsWith(':') ? [at] : []))
  return parts.map((part, at) => (at === places[nth] ? by || '%20' : part)).join('/')
}

/** The first `count`, begun again where there are fewer: each is sent under a key of its own. */
const round = (all: readonly Partial<Sent>[], count: number): Partial<Sent>[] =>
  Array.from({ length: count }, (_, n) => all[n % all.length] ?? {})

/** `count` pairs of a place and a token, so that each place meets each token before any comes again. */
function spread<T>(
  tokens: readonly T[],
  places: readonly ((token: T) => Partial<Sent>)[],
  count: number,
) {
  return Array.from({ length: count }, (_, n) => {
    const place = places[n % places.length]
    const token = tokens[Math.floor(n / places.length + n) % tokens.length] ?? tokens[0]
    return place && token !== undefined ? place(token) : {}
  })
}

function strangeKeys({ body, address }: Ground, count: number): Partial<Sent>[] {
  const known = typeof body === 'object' && body !== null ? Object.keys(body) : []
  const text = JSON.stringify(body ?? {})
  const withKey = (key: string, value: string) => ({
    body: text.replace(
      /^\{(?=(\}?))/,
      (_, end: string) => `{${JSON.stringify(key)}:${value}${end ? '' : ','}`,
    ),
  })
  const cases = known.flatMap((key) => [
    key.toUpperCase(),
    `${key} `,
    key.replaceAll(/[A-Z]/g, '_$&'),
  ])
  const all = [
    ...known.map((key) => ({ body: JSON.stringify({ ...(body as object), [key]: undefined }) })),
    ...[...values.oddKeys, ...cases, ...known].flatMap((key) =>
      ['null', '{"a":1}', '"x"', '[1]'].map((value) => withKey(key, value)),
    ),
    ...values.oddKeys.map((key) => ({ path: `${address}?${encodeURIComponent(key)}=1` })),
  ]
  return round(all, count)
}

const bomb = gzipSync(Buffer.alloc(20 * 1024 * 1024))
const header = (name: string, value: string): Partial<Sent> => ({ headers: { [name]: value } })
const typesBeside =
  `text/plain application/x-www-form-urlencoded multipart/form-data application/xml
  application/json;charset=utf-7 application/json;charset=utf-16 application/jsonx json ; */*
  application/json,text/plain application/merge-patch+json`.split(/\s+/)
const tails = '.. %2e%2e/%2e%2e %00 //evil.example ;a=b % %zz \\ #x'.split(' ')

function strangeHttp({ address }: Ground, count: number): Partial<Sent>[] {
  const questions = ['a[]=1&'.repeat(2_000), 'x'.repeat(12_000), 'a=1&a=2&a[b]=3&a.b=4']
  const all: Partial<Sent>[] = [
    header('content-type', ''),
    ...typesBeside.map((type) => header('content-type', type)),
    { ...header('content-encoding', 'gzip'), body: bomb },
    ...['gzip', 'br', 'identity, gzip', 'zip'].map((kind) => header('content-encoding', kind)),
    ...['HEAD', 'OPTIONS', 'PROPFIND', 'PATCH', 'DELETE', 'PUT'].map((method) => ({ method })),
    ...['x-http-method-override', 'x-http-method'].map((name) => header(name, 'DELETE')),
    header('x-long', 'x'.repeat(14_000)),
    header('accept-language', 'x,'.repeat(3_000)),
    ...['accept', 'te', 'range', 'if-none-match', 'via'].map((name) => header(name, 'x/y;q=2')),
    ...tails.map((tail) => ({ path: `${address}/${tail}` })),
    ...questions.map((question) => ({ path: `${address}?${question}` })),
  ]
  return round(all, count)
}

function strangeOurs({ ids: [id = ''] }: Ground, count: number): Partial<Sent>[] {
  const keys = ['', ' ', 'x'.repeat(5_000), 'ch?a', id, '1', '{}', 'null']
  const revisions = ['', '*', '1', 'W/"1"', '"one"', '"1", "2"', '"-1"', `"${'9'.repeat(20)}"`]
  const origins = ['https://evil.example', 'null', 'http://127.0.0.1.evil.example', 'file://']
  const forged = ['x-forwarded-for', 'x-forwarded-host', 'forwarded', 'x-real-ip']
  const all = [
    ...keys.map((key) => header('idempotency-key', key)),
    ...revisions.map((revision) => header('if-match', revision)),
    ...origins.map((origin) => header('origin', origin)),
    ...forged.map((name) => header(name, '10.0.0.1')),
    ...['cross-site', 'same-site', 'none'].map((site) => header('sec-fetch-site', site)),
  ]
  return round(all, count)
}

/** All that a route is troubled with, the same in every run. */
export function hostileTo(ground: Ground): Hostile[] {
  const places = placesOf(ground)
  const everywhere = (tokens: readonly Token[], count: number) => spread(tokens, places, count)
  const whole = JSON.stringify(ground.body ?? {})
  const structures = values.structures(whole)
  const families: Record<keyof typeof wanted, Partial<Sent>[]> = {
    keys: strangeKeys(ground, wanted.keys),
    kinds: everywhere(values.kinds, wanted.kinds),
    numbers: everywhere(values.numbers, wanted.numbers),
    texts: everywhere([...values.texts, ...values.badBytes], wanted.texts),
    days: everywhere(values.days, wanted.days),
    ids: everywhere(values.idsBeside(ground.ids), wanted.ids),
    injections: everywhere(values.injections, wanted.injections),
    structures: isBodied(ground)
      ? spread(structures, [(body: string) => ({ body })], wanted.structures)
      : everywhere(values.kinds, wanted.structures),
    http: strangeHttp(ground, wanted.http),
    ours: strangeOurs(ground, wanted.ours),
    sessions: ground.strangers.length
      ? spread(ground.strangers, [(cookie: string) => ({ headers: { cookie } })], wanted.sessions)
      : [],
  }
  return Object.entries(families).flatMap(([family, list]) =>
    list.map((odd) => ({
      ...sentWith(ground, whole, odd),
      family,
      ...(family === 'sessions' && { isStranger: true as const }),
    })),
  )
}

function sentWith(ground: Ground, whole: string, odd: Partial<Sent>): Sent {
  const own = {
    cookie: ground.cookie,
    ...(isBodied(ground) && {
      'content-type': 'application/json',
      'idempotency-key': randomUUID(),
      'if-match': '"1"',
    }),
  }
  return {
    method: odd.method ?? ground.route.method.toUpperCase(),
    path: odd.path ?? ground.address,
    headers: { ...own, ...odd.headers },
    ...(isBodied(ground) && { body: odd.body ?? whole }),
  }
}

/** What is hardly HTTP any more, one after the other over lines of their own. */
export const raw = (address: string): string[] => {
  const head = `POST /api${address} HTTP/1.1\r\nHost: x\r\n`
  return [
    `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /`,
    `${head}Content-Length: -1\r\n\r\n`,
    `${head}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabc`,
    `${head}Transfer-Encoding: chunked\r\n\r\nZZ\r\n`,
    `${head}Transfer-Encoding: chunked\r\n\r\n5;ext=${'x'.repeat(20_000)}\r\nabcde\r\n0\r\n\r\n`,
    `${head}X-Big: ${'x'.repeat(20_000)}\r\n\r\n`,
    `${head}Bad\x00Name: x\r\n\r\n`,
    `${head} folded: x\r\n\r\n`,
    `GET /api${address}\r\n\r\n`,
    `GET http://evil.example/api${address} HTTP/1.1\r\nHost: evil.example\r\n\r\n`,
    `TRACE /api${address} HTTP/1.1\r\nHost: x\r\n\r\n`,
    `\x16\x03\x01\x00\xa5\x01`,
  ]
}
