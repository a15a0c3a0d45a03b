import type { NextFunction, Request, Response } from 'express'
import { Refusal } from '../domain/grammar/refusal.ts'
import type { Route } from '../domain/grammar/route.ts'
import { sessionUnder } from '../db/federation/sign-in.ts'
import type { Db } from '../db/database.ts'
import type { Accounts } from './accounts.ts'
import { sha256OfToken } from './hashed-tokens.ts'
import { signedValueOf } from './signed-cookie.ts'

export type Session = {
  accountId: string
  sessionId: string
  /** The password was shown in the last ten minutes. */
  isFresh: boolean
  mustChangePassword: boolean
  address: string
}

/**
 * Finds the session of the cookie; who the person is and may do is read in each transaction. The
 * library makes the cookie and would read it in three turns to the database; one is enough.
 */
export function readSession({ $context }: Accounts, accountsDb: Db) {
  const signing = $context.then(({ secret, authCookies }) => ({
    name: authCookies.sessionToken.name,
    secret,
  }))
  return async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    const token = signedValueOf(req.get('cookie'), await signing)
    const found = token && (await sessionUnder(accountsDb, sha256OfToken(token)))
    if (found && isFor(req, found.accountId))
      res.locals.session = { ...found, address: req.ip ?? '' } satisfies Session
    next()
  }
}

/** A page says whose it is: signed in as somebody else meanwhile, the browser must ask again. */
function isFor(req: Request, accountId: string): boolean {
  return (req.get('for-account') ?? accountId) === accountId
}

export function sessionOf(res: Response): Session {
  const session: Session | undefined = res.locals.session
  if (!session) throw new Refusal('grammar.sign-in-required', 'unauthenticated')
  return session
}

/** Before a large body is read. */
export function signedInOnly(_: Request, res: Response, next: NextFunction): void {
  sessionOf(res)
  next()
}

/** Votes, signatures and numbers ask for the password again when it was last shown ten minutes ago. */
export function mustBeFresh({ isFresh }: Session): void {
  if (!isFresh) throw new Refusal('grammar.step-up-required', 'unauthenticated')
}

/** A password that somebody else has given opens one's own account, so that it can be changed. */
export function mustHaveOwnPassword(route: Route, { mustChangePassword }: Session): void {
  if (mustChangePassword && !route.ownAccount)
    throw new Refusal('federation.password-change-required', 'not-allowed')
}
