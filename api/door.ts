import { randomInt } from 'node:crypto'
import type { NextFunction, Request, Response } from 'express'
import { EdgeRefusal } from './errors.ts'

const letters = 'ABCDEGHKLMNPQRSTUVXY'

/** "K7Q-42": short enough to read out over the telephone. */
function sayableCode(): string {
  const letter = () => letters[randomInt(letters.length)]
  return `${letter()}${randomInt(2, 10)}${letter()}-${randomInt(10, 100)}`
}

export function traced(_: Request, res: Response, next: NextFunction): void {
  res.locals.trace = sayableCode()
  res.set('x-trace', res.locals.trace).set('cache-control', 'no-store')
  next()
}

/** A change comes from our own pages or from a program without a browser; never from a foreign page. */
export function ownOrigin(publicUrl: string) {
  const own = new URL(publicUrl).origin
  return (req: Request, _: Response, next: NextFunction): void => {
    if (req.method === 'GET' || req.method === 'HEAD') return next()
    const origin = req.get('origin')
    const site = req.get('sec-fetch-site')
    const isForeign =
      (origin && origin !== own) || (site && site !== 'same-origin' && site !== 'none')
    next(isForeign ? new EdgeRefusal('grammar.foreign-origin', 403) : undefined)
  }
}

/** Only JSON changes anything: a form of a foreign page cannot send it without asking first. */
export function onlyJson(req: Request, _: Response, next: NextFunction): void {
  const hasBody =
    req.get('content-length') !== '0' && (req.get('content-length') || req.get('transfer-encoding'))
  if (req.method === 'GET' || req.method === 'HEAD' || !hasBody) return next()
  if (isPieceOfFile(req)) return next()
  const charset = /charset\s*=\s*"?([\w-]+)/i.exec(req.get('content-type') ?? '')?.[1]
  const isJson = req.is('application/json') && (charset ?? 'utf-8').toLowerCase() === 'utf-8'
  next(isJson ? undefined : new EdgeRefusal('grammar.not-json', 415))
}

/** PATCH is nothing that a foreign form can send. */
const isPieceOfFile = (req: Request) =>
  req.method === 'PATCH' &&
  req.path.startsWith('/uploads/') &&
  req.is('application/octet-stream') !== false

/** Called by the JSON parser with the raw body: bytes that are not UTF-8 are refused, not guessed. */
export function mustBeUtf8(_: unknown, __: unknown, body: Buffer): void {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    throw new EdgeRefusal('grammar.invalid-text', 400)
  }
}
