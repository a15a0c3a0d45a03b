import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins'
import type { Db } from '../db/database.ts'
import { ownSessions } from './own-sessions.ts'

export type AccountSettings = {
  db: Db
  secret: string
  publicUrl: string
}

/** However busy: after so long the password is asked again. What is idle ends sooner, in SQL. */
const twelveHours = 12 * 60 * 60

/** Keeps sessions and their cookies. Accounts are made by an administrator, passwords judged by us. */
export function openAccounts({ db, secret, publicUrl }: AccountSettings) {
  const isSecure = publicUrl.startsWith('https:')
  return betterAuth({
    database: { db, type: 'postgres' },
    secret,
    baseURL: publicUrl,
    basePath: '/api/auth',
    trustedOrigins: [publicUrl],
    telemetry: { enabled: false },
    logger: { disabled: true },
    user: { modelName: 'auth_user' },
    session: {
      modelName: 'auth_session',
      expiresIn: twelveHours,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    account: { modelName: 'auth_account' },
    verification: { modelName: 'auth_verification' },
    // @NOTE its own limit is 3 sign-ins per 10 s and address: an office behind one address would
    // lock itself out at eight o'clock; api/throttle.ts counts failures instead
    rateLimit: { enabled: false },
    // of the first only the column of the name is used
    plugins: [username({ minUsernameLength: 2, maxUsernameLength: 60 }), ownSessions],
    advanced: {
      cookiePrefix: 'training',
      database: { generateId: 'uuid' },
      useSecureCookies: false,
      // @NOTE the library's own prefix is __Secure-, which lets a sister domain set the cookie
      cookies: isSecure ? { session_token: { name: '__Host-training.session_token' } } : {},
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', secure: isSecure },
    },
  })
}

export type Accounts = ReturnType<typeof openAccounts>
