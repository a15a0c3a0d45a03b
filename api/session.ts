import type { NextFunction, Request, Response } from 'express'
import { fromNodeHeaders } from 'better-auth/node'
import { Refusal } from '../domain/grammar/refusal.ts'
import type { Route } from '../domain/grammar/route.ts'
import type { Accounts } from './accounts.ts'
import { standingOf } from '../db/federation/sign-in.ts'
import type { Db } from '../db/database.ts'

export type Session = {
  accountId: string
  sessionId: string
  /** The password was shown in the last ten minutes. */
  isFresh: boolean
  mustChangePassword: boolean
  address: string
}

/** Finds the session of the cookie; who the person is and may do is read in each transaction. */
export function readSession(accounts: Accounts, accountsDb: Db) {
  return async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    const found = await accounts.api.getSession({ headers: fromNodeHeaders(req.headers) })
    const isMeant = found !== null && isFor(req, found.user.id)
    const standing = isMeant && (await standingOf(accountsDb, found.session.id))
    if (standing)
      res.locals.session = {
        accountId: found.user.id,
        sessionId: found.session.id,
        address: req.ip ?? '',
        ...standing,
      } satisfies Session
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
