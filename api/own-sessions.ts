import { randomBytes } from 'node:crypto'
import { createAuthEndpoint, getSessionFromCtx } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import type { DBAdapter } from 'better-auth/types'
import { z } from 'zod'
import { Refusal } from '../domain/grammar/refusal.ts'
import { withHashedTokens } from './hashed-tokens.ts'

/**
 * What this house asks of the account library beside reading a session; no address leads here.
 * The library's own sign-in answers each kind of "no" in a time of its own (trust.md S3).
 */
export const ownSessions = {
  id: 'own-sessions',
  init: ({ adapter }: { adapter: DBAdapter }) => ({
    context: { adapter: withHashedTokens(adapter) },
  }),
  endpoints: {
    beginSession: createAuthEndpoint.serverOnly(
      {
        method: 'POST',
        body: z.object({ accountId: z.uuid(), address: z.string(), browser: z.string() }),
      },
      async (ctx) => {
        const { accountId, address, browser } = ctx.body
        const { internalAdapter } = ctx.context
        const user = await internalAdapter.findUserById(accountId)
        if (!user) throw new Refusal('federation.wrong-name-or-password', 'unauthenticated')
        const from = { ipAddress: address, userAgent: browser }
        const session = await internalAdapter.createSession(accountId, false, from)
        await setSessionCookie(ctx, { session, user })
        return ctx.json({ begun: true })
      },
    ),
    /** The same session under a new token; who copied the old cookie is out. */
    renewToken: createAuthEndpoint.serverOnly(
      { method: 'POST', requireHeaders: true },
      async (ctx) => {
        const present = await getSessionFromCtx(ctx, { disableRefresh: true })
        if (!present) throw new Refusal('grammar.sign-in-required', 'unauthenticated')
        const token = randomBytes(32).toString('base64url')
        const session = await ctx.context.internalAdapter.updateSession(present.session.token, {
          token,
        })
        if (!session) throw new Refusal('grammar.sign-in-required', 'unauthenticated')
        const maxAge = Math.floor((session.expiresAt.getTime() - Date.now()) / 1000)
        await setSessionCookie(ctx, { session, user: present.user }, false, { maxAge })
        return ctx.json({ renewed: true })
      },
    ),
  },
}
