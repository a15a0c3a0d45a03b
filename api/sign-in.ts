import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { fromNodeHeaders, toNodeHandler } from 'better-auth/node'
import express, { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import {
  type Credential,
  credentialOf,
  forgetFailures,
  passwordHashOf,
  recordFailure,
  recordStepUp,
} from '../db/federation/sign-in.ts'
import type { Db } from '../db/database.ts'
import { Refusal } from '../domain/grammar/refusal.ts'
import type { Accounts } from './accounts.ts'
import type { Crowd } from './crowd.ts'
import { mustBeUtf8 } from './door.ts'
import { EdgeRefusal } from './errors.ts'
import { parseBody } from './input.ts'
import { sessionOf } from './session.ts'
import { mustNotBeThrottled } from './throttle.ts'

const smallJson = express.json({ limit: '4kb', inflate: false, verify: mustBeUtf8 })

const signInForm = z.strictObject({
  username: z.string().min(1).max(120),
  password: z.string().min(1).max(400),
})
const stepUpForm = z.strictObject({ password: z.string().min(1).max(400) })

/**
 * The only doors of the account library. Sign-in is counted per account and per address here,
 * because one office may stand behind one address (docs/decisions/0006).
 */
export function signInRoutes(accounts: Accounts, accountsDb: Db, crowd: Crowd): Router {
  const router = Router()
  router.post('/auth/sign-in/username', smallJson, async (req, res) => {
    const { username, password } = parseBody(signInForm, req)
    const who = { username: username.normalize('NFC').toLowerCase(), address: req.ip ?? '' }
    const credential = await crowd.atDoor(() =>
      mustBeRight(accountsDb, who, password.normalize('NFC')),
    )
    const begun = await accounts.api.beginSession({
      body: {
        accountId: credential.accountId,
        address: who.address,
        browser: (req.get('user-agent') ?? '').slice(0, 400),
      },
      asResponse: true,
    })
    res.set('set-cookie', begun.headers.getSetCookie()).json({ signedIn: true })
  })

  router.post('/auth/sign-out', toNodeHandler(accounts))
  const showAgain = stepUp(accounts, accountsDb)
  router.post('/session/step-up', smallJson, (req, res) => crowd.inside(() => showAgain(req, res)))

  router.all('/auth/*splat', (_: Request, res: Response) => {
    throw new EdgeRefusal('grammar.no-such-address', res.statusCode === 405 ? 405 : 404)
  })
  return router
}

type Knocking = { username: string; address: string }

async function mustBeRight(accountsDb: Db, who: Knocking, password: string): Promise<Credential> {
  await mustNotBeThrottled(accountsDb, who)
  const credential = await judged(await credentialOf(accountsDb, who.username), password)
  if (!credential) {
    await recordFailure(accountsDb, who)
    throw new Refusal('federation.wrong-name-or-password', 'unauthenticated')
  }
  await forgetFailures(accountsDb, who.username)
  return credential
}

/** Nobody's password, hashed once as everybody's is: who is unknown or suspended costs the same. */
const nobodys = hash(randomBytes(32).toString('base64url'))

async function judged(credential: Credential | null, password: string): Promise<Credential | null> {
  const isRight = await verify(credential?.passwordHash ?? (await nobodys), password)
  return isRight ? credential : null
}

/** The password shown again, and a new token with it: every ten minutes, before votes and signatures. */
function stepUp(accounts: Accounts, accountsDb: Db) {
  return async (req: Request, res: Response): Promise<void> => {
    const session = sessionOf(res)
    const { password } = parseBody(stepUpForm, req)
    const who = { username: session.accountId, address: req.ip ?? '' }
    await mustNotBeThrottled(accountsDb, who)
    const hash = await passwordHashOf(accountsDb, session.accountId)
    if (!hash || !(await verify(hash, password.normalize('NFC')))) {
      await recordFailure(accountsDb, who)
      throw new Refusal('grammar.wrong-password', 'invalid', {
        faults: [{ code: 'federation.wrong-password', at: '/password' }],
      })
    }
    await recordStepUp(accountsDb, session.sessionId)
    const renewed = await accounts.api.renewToken({
      headers: fromNodeHeaders(req.headers),
      asResponse: true,
    })
    res.set('set-cookie', renewed.headers.getSetCookie())
    res.json({ freshUntil: new Date(Date.now() + 10 * 60_000).toISOString() })
  }
}
