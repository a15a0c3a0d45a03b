import { verify } from '@node-rs/argon2'
import { fromNodeHeaders, toNodeHandler } from 'better-auth/node'
import express, { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import {
  forgetFailures,
  passwordHashOf,
  recentFailures,
  recordFailure,
  recordStepUp,
} from '../db/federation/sign-in.ts'
import type { Db } from '../db/database.ts'
import { Refusal } from '../domain/grammar/refusal.ts'
import type { Accounts } from './accounts.ts'
import { EdgeRefusal } from './errors.ts'
import { faultsOf } from './input.ts'
import { sessionOf } from './session.ts'

const signInForm = z.strictObject({
  username: z.string().min(1).max(120),
  password: z.string().min(1).max(128),
})
const stepUpForm = z.strictObject({ password: z.string().min(1).max(128) })

const failuresOfAccount = 10
const failuresOfAddress = 200

/**
 * The only doors of the account library. Sign-in is counted per account and per address here,
 * because one office may stand behind one address (docs/decisions/0006).
 */
export function signInRoutes(accounts: Accounts, accountsDb: Db): Router {
  const router = Router()
  router.post('/auth/sign-in/username', express.json({ limit: '4kb' }), async (req, res) => {
    const { username, password } = parsed(signInForm, req)
    const who = {
      username: username.normalize('NFC').toLowerCase(),
      address: req.socket.remoteAddress ?? '',
    }
    await mustNotBeThrottled(accountsDb, who)
    const answer = await accounts.api.signInUsername({
      body: { username: who.username, password },
      headers: fromNodeHeaders(req.headers),
      asResponse: true,
    })
    if (!answer.ok) {
      await recordFailure(accountsDb, who)
      throw new Refusal('federation.wrong-name-or-password', 'unauthenticated')
    }
    await forgetFailures(accountsDb, who.username)
    res.set('set-cookie', answer.headers.getSetCookie()).json({ signedIn: true })
  })

  const handle = toNodeHandler(accounts)
  router.post('/auth/sign-out', handle)
  router.get('/auth/get-session', handle)

  router.post('/session/step-up', express.json({ limit: '4kb' }), async (req, res) => {
    const session = sessionOf(res)
    const { password } = parsed(stepUpForm, req)
    const who = { username: session.accountId, address: req.socket.remoteAddress ?? '' }
    await mustNotBeThrottled(accountsDb, who)
    const hash = await passwordHashOf(accountsDb, session.accountId)
    if (!hash || !(await verify(hash, password))) {
      await recordFailure(accountsDb, who)
      throw new Refusal('grammar.wrong-password', 'invalid', {
        faults: [{ code: 'federation.wrong-password', at: '/password' }],
      })
    }
    await recordStepUp(accountsDb, session.sessionId)
    res.json({ freshUntil: new Date(Date.now() + 10 * 60_000).toISOString() })
  })

  router.all('/auth/*splat', (_: Request, res: Response) => {
    throw new EdgeRefusal('grammar.no-such-address', res.statusCode === 405 ? 405 : 404)
  })
  return router
}

async function mustNotBeThrottled(
  db: Db,
  who: { username: string; address: string },
): Promise<void> {
  const failures = await recentFailures(db, who)
  if (failures.ofUsername >= failuresOfAccount || failures.ofAddress >= failuresOfAddress)
    throw new Refusal('federation.too-many-failures', 'too-many', { retryAfterSeconds: 60 })
}

function parsed<S extends z.ZodType>(schema: S, req: Request): z.output<S> {
  const found = schema.safeParse(req.body ?? {})
  if (found.success) return found.data
  throw new Refusal('grammar.invalid-input', 'invalid', { faults: faultsOf(found.error, '') })
}
