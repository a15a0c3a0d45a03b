import type { NextFunction, Request, Response } from 'express'
import { fromNodeHeaders } from 'better-auth/node'
import { Refusal } from '../domain/grammar/refusal.ts'
import type { Accounts } from './accounts.ts'
import { confirmedAt } from '../db/federation/sign-in.ts'
import type { Db } from '../db/database.ts'

export type Session = {
  accountId: string
  sessionId: string
  confirmedAt: Date
  address: string
}

const freshMs = 10 * 60_000

/** Finds the session of the cookie; who the person is and may do is read in each transaction. */
export function readSession(accounts: Accounts, accountsDb: Db) {
  return async (req: Request, res: Response, next: NextFunction): Promise<void> => {
    const found = await accounts.api.getSession({ headers: fromNodeHeaders(req.headers) })
    if (found)
      res.locals.session = {
        accountId: found.user.id,
        sessionId: found.session.id,
        confirmedAt: (await confirmedAt(accountsDb, found.session.id)) ?? found.session.createdAt,
        address: req.ip ?? '',
      } satisfies Session
    next()
  }
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
export function mustBeFresh(session: Session): void {
  if (Date.now() - session.confirmedAt.getTime() > freshMs)
    throw new Refusal('grammar.step-up-required', 'unauthenticated')
}
