import { randomBytes } from 'node:crypto'
import express, { type Express, type Request, type Response } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import type { Db } from '../db/database.ts'
import { mostPieceBytes } from '../domain/files/files.contract.ts'
import type { Accounts } from './accounts.ts'
import { openCrowd } from './crowd.ts'
import { mustBeUtf8, onlyJson, ownOrigin, traced } from './door.ts'
import { EdgeRefusal, errorHandler } from './errors.ts'
import { healthRoutes } from './health.ts'
import { openMounting } from './mount.ts'
import { openApiRoutes } from './openapi.ts'
import type { RunningCycle } from './running-cycle.ts'
import { readSession, signedInOnly } from './session.ts'
import { signInRoutes } from './sign-in.ts'
import { mountSlices } from './slices.ts'
import { verifyRoutes } from './verify.ts'
import { webApp } from './web-app.ts'

export type AppParts = {
  db: Db
  accountsDb: Db
  accounts: Accounts
  running: RunningCycle
  log: Logger
  publicUrl: string
  webDir: string
  trustedProxies?: number
}

export function openApp({
  db,
  accountsDb,
  accounts,
  running,
  log,
  publicUrl,
  webDir,
  trustedProxies = 0,
}: AppParts): Express {
  const app = express()
  app.disable('x-powered-by').set('query parser', 'simple')
  app.set('trust proxy', trustedProxies)
  app.use(withNonce, securityHeaders(publicUrl))
  app.use('/health', healthRoutes(db, running))

  const crowd = openCrowd()
  const mounting = openMounting({ db, accountsDb, running, crowd })
  mountSlices(mounting)

  const api = express.Router()
  api.use(traced, pinoHttp({ logger: log, autoLogging: false }), ownOrigin(publicUrl), onlyJson)
  api.use(openApiRoutes(mounting.mounted))
  api.use(readSession(accounts, accountsDb))
  api.use(signInRoutes(accounts, accountsDb, crowd))
  // A list of units is a workbook; only somebody who is signed in may send one.
  api.use(
    ['/unit-lists', '/unit-list-checks'],
    signedInOnly,
    express.json({ limit: '8mb', inflate: false, verify: mustBeUtf8 }),
  )
  api.use(
    '/uploads',
    signedInOnly,
    express.raw({ type: 'application/octet-stream', limit: mostPieceBytes, inflate: false }),
  )
  api.use(express.json({ limit: '256kb', inflate: false, verify: mustBeUtf8 }), mounting.router)
  api.use((req: Request) => {
    throw isMounted(mounting.mounted, req)
      ? new EdgeRefusal('grammar.method-not-allowed', 405)
      : new EdgeRefusal('grammar.no-such-address', 404)
  })
  app.use('/api', api)
  app.use('/verify', verifyRoutes(db, log))
  app.use(webApp(webDir))
  app.use(errorHandler(log))
  return app
}

function withNonce(_: Request, res: Response, next: () => void): void {
  res.locals.nonce = randomBytes(16).toString('base64')
  res.locals.trace ??= ''
  next()
}

function securityHeaders(publicUrl: string) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", (_, res) => `'nonce-${String((res as Response).locals.nonce)}'`],
        styleSrcAttr: ["'none'"],
        connectSrc: ["'self'"],
        fontSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        formAction: ["'self'"],
      },
    },
    strictTransportSecurity: publicUrl.startsWith('https:') && {
      maxAge: 31_536_000,
      includeSubDomains: true,
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'same-origin' },
  })
}

/** Whether the address exists under another method. */
function isMounted(mounted: readonly { path: string }[], req: Request): boolean {
  return mounted.some(({ path }) =>
    new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`).test(req.path),
  )
}
