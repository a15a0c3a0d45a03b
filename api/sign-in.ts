import { verify } from '@node-rs/argon2'
import { fromNodeHeaders, toNodeHandler } from 'better-auth/node'
import express, { type Request, type Response, Router } from 'express'
import { z } from 'zod'
import {
  endSessionOfToken,
  forgetFailures,
  maySignIn,
  passwordHashOf,
  recordFailure,
  recordStepUp,
} from '../db/federation/sign-in.ts'
import type { Db } from '../db/database.ts'
import { Refusal } from '../domain/grammar/refusal.ts'
import type { Accounts } from './accounts.ts'
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
export function signInRoutes(accounts: Accounts, accountsDb: Db): Router {
  const router = Router()
  router.post('/auth/sign-in/username', smallJson, async (req, res) => {
    const { username, password } = parseBody(signInForm, req)
    const who = {
      username: username.normalize('NFC').toLowerCase(),
      address: req.ip ?? '',
    }
    await mustNotBeThrottled(accountsDb, who)
    const answer = await accounts.api.signInUsername({
      body: { username: who.username, password: password.normalize('NFC') },
      headers: fromNodeHeaders(req.headers),
      asResponse: true,
    })
    // the library says 500 where it should throw: no failure of this person's
    if (answer.status >= 500)
      throw new Refusal('grammar.database-unreachable', 'unavailable', { retryAfterSeconds: 2 })
    const isIn = answer.ok && (await isStillWelcome(accountsDb, answer, who.username))
    if (!isIn) {
      await recordFailure(accountsDb, who)
      throw new Refusal('federation.wrong-name-or-password', 'unauthenticated')
    }
    await forgetFailures(accountsDb, who.username)
    res.set('set-cookie', answer.headers.getSetCookie()).json({ signedIn: true })
  })

  const handle = toNodeHandler(accounts)
  router.post('/auth/sign-out', handle)
  router.get('/auth/get-session', handle)

  router.post('/session/step-up', smallJson, stepUp(accountsDb))

  router.all('/auth/*splat', (_: Request, res: Response) => {
    throw new EdgeRefusal('grammar.no-such-address', res.statusCode === 405 ? 405 : 404)
  })
  return router
}

/** A suspended account is refused in the words of a wrong password, and keeps no session. */
async function isStillWelcome(
  accountsDb: Db,
  answer: globalThis.Response,
  username: string,
): Promise<boolean> {
  if (await maySignIn(accountsDb, username)) return true
  const { token } = z.object({ token: z.string() }).parse(await answer.clone().json())
  await endSessionOfToken(accountsDb, token)
  return false
}

/** The password shown again: votes, signatures and numbers ask for it every ten minutes. */
function stepUp(accountsDb: Db) {
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
    res.json({ freshUntil: new Date(Date.now() + 10 * 60_000).toISOString() })
  }
}
